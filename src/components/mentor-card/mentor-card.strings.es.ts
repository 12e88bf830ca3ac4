import { sharedSpanish } from '../shared/shared.strings.es.js';
import type { MentorCardStrings } from './mentor-card.strings.js';

const spanish: MentorCardStrings = {
  ...sharedSpanish,
  choose: 'Todavía no has elegido a nadie.',
  own: 'Así ven tu tarjeta las personas del programa.',
  quote: '“{words}”',
  nextFree: 'Próximo horario libre: {when}',
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
    availability: 'tienen cerca de {list} libres a la misma hora cada semana',
  },
  pronouns: {
    'she/her': 'ella',
    'he/him': 'él',
    'they/them': 'elle',
    'she/they': 'ella o elle',
    'he/they': 'él o elle',
  },
  ask: 'Pedirle a {name} que me acompañe',
};
export default spanish;
