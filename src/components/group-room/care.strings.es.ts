import type { CareStrings } from './care.strings.js';

const spanish: CareStrings = {
  tell: 'Avisar a {who} que necesito apoyo',
  again: 'Avisar otra vez a {who}',
  sending: 'Enviando…',
  received: 'Le llegó a {who}. Nadie lo ha mirado todavía.',
  kept: 'No tienes conexión, así que aún no se envió. Se enviará cuando vuelvas a tener conexión.',
  failed: 'Esto no llegó. Inténtalo de nuevo.',
  report: 'Reportar a alguien',
  intro:
    'Quien facilita también lo ve, salvo que sea sobre esa persona. Nadie más en la sala se entera.',
  who: '¿De quién se trata?',
  why: '¿Qué pasó?',
  reasons: {
    unkind: 'Fue cruel o amenazó a alguien',
    'private-questions': 'Pidió cosas privadas, dinero o una cita',
    recording: 'Puede que esté grabando',
    unsafe: 'Me preocupa su seguridad o la de alguien',
    other: 'Otra cosa',
  },
  words: 'Con tus palabras, si quieres',
  send: 'Enviar reporte',
  cancel: 'Ahora no',
  thanks: 'Gracias por decirnos.',
  another: 'Reportar otra cosa',
};
export default spanish;
