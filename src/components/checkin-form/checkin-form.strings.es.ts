import { sharedSpanish } from '../shared/shared.strings.es.js';
import type { CheckinStrings } from './checkin-form.strings.js';

const spanish: CheckinStrings = {
  ...sharedSpanish,
  checkIn: 'Registro',
  question: 'Pregunta',
  required: 'Necesita respuesta',
  yes: 'Sí',
  no: 'No',
  clear: 'Borrar respuesta',
  choose: 'Elige una',
  other: 'Otra',
  otherWords: 'Con tus propias palabras',
  unit: 'Unidad',
  notAnswered: 'Aún sin respuesta',
  less: 'Menos',
  more: 'Más',
  ofMax: '{n} de {max}',
  left: { one: 'Queda {n} carácter', other: 'Quedan {n} caracteres' },
  tooMany: { one: 'Sobra {n} carácter', other: 'Sobran {n} caracteres' },
  unsupported: 'No podemos mostrar aquí una parte de este registro. Puedes seguir sin ella.',

  step: '{n} de {of}',
  next: 'Siguiente',
  skip: 'Saltar',
  send: 'Enviar registro',
  sending: 'Enviando…',
  startOver: 'Empezar de nuevo',
  restored: 'Guardamos lo que escribiste.',
  restoredFrom: 'Guardamos lo que escribiste el {date}.',
  notKeptHere: 'Lo que escribas no se guarda si cierras esta página antes de enviarlo.',
  offlineHere: 'No tienes conexión. Puedes responder ahora y enviarlo cuando vuelvas a tenerla.',
  toldAtOnce: 'Si aquí nos dices que piensas en hacerte daño, se lo decimos enseguida a {who}.',

  problems: {
    one: 'Hay una respuesta que revisar. No se perdió nada.',
    other: 'Hay {n} respuestas que revisar. No se perdió nada.',
  },
  faults: {
    required: 'Responde a esta pregunta, por favor.',
    'not-a-number': 'Escribe un número, por ejemplo 7.',
    'not-whole': 'Escribe un número entero, por ejemplo 7.',
    'not-a-date': 'Escribe la fecha completa o déjala vacía.',
    'not-a-time': 'Escribe la hora completa o déjala vacía.',
    'not-an-address': 'Escribe la dirección completa. Empieza con https://',
    'too-low': 'Escribe {limit} o más.',
    'too-high': 'Escribe {limit} o menos.',
    between: 'Escribe algo entre {min} y {max}.',
    'too-short': 'Escribe un poco más: al menos {limit} caracteres.',
    'too-long': 'Acorta el texto en {over} caracteres.',
  },

  notSafe: 'No estoy a salvo en este momento',
  here: 'No estás a solas. Aquí hay ayuda ahora.',
  careTeam: 'tu equipo de atención',
  telling: 'Avisando a {who}…',
  sent: 'Enviado a {who} ({time}).',
  received: 'Recibido ({time}).',
  seen: '{name} lo vio ({time}).',
  notSeen: 'Nadie lo ha visto todavía.',
  notTold: 'No pudimos avisar a {who}. Aún no lo sabe. Llama o escribe ahora, por favor.',
  noOneToTell: 'Desde aquí no podemos avisar a nadie. Llama o escribe ahora, por favor.',
  goOn: 'Tus respuestas siguen aquí. Puedes seguir cuando quieras, o parar.',
  unavailable:
    'Este registro no está disponible en este momento. Si necesitas a alguien, la ayuda está abajo.',

  thanks: 'Gracias por contarnos cómo estás.',
  gotIt: 'Lo recibimos ({time}).',
  queued: 'Queda guardado en este dispositivo. Lo enviaremos en cuanto tengas conexión.',
  days: 'Hiciste tu registro {n} de los últimos {of} días.',
  score: 'Tus respuestas suman {total} de {max}: {band}.',
  scoreMeans:
    'Este número no es un diagnóstico. Puedes preguntar a tu equipo qué significa para ti.',
  again: 'Hacer otro registro',
  doneToday: 'Ya hiciste tu registro de hoy.',
};

export default spanish;
