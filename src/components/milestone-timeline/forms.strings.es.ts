import type { FormStrings } from './forms.strings.js';

const spanish: FormStrings = {
  dateLabel: '¿Qué día?',
  private:
    'No avisamos a nadie. Si compartes tus fechas de recuperación, esa persona ve el cambio.',

  returnTitle: '¿Algo cambió?',
  returnLead:
    'Si volviste a consumir, puedes decirlo aquí. No se te quita nada de lo que lograste. Comienza un nuevo capítulo.',
  returnSend: 'Contarlo',
  wrongDate: '¿Solo está mal una fecha? Elige “Corregir una fecha”.',
  thanks: 'Gracias por contárnoslo.',
  thanksLead: 'Se necesita valor. No tienes que cargar con esto a solas.',
  stays: 'Lo que se queda contigo',
  staysLifetime: { one: '{n} día en total', other: '{n} días en total' },
  staysLongest: {
    one: '{n} día en tu periodo más largo',
    other: '{n} días en tu periodo más largo',
  },
  staysChips: { one: '{n} ficha que ganaste', other: '{n} fichas que ganaste' },
  mentor: 'Hablar con mi mentor o mentora',

  fixTitle: 'Corregir una fecha',
  fixLead: 'Para una fecha que está mal. Esto no es una vuelta al consumo.',
  chapterLabel: '¿Qué capítulo?',
  chapter: 'Capítulo {n}: del {from} al {to}',
  chapterNow: 'Capítulo {n}: desde el {from}',
  fixDateLabel: '¿Cuándo empezó?',
  fixSend: 'Guardar la fecha',
  fixed: 'La fecha está guardada.',

  startTitle: 'Poner una fecha de inicio',
  startLead: 'Cuenta desde el día que sea importante para ti. Puedes cambiarlo después.',
  startSend: 'Empezar desde este día',
  started: 'Tu fecha de inicio está guardada.',

  labelTitle: 'Tus palabras para este tiempo',
  labelCustom: 'Mis propias palabras',
  labelCustomName: 'Palabras después de “días”',
  labelSend: 'Usar estas palabras',
  labelled: 'Tus palabras están guardadas.',

  addTitle: 'Agregar un logro',
  addLead: 'Cualquier cosa que te importe. También puede ser un día por venir.',
  titleLabel: '¿Qué es?',
  noteLabel: 'Una nota, si quieres',
  addSend: 'Agregar a mi camino',
  added: 'Ya está en tu camino.',

  removeTitle: '¿Quitar “{title}” de tu camino?',
  removeSend: 'Quitarlo',
  keep: 'Dejarlo',
  removed: 'Se quitó.',

  celebrateTitle: 'Celebrar “{title}”',
  reactionLabel: '¿Cómo?',
  wordsLabel: 'Unas palabras, si quieres',
  celebrateSend: 'Enviar',
  takeBack: 'Retirarla',
  celebrated: 'Tu felicitación va en camino.',
  takenBack: 'La retiraste.',

  missing: {
    title: 'Ponle un nombre.',
    on: 'Elige un día.',
    words: 'Escribe las palabras que quieres ver.',
    reaction: 'Elige una de estas.',
  },
  rules: {
    'date-in-future': 'Ese día aún no llega. Elige hoy o un día anterior.',
    'overlaps-chapter': 'Ese día pertenece a otro capítulo. Elige un día entre los dos.',
    'no-such-chapter': 'Este capítulo ya no está. Elige otro.',
    'already-started': 'Ya tienes una fecha de inicio. Puedes cambiarla con “Corregir una fecha”.',
    'changed-meanwhile':
      'Esto cambió mientras tanto, quizá en otra pantalla. Lo que se guardó allí está a salvo. Míralo otra vez y guarda de nuevo.',
    'not-started': 'Aún no hay fecha de inicio. Pon una primero.',
    'not-personal': 'Solo puedes quitar lo que agregaste tú.',
    'not-reached': 'Ese día aún no llega. Podrás celebrarlo entonces.',
  },
};
export default spanish;
