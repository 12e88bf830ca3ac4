import type { CrisisContact, CrisisLine } from './crisis-line.js';
import type { LocalizedText } from './localized-text.js';

// Services change: check every number against the service's own page before a release.

/** Holds for every line that says nothing else. */
const anyCrisis = {
  en: 'Somebody listens, day and night, whatever the crisis.',
  es: 'Alguien te escucha, de día y de noche, sea cual sea la crisis.',
};

const line = (
  id: string,
  name: LocalizedText,
  contacts: CrisisContact[] = [],
  about: LocalizedText = anyCrisis,
): CrisisLine => ({ id, name, about, contacts });

const samaritans = line('samaritans', { en: 'Samaritans' });

/**
 * The lines of a country, by ISO 3166-1 alpha-2. The first is named only: its numbers are in
 * `firstLines`.
 */
export const furtherLines: Readonly<Record<string, readonly CrisisLine[]>> = {
  US: [
    line('988', {
      en: '988 Suicide & Crisis Lifeline',
      es: '988 Línea de Prevención del Suicidio y Crisis',
    }),
    line(
      'veterans',
      { en: 'Veterans Crisis Line', es: 'Línea de Crisis para Veteranos' },
      [
        { kind: 'call', to: '988', press: '1' },
        { kind: 'text', to: '838255' },
      ],
      {
        en: 'For people who serve or have served, and those close to them.',
        es: 'Para quienes sirven o han servido, y sus seres queridos.',
      },
    ),
    line('crisis-text-line', { en: 'Crisis Text Line' }, [
      { kind: 'text', to: '741741', body: 'HOME' },
      { kind: 'text', to: '741741', body: 'HOLA', language: 'es' },
    ]),
    line(
      'samhsa',
      { en: 'SAMHSA National Helpline', es: 'Línea Nacional de Ayuda de SAMHSA' },
      [
        { kind: 'call', to: '1-800-662-4357' },
        { kind: 'tty', to: '1-800-487-4889' },
      ],
      {
        en: 'Find treatment for alcohol, drugs or mental health. In English and Spanish.',
        es: 'Tratamiento por alcohol, drogas o salud mental. En inglés y español.',
      },
    ),
  ],
  CA: [line('988', { en: '9-8-8: Suicide Crisis Helpline' })],
  GB: [samaritans, line('shout', { en: 'Shout' }, [{ kind: 'text', to: '85258', body: 'SHOUT' }])],
  IE: [
    samaritans,
    line('text-about-it', { en: 'Text About It' }, [{ kind: 'text', to: '50808', body: 'HELLO' }]),
  ],
  AU: [line('lifeline', { en: 'Lifeline' })],
  NZ: [line('1737', { en: '1737, need to talk?' })],
  MX: [line('linea-de-la-vida', { en: 'Línea de la Vida' })],
  ES: [line('024', { en: 'Línea 024' })],
};
