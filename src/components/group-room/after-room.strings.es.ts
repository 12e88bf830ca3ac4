import { roomErrors } from './room-errors.strings.es.js';
import type { AfterStrings } from './after-room.strings.js';

const spanish: AfterStrings = {
  signedOut: 'Se cerró tu sesión, así que cerramos la sala.',
  ends: {
    ...roomErrors,
    ejected:
      'Quien facilita terminó tu visita por ahora. Esto no dice nada de lo que vales ni de tu recuperación.',
    'token-expired': 'Se acabó el tiempo de esta sala.',
    'connection-lost':
      'Se perdió la conexión y no pudimos recuperarla. Revisa tu wifi o tus datos móviles y vuelve a entrar.',
    blocked: 'Esta página detuvo la sala de video. Avisa a tu clínica, por favor.',
    unknown: 'Algo en la sala dejó de funcionar. Puedes volver a entrar.',
  },
  removals: {
    agreements: 'Fue por lo que el grupo acordó. Puedes hablarlo con tu equipo de atención.',
    unsettled:
      'El grupo necesitaba calma. Tu equipo de atención puede hablar contigo de lo que sigue.',
    'unknown-person':
      'Quien facilita no pudo saber quién eres. Tu equipo de atención puede ayudarte con eso.',
    none: 'Quien facilita y tu equipo pueden decirte por qué.',
  },
  wasThere: 'Estuviste aquí de {from} a {to} ({minutes}). Avisamos a tu programa.',
  notNoted:
    'Estuviste aquí de {from} a {to} ({minutes}), pero aún no pudimos avisar a tu programa.',
  ifLetBack: 'Si {name} te deja volver, esta página te avisa y podrás entrar otra vez.',
  letBack: '{name} te deja volver. Puedes entrar cuando quieras.',
  comeBack: 'Volver a entrar',
  stillOpen: 'La sala sigue abierta y puedes volver a entrar. Hora de cierre: {time}.',
  next: 'Tu próxima sesión',
  noNext: 'No hay nada más planeado por ahora.',
};
export default spanish;
