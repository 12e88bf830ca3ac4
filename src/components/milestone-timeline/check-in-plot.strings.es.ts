import type { PlotStrings } from './check-in-plot.strings.js';

const spanish: PlotStrings = {
  title: 'Los últimos 30 días',
  week: {
    one: 'Hiciste tu registro {n} de los últimos {of} días.',
    other: 'Hiciste tu registro {n} de los últimos {of} días.',
  },
  theirWeek: {
    one: 'Hizo su registro {n} de los últimos {of} días.',
    other: 'Hizo su registro {n} de los últimos {of} días.',
  },
  empty: 'Cuando hagas tu registro diario, aquí verás cómo fueron los días.',
  theirEmpty: 'No hay registros en los últimos 30 días.',
  notShared: 'Las respuestas de los registros no se comparten contigo.',
  measures: {
    mood: 'Ánimo',
    craving: 'Ganas de consumir',
    sleep: 'Sueño',
    confidence: 'Confianza',
  },
  ends: {
    mood: ['Muy bajo', 'Muy bueno'],
    craving: ['Ninguna', 'Muy fuertes'],
    sleep: ['0 horas', '14 horas'],
    confidence: ['Poca todavía', 'Mucha'],
  },
  latest: 'último: {value}',
  summary:
    '{measure}, de “{low}” a “{high}”: {days} de 30 días con respuesta, entre {min} y {max}; último valor {value}, el {date}.',
  today: 'Hoy',
  table: 'Mostrar como tabla',
  day: 'Día',
  noAnswer: 'sin respuesta',
};
export default spanish;
