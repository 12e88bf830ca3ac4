import type { AlertsStrings } from './room-alerts.strings.js';

const spanish: AlertsStrings = {
  title: 'Avisos al equipo desde esta sesión',
  hint: 'Tu equipo de atención también los ve. “Visto” anota que lo miraste. No se muestra quién avisó.',
  about: 'Sobre {name}',
  reasons: {
    unkind: 'Alguien dice que fue cruel o amenazó.',
    'private-questions': 'Alguien dice que pidió cosas privadas, dinero o una cita.',
    recording: 'Alguien piensa que puede estar grabando.',
    unsafe: 'A alguien le preocupa su seguridad o la de otra persona.',
    other: 'Alguien te pide que mires algo.',
  },
  words: 'Con sus palabras: “{words}”',
  call: 'Pidió apoyo cuando no había quien facilitara.',
  gone: 'Alguien que ahora no está',
  came: 'Alguien en esta sesión avisó al equipo de atención. Abre “Facilitar” para mirar.',
  seen: 'Visto',
  seenName: 'Visto: {name}, {time}',
  noted: 'Quedó anotado que lo viste.',
  done: 'Ya lo viste',
  failed: 'No se pudo anotar. Inténtalo de nuevo.',
};
export default spanish;
