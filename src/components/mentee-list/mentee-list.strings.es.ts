import { sharedSpanish } from '../shared/shared.strings.es.js';
import type { MenteeListStrings } from './mentee-list.strings.js';

const spanish: MenteeListStrings = {
  ...sharedSpanish,
  heading: 'Quienes cuentan contigo',
  none: 'Nadie te espera ahora. Si alguien te pide que le acompañes, lo verás aquí.',
  notYours: 'Esta lista es para mentores.',
  asks: 'Te pide que le acompañes',
  until: 'Puedes responder hasta el {when}',
  accept: 'Sí, acompañar a {name}',
  decline: 'Ahora no',
  why: '¿Por qué ahora no? Se lo diremos a {name} con amabilidad.',
  reasons: {
    'no-time': 'Ahora no tengo tiempo',
    'not-my-experience': 'No he vivido esto',
    'better-fit': 'Otra persona puede acompañarle mejor',
    other: 'Otra razón',
  },
  accepted: 'Ahora acompañas a {name}.',
  declined: 'Le diremos a {name} que ahora no es posible.',
  refused: {
    'request-expired': 'Esta solicitud terminó sola. Puede pedirlo otra vez.',
    'wrong-status': 'Esta solicitud ya no está abierta.',
    'no-capacity': 'Ahora no te queda lugar.',
  },
  active: 'Le acompañas',
  paused: 'Están en pausa',
  signs: {
    call: 'Pidió una llamada en su registro del {day}. El equipo de atención también lo ve.',
    quiet: {
      one: 'Lleva {n} día sin hacer su registro. Un saludo amable puede ayudar; no hace falta que conteste.',
      other:
        'Lleva {n} días sin hacer su registro. Un saludo amable puede ayudar; no hace falta que conteste.',
    },
    wrote: { one: 'Un mensaje que no has leído', other: '{n} mensajes que no has leído' },
    milestone: '{title}, el {day}. Buen momento para celebrar.',
  },
  calm: 'Nada te espera.',
  unknown: 'Ahora no podemos ver cómo le va.',
  write: 'Escribir a {name}',
  read: 'Leer y responder a {name}',
  celebrate: 'Celebrar con {name}',
  path: 'Ver su camino',
  mood: 'Ánimo, {n} días',
  moodWords: {
    one: 'Ánimo en {n} de los últimos {days} días: {from} de 10.',
    other: 'Ánimo en {n} de los últimos {days} días, entre {from} y {to} de 10.',
  },
};
export default spanish;
