import { roomErrors } from './room-errors.strings.es.js';
import type { AtTheDoorStrings } from './at-the-door.strings.js';

const spanish: AtTheDoorStrings = {
  refused: {
    'doors-closed': 'La sala aún no está abierta. Puedes entrar 10 minutos antes del inicio.',
    over: 'Esta sesión terminó.',
    cancelled: 'Esta sesión se canceló. Tu equipo de atención puede decirte más.',
    'agreements-changed': 'Lo que acordamos acaba de cambiar. Léelo de nuevo, por favor.',
    'agreements-not-accepted': 'Acepta lo que está escrito arriba antes de entrar, por favor.',
    removed:
      'Quien facilita terminó tu visita a esta sesión, así que su puerta queda cerrada para ti. Es solo por esta sesión. No dice nada de lo que vales ni de tu recuperación. Puedes hablarlo con tu equipo de atención.',
    locked: roomErrors.locked,
    declined: roomErrors.declined,
    'not-admitted':
      'Quien facilita deja entrar a cada persona, y esta página no puede pedirlo por ti. Avisa a tu equipo de atención que estás aquí.',
  },
  roomErrors,
  ask: 'Pedir entrar',
  waiting: {
    title: 'Estás en la sala de espera',
    listed: '“{name}” está en la lista de {host}. Puede que {host} aún no la haya mirado.',
    next: 'Entrarás sin hacer nada cuando te dejen pasar. Deja esta página abierta hasta entonces.',
    unseen: 'Nadie te ve ni te oye mientras esperas.',
    stop: 'Dejar de esperar',
    said: 'Estás en la sala de espera. Entrarás sin hacer nada cuando te dejen pasar.',
    stopped: 'Ya no estás esperando.',
  },
};
export default spanish;
