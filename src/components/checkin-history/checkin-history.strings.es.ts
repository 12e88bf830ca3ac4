import { sharedSpanish } from '../shared/shared.strings.es.js';
import type { HistoryStrings } from './checkin-history.strings.js';

const spanish: HistoryStrings = {
  ...sharedSpanish,
  heading: 'Mirar atrás',
  span: 'Hasta cuándo mirar atrás',
  spans: { 14: '2 semanas', 30: '30 días', 90: '90 días' },
  spanTo: 'del {from} al {to}',
  empty: 'Aquí no hay nada de los últimos 90 días, y está bien.',
  emptyNext:
    'Después de un registro verás aquí cómo fueron tus días, en números y con tus propias palabras. Un registro toma más o menos un minuto.',
  quiet: 'No hay registros en estos días. Puedes volver a empezar cualquier día.',
  wins: 'Lo que salió bien',
  win: {
    'checked-in': {
      one: 'Respondiste {n} de los últimos {of} días.',
      other: 'Respondiste {n} de los últimos {of} días.',
    },
    connected: {
      one: 'Te sentiste cerca de alguien {n} de los últimos {of} días.',
      other: 'Te sentiste cerca de alguien {n} de los últimos {of} días.',
    },
    asked: {
      one: 'Pediste una llamada. Eso requiere valor.',
      other: 'Pediste una llamada en {n} días. Eso requiere valor.',
    },
    wrote: {
      one: 'Pusiste {n} día en tus propias palabras.',
      other: 'Pusiste {n} días en tus propias palabras.',
    },
  },
  days: 'Tus días',
  scores: 'Tus cuestionarios',
  scoresNote:
    'Un puntaje no es un diagnóstico. Tu equipo de atención puede decirte qué significa para ti.',
  otherScore: 'Cuestionario',
  table: 'Mostrar como tabla',
  plots: 'Mostrar como gráficas',
  measures: {
    mood: 'Ánimo',
    craving: 'Ganas de consumir',
    sleep: 'Sueño',
    confidence: 'Confianza',
  },
  ends: {
    mood: ['muy bajo', 'muy bueno'],
    craving: ['ninguna', 'muy fuertes'],
    sleep: ['0 horas', '14 horas'],
    confidence: ['poca todavía', 'mucha'],
  },
  latest: 'último: {value}',
  today: 'Hoy',
  answered: {
    one: 'Con respuesta {n} de {of} días.',
    other: 'Con respuesta {n} de {of} días.',
  },
  between: {
    mood: 'Tu ánimo estuvo entre {low} y {high}',
    craving: 'Tus ganas de consumir estuvieron entre {low} y {high}',
    sleep: 'Dormiste entre {low} y {high}',
    confidence: 'Tu confianza estuvo entre {low} y {high}',
  },
  level: {
    mood: 'Tu ánimo estuvo en {low}',
    craving: 'Tus ganas de consumir estuvieron en {low}',
    sleep: 'Dormiste {low}',
    confidence: 'Tu confianza estuvo en {low}',
  },
  plain: '{what}.',
  usual: '{what}; la mayoría de los días, cerca de {usual}.',
  change: {
    higher: 'Los últimos 7 días están más altos que los 7 anteriores.',
    'a-little-higher': 'Los últimos 7 días están un poco más altos que los 7 anteriores.',
    same: 'Los últimos 7 días se parecen a los 7 anteriores.',
    'a-little-lower': 'Los últimos 7 días están un poco más bajos que los 7 anteriores.',
    lower: 'Los últimos 7 días están más bajos que los 7 anteriores.',
  },
  sleepChange: {
    higher: 'En los últimos 7 días dormiste más que en los 7 anteriores.',
    'a-little-higher': 'En los últimos 7 días dormiste un poco más que en los 7 anteriores.',
    same: 'En los últimos 7 días dormiste casi lo mismo que en los 7 anteriores.',
    'a-little-lower': 'En los últimos 7 días dormiste un poco menos que en los 7 anteriores.',
    lower: 'En los últimos 7 días dormiste menos que en los 7 anteriores.',
  },
  scoreLatest: '{value} de {max} el {date}: {band}.',
  scoreBetween: {
    one: '{n} puntaje en estos días.',
    other: '{n} puntajes en estos días, entre {low} y {high}.',
  },
  scale: 'de {low} a {high}',
  seenBy: 'Quién lo ve:',
  onlyYou: 'solo tú',
  you: 'tú',
  careTeam: 'tu equipo de atención',
  someone: 'alguien con quien compartiste',
  notKnown: 'Ahora no podemos saber quién más puede ver esto.',
  sharingNote:
    'Aquí ves con quién compartes. Tu clínica guarda los registros, y una alerta de seguridad siempre llega a las personas designadas.',
  words: 'Con tus propias palabras',
  copy: 'Tu copia',
};
export default spanish;
