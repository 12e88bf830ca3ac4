import type { MatchReason } from '../../src/client/model/matching.js';
import type { Mentor } from '../../src/client/model/mentor.js';
import type { Pairing } from '../../src/client/model/pairing.js';

const HOUR = 3_600_000;

/** An instant so many hours from now. */
export const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

export function maya(more: Partial<Mentor> = {}): Mentor {
  return {
    id: 'maya',
    name: 'Maya Brooks',
    pronouns: 'she/her',
    credentials: [
      { en: 'Certified Peer Recovery Specialist', es: 'Especialista en recuperación entre pares' },
    ],
    headline: {
      en: 'I learned to parent, and to breathe, without a drink in my hand.',
      es: 'Aprendí a ser mamá, y a respirar, sin una copa en la mano.',
    },
    story: {
      en: 'Six years ago I hid wine in a coffee mug. A woman in my group called me each morning for a month and never once told me what to do. Now I get to be that call for someone else.',
      es: 'Hace seis años escondía vino en una taza de café. Una mujer de mi grupo me llamó cada mañana durante un mes y nunca me dijo qué hacer. Hoy me toca a mí ser esa llamada.',
    },
    experiences: [],
    languages: ['en', 'es'],
    timeZone: 'America/New_York',
    availability: [
      ...[1, 3, 4].map((weekday) => ({ weekday, from: 18 * 60, to: 21 * 60 })),
      { weekday: 6, from: 9 * 60, to: 12 * 60 },
    ],
    capacity: 3,
    openPlaces: 1,
    paused: false,
    nextOpening: inHours(50),
    ...more,
  };
}

const experience = (
  kind: 'pathway' | 'life' | 'condition' | 'substance',
  code: string,
  en: string,
  es: string,
): MatchReason => ({
  type: 'experience',
  asked: false,
  experience: { kind, code, label: { en, es } },
});

/** Something of every kind. */
export const reasons: MatchReason[] = [
  { type: 'availability', minutesPerWeek: 190 },
  { type: 'language', language: 'es' },
  { type: 'time-zone' },
  experience('life', 'parent', 'parents', 'madres o padres'),
  experience('condition', 'anxiety', 'anxiety', 'ansiedad'),
];

export function aPairing(status: Pairing['status'], more: Partial<Pairing> = {}): Pairing {
  return {
    id: 'p1',
    participant: { id: 'jordan', name: 'Jordan', role: 'participant' },
    mentor: { id: 'maya', name: 'Maya', role: 'mentor' },
    status,
    phase: 'programme',
    requestedAt: inHours(-12),
    expiresAt: inHours(60),
    changedAt: inHours(-12),
    continuingConsent: [],
    ...more,
  };
}
