import type { DeviceStrings } from './device.strings.js';

const spanish: DeviceStrings = {
  retry: 'Intentar de nuevo',
  preview: 'Tú, como te verán los demás',
  level: 'Nivel del micrófono',
  speak: 'Di unas palabras. La barra se mueve cuando te oímos.',
  which: { camera: 'Qué cámara', microphone: 'Qué micrófono' },
  devices: { camera: 'Cámara', microphone: 'Micrófono', speaker: 'Altavoz' },
  notYet: 'Aquí podrás elegir después de usar este dispositivo una vez.',
  nowUsed: 'En uso ahora: {name}.',
  usedLater: 'Elegiste {name}. Se usará cuando lo actives.',
  speakerFailed: 'No pudimos usar ese altavoz. El sonido sigue donde estaba.',
  your: { camera: 'tu cámara', microphone: 'tu micrófono' },
  paused:
    'Tu teléfono u otra aplicación tomó {device} por ahora, quizá para una llamada. Después vuelve por sí solo.',
  without: 'También puedes entrar así.',
  errors: {
    'permission-denied':
      'Tu navegador no nos deja usar {device}. Toca el ícono junto a la dirección web, da permiso e inténtalo de nuevo.',
    'permission-denied-by-system':
      'Tu teléfono o computadora no deja que tu navegador use {device}. Da permiso en los ajustes de privacidad del sistema e inténtalo de nuevo.',
    'no-device': 'No encontramos {device}. Conecta y enciende el aparato, e inténtalo de nuevo.',
    unplugged:
      'Perdimos {device}. Si se desconectó, conecta el aparato otra vez. Si lo detuviste en el navegador, inténtalo de nuevo para dar permiso.',
    'device-in-use':
      'Otra aplicación o pestaña está usando {device}. Ciérrala e inténtalo de nuevo.',
    'not-supported':
      'Este navegador no puede usar {device}. Prueba con un Chrome, Safari o Firefox actual.',
    blocked: 'Esta página no permite usar {device}. Avisa a tu clínica, por favor.',
    unknown:
      'No pudimos iniciar {device}. Desconecta y conecta el aparato, o reinicia tu navegador.',
  },
};
export default spanish;
