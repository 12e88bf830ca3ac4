import { sharedSpanish } from '../shared/shared.strings.es.js';
import type { MentorCardStrings } from './mentor-card.strings.js';

const spanish: MentorCardStrings = {
  ...sharedSpanish,
  choose: 'Todavía no has elegido a nadie.',
  own: 'Esta es tu tarjeta, como la ven los participantes.',
  quote: '“{words}”',
  nextFree: 'Próximo hueco: {when}',
  inZone: '{when} ({zone})',
  speaks: 'Habla {languages}',
  more: 'Más sobre {name}',
  story: 'Mi historia',
  weekly: 'Casi todas las semanas tengo tiempo',
  zone: 'Horario: {zone}.',
  both: 'Ustedes dos {things}.',
  things: {
    pathway: 'eligieron {list}',
    life: 'son {list}',
    condition: 'viven con {list}',
    substance: 'están en recuperación del consumo de {list}',
    language: 'hablan {list}',
    'time-zone': 'viven en la misma zona horaria',
    availability: 'tienen libre al mismo tiempo cerca de {list} por semana',
  },
  pronouns: { 'she/her': 'ella', 'he/him': 'él', 'they/them': 'elle' },
  ask: 'Pedir a {name} que me acompañe',
};
export default spanish;
