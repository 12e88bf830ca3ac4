import type { Instrument } from '../instrument.js';
import {
  howDifficult,
  howOften,
  pfizer,
  questionnaire,
  questions,
  severity,
  table,
} from '../questionnaire-parts.js';

const items = questions(
  howOften('Ningún día'),
  [
    '44250-9',
    'Little interest or pleasure in doing things',
    'Poco interés o placer en hacer cosas',
  ],
  [
    '44255-8',
    'Feeling down, depressed, or hopeless',
    'Se ha sentido decaído(a), deprimido(a) o sin esperanzas',
  ],
  [
    '44259-0',
    'Trouble falling or staying asleep, or sleeping too much',
    'Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado',
  ],
  [
    '44254-1',
    'Feeling tired or having little energy',
    'Se ha sentido cansado(a) o con poca energía',
  ],
  ['44251-7', 'Poor appetite or overeating', 'Sin apetito o ha comido en exceso'],
  [
    '44258-2',
    'Feeling bad about yourself – or that you are a failure or have let yourself or your family down',
    'Se ha sentido mal con usted mismo(a) – o que es un fracaso o que ha quedado mal con usted mismo(a) o con su familia',
  ],
  [
    '44252-5',
    'Trouble concentrating on things, such as reading the newspaper or watching television',
    'Ha tenido dificultad para concentrarse en ciertas actividades, tales como leer el periódico o ver la televisión',
  ],
  [
    '44253-3',
    'Moving or speaking so slowly that other people could have noticed? Or the opposite – being so fidgety or restless that you have been moving around a lot more than usual',
    '¿Se ha movido o hablado tan lento que otras personas podrían haberlo notado? o lo contrario – muy inquieto(a) o agitado(a) que ha estado moviéndose mucho más de lo normal',
  ],
  [
    '44260-8',
    'Thoughts that you would be better off dead or of hurting yourself in some way',
    'Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera',
  ],
);

/**
 * PHQ-9 in its published wording for the USA, English and Spanish. Its ninth question raises a
 * safety concern by its LOINC code; the last question is not scored.
 */
export const phq9: Instrument = {
  questionnaire: questionnaire(
    'phq-9',
    ['Patient Health Questionnaire (PHQ-9)', 'Cuestionario sobre la salud del paciente (PHQ-9)'],
    [
      table(
        [
          '44249-1',
          'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
          'Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?',
        ],
        items,
      ),
      ...questions(howDifficult(), [
        '69722-7',
        'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
        'Si marcó cualquiera de los problemas, ¿qué tanta dificultad le han dado estos problemas para hacer su trabajo, encargarse de las tareas del hogar, o llevarse bien con otras personas?',
      ]),
    ],
    pfizer,
  ),
  scoring: {
    loinc: '44261-6',
    items: items.map((item) => item.linkId),
    max: 27,
    bands: severity(
      [0, 'minimal'],
      [5, 'mild'],
      [10, 'moderate'],
      [15, 'moderately-severe'],
      [20, 'severe'],
    ),
  },
};
