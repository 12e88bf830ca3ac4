import type { LaterStrings } from './later.strings.js';

const spanish: LaterStrings = {
  tableTitle: 'Tus respuestas en una tabla',
  day: 'Día',
  noAnswer: 'sin respuesta',
  score: '{value} de {max}, {band}',
  search: 'Busca en lo que escribiste',
  searchNote: 'Solo busca esta página; lo que escribes no se envía ni se guarda.',
  noWords:
    'Cuando escribas una línea en un registro, estará aquí. Nadie más la ve si no la compartes.',
  found: { one: '{n} nota encontrada', other: '{n} notas encontradas' },
  searched: 'Buscamos en lo que escribiste desde el {date}.',
  further: 'Cargar días anteriores',
  mayBeMore: 'Puede haber más de antes del {date}.',
  allLoaded: 'Eso es todo lo que escribiste.',
  showMore: { one: 'Mostrar {n} más', other: 'Mostrar {n} más' },
  loaded: { one: '{n} nota anterior cargada.', other: '{n} notas anteriores cargadas.' },
  nothingEarlier: 'No escribiste nada en los días que acabamos de cargar.',
  copyText:
    'Estas respuestas son tuyas. Guárdalas todas, desde el primer día. El archivo no está protegido: guárdalo donde solo tú puedas abrirlo.',
  fhir: 'Guardar como archivo FHIR',
  fhirFor: 'para otra clínica o aplicación',
  csv: 'Guardar como hoja de cálculo',
  csvFor: 'se abre en cualquier hoja de cálculo',
  print: 'Imprimir esta página',
  printFor: 'los días que ves ahora',
  reading: { one: 'Reuniendo: {n} registro…', other: 'Reuniendo: {n} registros…' },
  readingBegins: 'Reuniendo tus registros…',
  saved: {
    one: 'Listo: {n} registro en {file}.',
    other: 'Listo: {n} registros en {file}.',
  },
  stopped: 'Se detuvo. No se guardó nada.',
  nothing: 'Todavía no hay nada que guardar.',
  columns: ['Día', 'Respondido', 'Cuestionario', 'Pregunta', 'Respuesta'],
  yes: 'sí',
  no: 'no',
  total: 'Puntaje',
};
export default spanish;
