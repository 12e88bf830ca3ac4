import type { roomErrors as english } from './room-errors.strings.js';

export const roomErrors: typeof english = {
  'room-full': 'La sala está llena ahora. Inténtalo de nuevo en unos minutos.',
  'not-supported':
    'Este navegador no puede entrar a salas de video. Prueba con un Chrome, Safari o Firefox actual.',
  'transport-not-supported':
    'Este tipo de sala no funciona en esta versión. Avisa a tu clínica, por favor.',
  'token-expired': 'Tu acceso venció. Inténtalo de nuevo.',
  'token-not-yet-valid': 'La sala aún no está abierta para ti. Inténtalo en unos minutos.',
  locked:
    'Quien facilita cerró la sala para que el grupo siga sin interrupciones. No es por ti. Inténtalo en unos minutos o elige otra sesión.',
  declined:
    'Quien facilita no pudo dejarte entrar ahora. No es por lo que vales ni por tu recuperación. Puedes pedirlo otra vez en unos minutos o hablar con tu equipo de atención.',
  ejected: 'Te sacaron de esta sala. Quien facilita y tu equipo pueden decirte por qué.',
  'connection-lost': 'No pudimos conectarte. Revisa tu conexión a internet e inténtalo de nuevo.',
  blocked: 'Esta página no permite salas de video. Avisa a tu clínica, por favor.',
  unknown: 'No pudimos abrir la sala. No se perdió nada. Inténtalo de nuevo.',
};
