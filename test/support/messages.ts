import type { BackendServices, MessageService, PairingService } from '../../src/client/backend.js';
import type { Message } from '../../src/client/model/message.js';
import type { Pairing, PairingStatus } from '../../src/client/model/pairing.js';

const people = {
  jordan: { id: 'jordan', name: 'Jordan', role: 'participant' },
  maya: { id: 'maya', name: 'Maya Ortiz', role: 'mentor' },
} as const;

type More = Partial<Omit<Message, 'from'>> & { from?: keyof typeof people };

/** A message so many hours ago, from Maya unless told otherwise. */
export function aMessage(hoursAgo: number, text: string, { from = 'maya', ...more }: More = {}) {
  return {
    id: `m-${hoursAgo}`,
    pairingId: 'jordan-maya',
    kind: 'message',
    text,
    from: people[from],
    sentAt: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(),
    kept: false,
    ...more,
  } satisfies Message as Message;
}

/** Four messages of three kinds over some days, newest first. */
export const aConversation = (): Message[] => [
  aMessage(2, 'You called someone before it grew. That is the whole skill.', {
    kind: 'encouragement',
  }),
  aMessage(20, 'Last night was long. I called my sister at nine.', { from: 'jordan' }),
  aMessage(49, 'When it is worst I set a timer for ten minutes and only do those.', {
    kind: 'note',
  }),
  aMessage(50, 'How do you get through the evening?', { from: 'jordan' }),
];

const unused = () => Promise.reject(new Error('not used'));

export const aPairing = (status: PairingStatus = 'active'): Pairing => {
  const at = new Date().toISOString();
  return {
    id: 'jordan-maya',
    participant: people.jordan,
    mentor: people.maya,
    status,
    phase: 'programme',
    ...{ requestedAt: at, expiresAt: at, changedAt: at },
    continuingConsent: [],
  };
};

/** The services of a thread: messages newest first, in pages, and the pairings in these statuses. */
export function conversation(
  all: readonly Message[],
  more: Partial<MessageService> = {},
  statuses: readonly PairingStatus[] = ['active'],
): BackendServices & { messages: MessageService; pairings: PairingService; all: Message[] } {
  const kept = [...all];
  const messages: MessageService = {
    list(_, { cursor = '0', limit = 50, kept: only } = {}) {
      const found = kept.filter((m) => only === undefined || m.kept === only);
      const end = Number(cursor) + limit;
      const items = found.slice(Number(cursor), end);
      return Promise.resolve({ items, ...(end < found.length ? { next: `${end}` } : {}) });
    },
    send: unused,
    update(id, change) {
      const at = kept.findIndex((m) => m.id === id);
      const readAt = change.read ? { readAt: new Date().toISOString() } : {};
      const changed = { ...kept[at]!, ...readAt, kept: change.kept ?? kept[at]!.kept };
      kept[at] = changed;
      return Promise.resolve(changed);
    },
    ...more,
  };
  const pairings: PairingService = {
    list: () => Promise.resolve({ items: statuses.map(aPairing) }),
    get: () => Promise.resolve(aPairing(statuses[0])),
    request: unused,
    apply: unused,
  };
  return { messages, pairings, all: kept };
}
