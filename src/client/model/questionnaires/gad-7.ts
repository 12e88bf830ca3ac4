import type { Instrument } from '../instrument.js';
import {
  howOften,
  pfizer,
  questionnaire,
  questions,
  severity,
  table,
} from '../questionnaire-parts.js';

const items = questions(
  howOften('Nunca'),
  [
    '69725-0',
    'Feeling nervous, anxious, or on edge',
    'Sentirse nervioso/a, intranquilo/a o con los nervios de punta',
  ],
  [
    '68509-9',
    'Not being able to stop or control worrying',
    'No poder dejar de preocuparse o no poder controlar la preocupación',
  ],
  [
    '69733-4',
    'Worrying too much about different things',
    'Preocuparse demasiado por diferentes cosas',
  ],
  ['69734-2', 'Trouble relaxing', 'Dificultad para relajarse'],
  [
    '69735-9',
    'Being so restless that it is hard to sit still',
    'Estar tan inquieto/a que es difícil permanecer sentado/a tranquilamente',
  ],
  ['69689-8', 'Becoming easily annoyed or irritable', 'Molestarse o ponerse irritable fácilmente'],
  [
    '69736-7',
    'Feeling afraid, as if something awful might happen',
    'Sentir miedo como si algo terrible pudiera pasar',
  ],
);

/** GAD-7 in its published wording, English and Spanish. */
export const gad7: Instrument = {
  questionnaire: questionnaire(
    'gad-7',
    [
      'Generalized Anxiety Disorder scale (GAD-7)',
      'Escala de trastorno de ansiedad generalizada (GAD-7)',
    ],
    [
      table(
        [
          '69737-5',
          'Over the last 2 weeks, how often have you been bothered by the following problems?',
          'Durante las últimas 2 semanas, ¿con qué frecuencia ha sentido molestias por los siguientes problemas?',
        ],
        items,
      ),
    ],
    pfizer,
  ),
  scoring: {
    loinc: '70274-6',
    items: items.map((item) => item.linkId),
    max: 21,
    bands: severity([0, 'minimal'], [5, 'mild'], [10, 'moderate'], [15, 'severe']),
  },
};
