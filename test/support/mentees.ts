import type { BackendServices } from '../../src/client/backend.js';
import type { CheckIn } from '../../src/client/model/check-in.js';
import type { CheckInFollowUp } from '../../src/client/model/check-in-plan.js';
import { addDays, localDateAt } from '../../src/client/model/date-time.js';
import type { Message } from '../../src/client/model/message.js';
import type { Milestone } from '../../src/client/model/milestone.js';
import { transition, type Pairing } from '../../src/client/model/pairing.js';
import type { Session } from '../../src/client/model/session.js';
import { aSession } from './fake-backend.js';

const ZONE = 'America/Chicago';
const maya = { id: 'maya', name: 'Maya', role: 'mentor' } as const;

export const aMentor = (): Session => aSession({ person: maya });

/** A local date so many days ago, where the mentor is. */
export const daysAgo = (days: number): string => addDays(localDateAt(new Date(), ZONE), -days);

/** Somebody who walks with Maya, or asks to. */
export function walking(name: string, more: Partial<Pairing> = {}): Pairing {
  const at = new Date().toISOString();
  return {
    id: `${name}-maya`,
    participant: { id: name, name, role: 'participant' },
    mentor: maya,
    status: 'active',
    phase: 'programme',
    requestedAt: at,
    changedAt: at,
    expiresAt: new Date(Date.now() + 40 * 3_600_000).toISOString(),
    continuingConsent: [],
    ...more,
  };
}

/** A daily check-in so many days ago. */
export function moodOf(
  personId: string,
  ago: number,
  mood: number,
  { call = false }: { call?: boolean } = {},
): CheckIn {
  const on = daysAgo(ago);
  return {
    id: `${personId}-${ago}`,
    personId,
    on,
    timeZone: ZONE,
    receivedAt: `${on}T20:00:00.000Z`,
    response: {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: [
        { linkId: 'mood', answer: [{ valueInteger: mood }] },
        { linkId: 'call', answer: [{ valueBoolean: call }] },
      ],
    },
  };
}

export function reached(personId: string, ago: number, title: string): Milestone {
  return {
    id: `m-${personId}-${ago}`,
    personId,
    kind: 'personal',
    title: { en: title },
    on: daysAgo(ago),
    timeZone: ZONE,
    reached: true,
    recordedAt: new Date().toISOString(),
    celebrations: [],
  };
}

export interface Days {
  readonly followUps?: readonly CheckInFollowUp[];
  readonly checkIns?: readonly CheckIn[];
  readonly messages?: readonly Message[];
  readonly milestones?: readonly Milestone[];
}

type Services = {
  readonly [S in 'pairings' | 'checkIns' | 'messages' | 'milestones']: NonNullable<
    BackendServices[S]
  >;
};

const unused = () => Promise.reject(new Error('not used'));

/** The services that a mentor's list asks: pairings that can be answered, and what is shared. */
export function mentoring(
  pairings: readonly Pairing[],
  { followUps = [], checkIns = [], messages = [], milestones = [] }: Days = {},
): Services & { known: Pairing[] } {
  const known = [...pairings];
  const of = <T extends { personId: string }>(all: readonly T[], id: string | undefined) =>
    Promise.resolve({ items: all.filter(({ personId }) => personId === id) });
  return {
    known,
    pairings: {
      list: () => Promise.resolve({ items: [...known] }),
      get: unused,
      request: unused,
      apply: (id, action) => {
        const at = known.findIndex((pairing) => pairing.id === id);
        known[at] = transition(known[at]!, action, 'maya', new Date());
        return Promise.resolve(known[at]);
      },
    },
    checkIns: {
      submit: unused,
      followUps: () => Promise.resolve([...followUps]),
      list: ({ personId } = {}) => of(checkIns, personId),
    },
    messages: {
      send: unused,
      update: unused,
      list: (id) => Promise.resolve({ items: messages.filter((m) => m.pairingId === id) }),
    },
    milestones: {
      record: unused,
      changeRecord: unused,
      add: unused,
      remove: unused,
      celebrate: unused,
      list: ({ personId } = {}) => of(milestones, personId),
    },
  };
}

/** A silence of so many days. */
export const quietFor = (name: string, days: number): CheckInFollowUp => ({
  person: { id: name, name, role: 'participant' },
  questionnaire: 'https://example.org/Questionnaire/daily',
  since: daysAgo(days),
  days,
});

/** Something that somebody wrote to Maya. */
export const wrote = (name: string, text: string, readAt?: string): Message => ({
  id: `${name}-${text}`,
  pairingId: `${name}-maya`,
  kind: 'message',
  text,
  from: { id: name, name, role: 'participant' },
  sentAt: new Date().toISOString(),
  kept: false,
  ...(readAt ? { readAt } : {}),
});
