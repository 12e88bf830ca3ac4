import type { Instrument } from '../instrument.js';
import { options, questionnaire, slider, text } from '../questionnaire-parts.js';

/** Answers to "Did you use?". */
const USE = 'https://wayfellow.dev/fhir/CodeSystem/use-since-last-check-in';

/** Our own check-in: 60 seconds, every question but the first may be left out. */
export const dailyCheckIn: Instrument = {
  questionnaire: questionnaire(
    'daily-check-in',
    ['Daily check-in', 'Cómo estás hoy'],
    [
      {
        ...slider('mood', ['How is your mood right now?', '¿Cómo está tu ánimo ahora?'], {
          max: 10,
          lower: ['Very low', 'Muy bajo'],
          upper: ['Very good', 'Muy bueno'],
        }),
        required: true,
      },
      slider(
        'craving',
        [
          'How strong were your cravings since your last check-in?',
          '¿Qué tan fuertes fueron tus ganas de consumir desde la última vez?',
        ],
        {
          max: 10,
          lower: ['None', 'Ninguna'],
          upper: ['Very strong', 'Muy fuertes'],
        },
      ),
      slider(
        'sleep',
        ['How many hours did you sleep last night?', '¿Cuántas horas dormiste anoche?'],
        {
          max: 14,
          lower: ['0 hours', '0 horas'],
          upper: ['14 or more', '14 o más'],
          unit: ['h', 'hours', 'horas'],
        },
      ),
      {
        linkId: 'connected',
        type: 'boolean',
        ...text(['Did you feel connected to someone today?', '¿Te sentiste cerca de alguien hoy?']),
      },
      slider(
        'confidence',
        [
          'How sure do you feel that you can stay on your path tomorrow?',
          '¿Cuánta confianza tienes en poder seguir tu camino mañana?',
        ],
        {
          max: 10,
          lower: ['Not sure yet', 'Poca todavía'],
          upper: ['Very sure', 'Mucha'],
        },
      ),
      {
        linkId: 'use',
        type: 'choice',
        ...text([
          'Did you use since your last check-in? It is okay to say, and okay not to.',
          '¿Consumiste desde la última vez? Está bien decirlo, y está bien no decirlo.',
        ]),
        answerOption: options(USE, [
          ['no', 'No', 'No'],
          ['yes', 'Yes', 'Sí'],
          ['prefer-not-to-say', 'I would rather not say', 'Prefiero no decirlo'],
        ]),
      },
      {
        linkId: 'call',
        type: 'boolean',
        ...text(['Would you like someone to call you?', '¿Quieres que alguien te llame?']),
      },
      {
        linkId: 'reflection',
        type: 'text',
        ...text([
          'One thing about today, good or hard, in your own words',
          'Algo de tu día, bueno o difícil, con tus propias palabras',
        ]),
        maxLength: 500,
      },
    ],
  ),
};
