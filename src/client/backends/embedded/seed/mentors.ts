import type { StoredMentor } from '../collections.js';
import { experience } from './experiences.js';
import { t } from './times.js';

/** Weekdays (0 is Sunday), from hour, to hour. */
type Hours = readonly [days: string, from: number, to: number];
type Row = readonly [
  id: string,
  name: string,
  pronouns: string,
  zone: string,
  languages: string,
  capacity: number,
  hours: readonly Hours[],
  /** Codes of experiences. */
  experiences: string,
  credentials: string,
  headline: readonly [en: string, es: string],
  story?: readonly [en: string, es: string],
];

const CREDENTIALS: Record<string, readonly [string, string]> = {
  r: ['Certified Peer Recovery Specialist', 'Especialista certificada en recuperación entre pares'],
  s: ['Certified Peer Support Specialist', 'Especialista certificada en apoyo entre pares'],
  f: ['Mental Health First Aid', 'Primeros auxilios en salud mental'],
};

const NY = 'America/New_York';
const CHICAGO = 'America/Chicago';
const DENVER = 'America/Denver';
const LA = 'America/Los_Angeles';

/** One row a mentor. Every story is told in the mentor's own words and with their consent. */
export const mentorTable: readonly Row[] = [
  [
    'maya',
    'Maya',
    'she/her',
    CHICAGO,
    'en es',
    3,
    [
      ['134', 17, 21],
      ['6', 9, 12],
    ],
    'mutual-aid therapy parent anxiety alcohol',
    'r f',
    [
      'I learned to parent, and to breathe, without a drink in my hand.',
      'Aprendí a ser mamá, y a respirar, sin una copa en la mano.',
    ],
    [
      'Six years ago I hid wine in a coffee mug so my girls would not see. Panic came every night at four. A woman in my group called me each morning for a month and never once told me what to do. Now I get to be that call for someone else.',
      'Hace seis años escondía vino en una taza de café para que mis hijas no lo vieran. El pánico llegaba cada noche a las cuatro. Una mujer de mi grupo me llamó cada mañana durante un mes y nunca me dijo qué hacer. Hoy me toca a mí ser esa llamada.',
    ],
  ],
  [
    'ray',
    'Ray',
    'he/him',
    CHICAGO,
    'en',
    2,
    [['25', 18, 20]],
    'mutual-aid veteran ptsd alcohol',
    'r',
    [
      'It took me ten years to ask for help. You are already ahead of me.',
      'Tardé diez años en pedir ayuda. Tú ya vas por delante de mí.',
    ],
    [
      'After two deployments I could not sit with my back to a door. I drank to sleep. What helped was small: one meeting, one walk with the dog, one honest sentence a day.',
      'Después de dos misiones no podía sentarme de espaldas a una puerta. Bebía para dormir. Me ayudó lo pequeño: una reunión, un paseo con el perro, una frase sincera al día.',
    ],
  ],
  [
    'denise',
    'Denise',
    'she/her',
    NY,
    'en',
    2,
    [
      ['24', 12, 15],
      ['0', 14, 17],
    ],
    'faith caregiver depression opioids',
    'r f',
    [
      'I cared for everyone but me. I can help you find room for yourself.',
      'Cuidaba de todos menos de mí. Puedo ayudarte a encontrar tu lugar.',
    ],
  ],
  [
    'theo',
    'Theo',
    'he/him',
    CHICAGO,
    'en',
    2,
    [['1235', 18, 21]],
    'secular parent anxiety stimulants',
    'r',
    [
      'Single dad, night-shift cook, four years on this road.',
      'Papá solo, cocinero de noche, cuatro años en este camino.',
    ],
    [
      'I used to stay awake for days so that nothing could go wrong. Everything did. A secular group taught me to notice a worry and let it pass. My son is eight and he has the dad he asked for.',
      'Pasaba días sin dormir para que nada saliera mal. Y todo salía mal. Un grupo laico me enseñó a ver una preocupación y dejarla pasar. Mi hijo tiene ocho años y tiene al papá que pedía.',
    ],
  ],
  [
    'lucia',
    'Lucía',
    'ella/she',
    DENVER,
    'es en',
    2,
    [['1345', 17, 20]],
    'mutual-aid newcomer depression alcohol',
    'r s',
    [
      'I started over in a new country and in a new life, one day at a time.',
      'Empecé de nuevo en otro país y en otra vida, un día a la vez.',
    ],
    [
      'When I arrived I knew nobody, and drinking felt like company. My first meeting in Spanish felt like home. I will listen in the language your heart speaks.',
      'Cuando llegué no conocía a nadie y beber parecía compañía. Mi primera reunión en español se sintió como casa. Te escucho en el idioma en que habla tu corazón.',
    ],
  ],
  [
    'amara',
    'Amara',
    'she/they',
    NY,
    'en',
    2,
    [['12345', 19, 22]],
    'medication student anxiety opioids',
    'r',
    [
      'Medication gave me the quiet I needed to begin.',
      'La medicación me dio la calma que necesitaba para empezar.',
    ],
    [
      'People told me medication was not real recovery. I am finishing my degree, I sleep, I call my sister back. It is real. I will never judge how you do yours.',
      'Me decían que con medicación no era recuperación de verdad. Termino mi carrera, duermo, le devuelvo las llamadas a mi hermana. Es de verdad. Nunca juzgaré cómo haces tú la tuya.',
    ],
  ],
  [
    'kenji',
    'Kenji',
    'he/him',
    LA,
    'en',
    2,
    [['246', 10, 13]],
    'secular health-worker depression alcohol',
    's f',
    [
      'A nurse who finally let someone take care of him.',
      'Un enfermero que por fin dejó que alguien lo cuidara.',
    ],
  ],
  [
    'priya',
    'Priya',
    'she/her',
    NY,
    'en',
    2,
    [['135', 17, 20]],
    'therapy newcomer parent anxiety',
    's f',
    [
      'My anxiety had a doctorate. We can unlearn it together.',
      'Mi ansiedad tenía un doctorado. Podemos desaprenderla juntas.',
    ],
    [
      'From outside I looked fine: job, toddler, tidy house. Inside I counted exits. An IOP like yours gave me words for it. I keep three skills on my fridge and would love to hear yours.',
      'Por fuera todo iba bien: trabajo, una niña pequeña, casa en orden. Por dentro contaba salidas. Un programa como el tuyo me dio palabras. Tengo tres herramientas en la nevera y me encantaría oír las tuyas.',
    ],
  ],
  [
    'marcus',
    'Marcus',
    'he/him',
    CHICAGO,
    'en',
    3,
    [
      ['24', 17, 20],
      ['6', 10, 14],
    ],
    'mutual-aid faith parent reentry stimulants',
    'r',
    ['I came home, and I stayed home. Ask me how.', 'Volví a casa y me quedé. Pregúntame cómo.'],
    [
      'I missed three birthdays. The first one I was back for, I was shaking, and a man from my group stood next to me at the cake. We figure out hard days ahead of time, together.',
      'Me perdí tres cumpleaños. En el primero al que volví estaba temblando, y un hombre de mi grupo se quedó a mi lado junto al pastel. Los días difíciles los pensamos antes, juntos.',
    ],
  ],
  [
    'rowan',
    'Rowan',
    'they/them',
    DENVER,
    'en',
    2,
    [['1256', 16, 19]],
    'secular therapy lgbtq bipolar cannabis',
    's',
    [
      'You can be all of yourself here. That is where it starts for me.',
      'Aquí puedes ser tú por completo. Para mí ahí empieza todo.',
    ],
  ],
  [
    'walt',
    'Walt',
    'he/him',
    DENVER,
    'en',
    2,
    [['23', 7, 10]],
    'medication mutual-aid veteran small-town ptsd opioids',
    'r',
    [
      'An hour from the nearest meeting, and still not alone.',
      'A una hora de la reunión más cercana, y aun así no estoy solo.',
    ],
  ],
  [
    'elena',
    'Elena',
    'ella/she',
    'America/Phoenix',
    'es en',
    2,
    [['1246', 9, 12]],
    'faith grief caregiver anxiety alcohol',
    'r s',
    [
      'After I lost my brother, I learned that sorrow can be shared.',
      'Después de perder a mi hermano aprendí que la pena se comparte.',
    ],
  ],
];

/** The mentors of the clinic. Ray is resting. */
export function clinicMentors(): StoredMentor[] {
  return mentorTable.map(
    ([
      id,
      name,
      pronouns,
      timeZone,
      languages,
      capacity,
      hours,
      codes,
      papers,
      headline,
      story,
    ]) => ({
      id,
      name,
      pronouns,
      credentials: papers.split(' ').map((paper) => t(...(CREDENTIALS[paper] ?? ['', '']))),
      headline: t(...headline),
      ...(story ? { story: t(...story) } : {}),
      experiences: codes.split(' ').map(experience),
      languages: languages.split(' '),
      timeZone,
      availability: hours.flatMap(([days, from, to]) =>
        [...days].map((day) => ({ weekday: Number(day), from: from * 60, to: to * 60 })),
      ),
      capacity,
      paused: id === 'ray',
    }),
  );
}
