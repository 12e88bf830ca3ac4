import type { CrisisContact, CrisisRegion } from './crisis-line.js';

// Services change: check every number against the service's own page before a release.

/** The numbers that help first in one country: little enough for every element to bring along. */
export interface FirstHelp extends Pick<CrisisRegion, 'emergency' | 'overdose'> {
  /** How to reach the first line of the country. */
  readonly contacts: readonly CrisisContact[];
  /** Whether the country has more than this line. */
  readonly more: boolean;
}

const call = (to: string): CrisisContact => ({ kind: 'call', to });
const write = (to: string): CrisisContact => ({ kind: 'text', to });
const chat = (to: string): CrisisContact => ({ kind: 'chat', to });

const first = (emergency: string, contacts: CrisisContact[], more = false): FirstHelp => ({
  emergency,
  overdose: {
    en: `Overdose: call ${emergency}. Give naloxone if you have it. Stay with the person.`,
    es: `Sobredosis: llama al ${emergency}. Dale naloxona si tienes. Quédate con la persona.`,
  },
  contacts,
  more,
});

const samaritans = [call('116 123')];

/** By ISO 3166-1 alpha-2 country. Where there is none: ask, or say so; never guess. */
export const firstLines: Readonly<Record<string, FirstHelp>> = {
  US: first(
    '911',
    [
      call('988'),
      write('988'),
      chat('https://988lifeline.org/chat/'),
      { ...call('988'), press: '2', language: 'es' },
      { ...write('988'), body: 'AYUDA', language: 'es' },
    ],
    true,
  ),
  CA: first('911', [call('988'), write('988')]),
  GB: first('999', samaritans, true),
  IE: first('112', samaritans, true),
  AU: first('000', [
    call('13 11 14'),
    write('0477 13 11 14'),
    chat('https://www.lifeline.org.au/crisis-chat/'),
  ]),
  NZ: first('111', [call('1737'), write('1737')]),
  MX: first('911', [call('800 911 2000')]),
  ES: first('112', [call('024')]),
};
