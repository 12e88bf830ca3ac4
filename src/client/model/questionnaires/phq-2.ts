import type { Instrument } from '../instrument.js';
import { pfizer, questionnaire, table } from '../questionnaire-parts.js';
import { phq9 } from './phq-9.js';

const [whole] = phq9.questionnaire.item ?? [];
const items = whole?.item?.slice(0, 2) ?? [];

/** PHQ-2: the first two questions of PHQ-9. From 3 on a closer look is worth while. */
export const phq2: Instrument = {
  questionnaire: questionnaire(
    'phq-2',
    ['Patient Health Questionnaire (PHQ-2)', 'Cuestionario sobre la salud del paciente (PHQ-2)'],
    [
      table(
        [
          '55757-9',
          'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
          'Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?',
        ],
        items,
      ),
    ],
    pfizer,
  ),
  scoring: {
    loinc: '55758-7',
    items: items.map((item) => item.linkId),
    max: 6,
    bands: [
      { from: 0, code: 'negative', label: { en: 'Few symptoms', es: 'Pocos síntomas' } },
      { from: 3, code: 'positive', label: { en: 'Worth a closer look', es: 'Conviene ver más' } },
    ],
  },
};
