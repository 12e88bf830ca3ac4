import type { CrisisContact, CrisisLine, CrisisRegion } from './crisis-line.js';
import type { LocalizedText } from './localized-text.js';

// Services change: check every number against the service's own page before a release.

const call = (to: string, more: Partial<CrisisContact> = {}): CrisisContact => ({
  kind: 'call',
  to,
  ...more,
});
const write = (to: string, more: Partial<CrisisContact> = {}): CrisisContact => ({
  kind: 'text',
  to,
  ...more,
});
const chat = (to: string): CrisisContact => ({ kind: 'chat', to });

/** Holds for every line that says nothing else. */
const anyCrisis = {
  en: 'Somebody listens, day and night, whatever the crisis.',
  es: 'Alguien te escucha, de día y de noche, sea cual sea la crisis.',
};

const line = (
  id: string,
  name: string | LocalizedText,
  contacts: CrisisContact[],
  about: LocalizedText = anyCrisis,
): CrisisLine => ({ id, name: typeof name === 'string' ? { en: name } : name, about, contacts });

const region = (code: string, emergency: string, ...lines: CrisisLine[]): CrisisRegion => ({
  region: code,
  emergency,
  overdose: {
    en: `Overdose: call ${emergency}. Give naloxone if you have it. Stay with the person.`,
    es: `Sobredosis: llama al ${emergency}. Da naloxona si tienes. Quédate con la persona.`,
  },
  lines,
});

const samaritans = line('samaritans', 'Samaritans', [call('116 123')]);

/** Help in a crisis, bundled: no network is needed to show it. */
export const crisisRegions: readonly CrisisRegion[] = [
  region(
    'US',
    '911',
    line(
      '988',
      {
        en: '988 Suicide & Crisis Lifeline',
        es: '988 Línea de Prevención del Suicidio y Crisis',
      },
      [
        call('988'),
        call('988', { press: '2', language: 'es' }),
        write('988'),
        write('988', { body: 'AYUDA', language: 'es' }),
        chat('https://988lifeline.org/chat/'),
      ],
    ),
    line(
      'veterans',
      { en: 'Veterans Crisis Line', es: 'Línea de Crisis para Veteranos' },
      [call('988', { press: '1' }), write('838255')],
      {
        en: 'For people who serve or have served, and those close to them.',
        es: 'Para quienes sirven o han servido, y sus seres queridos.',
      },
    ),
    line('crisis-text-line', 'Crisis Text Line', [
      write('741741', { body: 'HOME' }),
      write('741741', { body: 'HOLA', language: 'es' }),
    ]),
    line(
      'samhsa',
      { en: 'SAMHSA National Helpline', es: 'Línea Nacional de Ayuda de SAMHSA' },
      [call('1-800-662-4357'), { kind: 'tty', to: '1-800-487-4889' }],
      {
        en: 'Find treatment for alcohol, drugs or mental health. In English and Spanish.',
        es: 'Tratamiento por alcohol, drogas o salud mental. En inglés y español.',
      },
    ),
  ),
  region('CA', '911', line('988', '9-8-8: Suicide Crisis Helpline', [call('988'), write('988')])),
  region('GB', '999', samaritans, line('shout', 'Shout', [write('85258', { body: 'SHOUT' })])),
  region(
    'IE',
    '112',
    samaritans,
    line('text-about-it', 'Text About It', [write('50808', { body: 'HELLO' })]),
  ),
  region(
    'AU',
    '000',
    line('lifeline', 'Lifeline', [
      call('13 11 14'),
      write('0477 13 11 14'),
      chat('https://www.lifeline.org.au/crisis-chat/'),
    ]),
  ),
  region('NZ', '111', line('1737', '1737, need to talk?', [call('1737'), write('1737')])),
  region('MX', '911', line('linea-de-la-vida', 'Línea de la Vida', [call('800 911 2000')])),
  region('ES', '112', line('024', 'Línea 024', [call('024')])),
];

/** Help in a country, by ISO 3166-1 alpha-2; undefined when unknown: then ask, never guess. */
export function crisisRegion(code: string | undefined): CrisisRegion | undefined {
  return crisisRegions.find((r) => r.region === code?.toUpperCase());
}
