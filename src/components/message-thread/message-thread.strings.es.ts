import { sharedSpanish } from '../shared/shared.strings.es.js';
import type { MessageThreadStrings } from './message-thread.strings.js';

const spanish: MessageThreadStrings = {
  ...sharedSpanish,
  heading: 'Tú y {name}',
  noHeading: 'Mensajes',
  log: 'Mensajes con {name}',
  you: 'Tú',
  today: 'Hoy',
  yesterday: 'Ayer',
  earlier: 'Ver mensajes anteriores',
  shown: { one: '{n} mensaje anterior', other: '{n} mensajes anteriores' },
  empty: 'Todavía no hay nada aquí. Un hola es suficiente.',
  keptOnly: 'Guardados',
  keptEmpty: 'Todavía no guardas nada. Guarda un mensaje y aquí lo encuentras de nuevo.',
  note: 'Una nota para guardar',
  encouragement: 'Palabras de ánimo',
  keep: 'Guardar este mensaje',
  kept: 'Guardado. Lo encuentras en “Guardados”.',
  unkept: 'Ya no está guardado.',
  news: { one: 'Mensaje nuevo de {name}.', other: '{n} mensajes nuevos de {name}.' },
  toNews: 'Mensaje nuevo',
  closed: {
    none: 'Cuando tengan una mentoría juntos, aquí pueden escribirse.',
    requested: 'Pueden escribirse cuando se acepte la solicitud.',
    paused:
      'La mentoría está en pausa. Los mensajes se quedan aquí y después pueden escribirse otra vez.',
    ended: 'La mentoría terminó. Lo que se escribieron se queda aquí para leerlo.',
  },
  label: 'Mensaje para {name}',
  kinds: {
    message: 'Mensaje',
    encouragement: 'Palabras de ánimo',
    note: 'Nota para guardar',
  },
  kind: '¿Qué quieres enviar?',
  noteHint: 'Una habilidad o algo que te ayudó. {name} puede guardarla y encontrarla de nuevo.',
  left: { one: 'Queda {n} carácter', other: 'Quedan {n} caracteres' },
  send: 'Enviar',
  sent: 'Enviado.',
  slow: '{name} responde cuando puede. Mientras tanto, nadie más lee los mensajes.',
  needsWords: 'Primero escribe unas palabras.',
  soundsHard: 'Eso suena muy duro. Si piensas en hacerte daño, aquí hay ayuda.',
  rules: {
    'wrong-status': 'Ahora no pueden escribirse. Tus palabras siguen aquí.',
  },
};
export default spanish;
