import { sharedSpanish } from '../shared/shared.strings.es.js';
import type { TimelineStrings } from './milestone-timeline.strings.js';

const spanish: TimelineStrings = {
  ...sharedSpanish,
  heading: 'Tu camino',
  theirHeading: 'Su camino',

  day: { one: 'día', other: 'días' },
  days: { one: '{n} día', other: '{n} días' },
  labels: {
    'in-recovery': 'en recuperación',
    sober: 'de sobriedad',
    'substance-free': 'sin consumir',
    well: 'de bienestar',
    custom: '',
  },
  dayOne: 'Día uno',
  since: 'Desde el {date}',
  longest: 'El periodo más largo',
  lifetime: 'En total',
  changeWords: 'Cambiar las palabras',
  fixDate: 'Corregir una fecha',
  somethingChanged: '¿Algo cambió?',
  invite: 'Aquí puedes contar tus días, si eso te ayuda. Nadie los ve si no los compartes.',
  setStart: 'Poner una fecha de inicio',

  coming: 'Lo que viene',
  further: { one: '{n} más adelante', other: '{n} más adelante' },
  today: 'Hoy',
  add: 'Agregar un logro',
  empty: 'Lo que logres aparecerá aquí, y se queda. Los pasos pequeños cuentan.',
  theirEmpty: 'Lo que logre aparecerá aquí.',
  earlier: 'Mostrar anteriores',
  shown: { one: 'Se muestra {n} más.', other: 'Se muestran {n} más.' },
  newChapter: 'Comenzó un nuevo capítulo',
  firstChapter: 'Comenzó el primer capítulo',
  kept: {
    one: 'El día anterior sigue contando.',
    other: 'Los {n} días anteriores siguen contando.',
  },

  kinds: {
    chip: 'Tiempo de recuperación',
    programme: 'Programa',
    personal: 'Personal',
    connection: 'Conexión',
  },
  celebrations: 'Felicitaciones',
  you: 'Tú',
  reactions: { heart: 'Corazón', applause: 'Aplauso', strength: 'Fuerza', sunrise: 'Nuevo día' },
  more: { one: '{n} más', other: '{n} más' },
  celebrate: 'Celebrar',
  changeCelebration: 'Cambiar lo que envié',
  bloom: 'Celebrar: {title}',
  bloomed: 'Bien hecho. Esto es tuyo.',
  remove: 'Quitar',

  notShared:
    'No ha compartido su camino contigo. Es su decisión y puede cambiar. Aun así puedes estar a su lado.',
};
export default spanish;
