import type { Backend, Change } from '../backend.js';
import { BackendError } from '../errors.js';
import { inTime } from '../in-time.js';
import type { Attendance } from '../model/meeting.js';
import { abortable } from '../abortable.js';
import { Courier } from './courier.js';
import { IndexedDbEntries } from './indexed-db-entries.js';
import { LastVisit } from './last-visit.js';
import { platformLocks } from './lock.js';
import type { OutboxOptions } from './options.js';
import { Outbox } from './outbox.js';
import { overlay } from './overlay.js';
import { SignedIn } from './signed-in.js';
import { STORAGE_LIMIT, Vault } from './vault.js';
import { Writer } from './writer.js';

export type { EntryRecord, EntryStore, KeyRecord } from './entry-store.js';
export type { Locks } from './lock.js';
export type { OutboxOptions } from './options.js';
export type { Outbox } from './outbox.js';
export type { FailedWrite, OutboxState } from './state.js';
export type { Operation } from './write.js';

/** A backend that has an outbox before it. */
export type WithOutbox<B extends Backend> = B & {
  readonly outbox: Outbox;
  readonly durable: Promise<boolean>;
  readonly queues: true;
};

/**
 * The same backend, but what a person tells it is never lost and never told twice: check-ins,
 * safety alerts, attendance and drafts are kept on the device before they are sent, and sent in
 * order, under their idempotency keys, when that is possible again. They survive a lost network, a
 * lost answer, a reload, a killed browser, a session that ended, and two tabs at once.
 *
 * - `checkIns.submit` answers `queued` when it has to wait; the time at which the person answered is
 *   in the response itself and stays.
 * - `safety.raise` rejects as ever, with the detail `queued` when it is kept: nobody has it yet, and
 *   that must be said. It is sent before everything else.
 * - `sessions.attend` answers with what it was told. Drafts are read as they were last written.
 *
 * What is kept is sealed (AES-256-GCM, a key for each person that cannot be read out) and opened
 * and sent only as the person who wrote it. It expires after a week in which the device was in use, and is wiped
 * by `session.signOut()`, which tries to send it first for at most three seconds; look at
 * `outbox.state.waiting` to warn. `durable` is false when the browser keeps nothing.
 */
export function withOutbox<B extends Backend>(
  backend: B,
  options: OutboxOptions = {},
): WithOutbox<B> {
  const { name = 'wayfellow-outbox', clock = () => new Date() } = options;
  const { open = (wanted: string) => IndexedDbEntries.open(wanted), personId } = options;
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change) => [...listeners].forEach((listener) => listener(change));

  // As elements hear it from a backend: look again at `durable`.
  const opening = open(name);
  const vault = new Vault(opening, clock, () => tell({ topic: 'session' }));
  const signedIn = new SignedIn(backend, {
    hostSays: personId ?? (() => undefined),
    lastVisit: options.rememberPerson ? new LastVisit(opening, clock) : undefined,
    onKnown: () => outbox.wake(),
    onConfirmed: () => tell({ topic: 'session' }),
  });
  const locks = options.locks ?? platformLocks();
  const courier = new Courier(backend, vault, signedIn, locks, name);
  const outbox: Outbox = new Outbox(vault, courier, signedIn, { ...options, name });
  const writer = new Writer(backend, vault, courier, signedIn, outbox, clock);

  const wipe = async (id: string | null) => {
    const done = await Promise.allSettled([signedIn.leave(), id ? vault.wipe(id) : undefined]);
    // The other tabs forget them too, whatever the disk says.
    outbox.tell('signed-out');
    void outbox.refresh();
    const failed = done.find((each) => each.status === 'rejected');
    if (failed)
      throw new BackendError('unavailable', { detail: 'not-wiped', cause: failed.reason });
  };

  const members = {
    outbox,
    queues: true as const,
    session: overlay(backend.session, {
      current: (o) => signedIn.current(o),
      async signOut(o) {
        o?.signal?.throwIfAborted();
        const id =
          signedIn.known ?? (await abortable(signedIn.who(o), o?.signal).catch(() => null));
        o?.signal?.throwIfAborted();
        if (id && outbox.state.waiting)
          await abortable(inTime(courier.deliver(id), STORAGE_LIMIT), o?.signal).catch(
            () => undefined,
          );
        o?.signal?.throwIfAborted();
        try {
          await backend.session.signOut(o);
        } finally {
          // Also when the backend could not be told: the person leaves this device.
          if (!o?.signal?.aborted) await wipe(id);
        }
      },
    } satisfies Partial<Backend['session']>),

    get checkIns() {
      const { checkIns } = backend;
      return (
        checkIns &&
        overlay(checkIns, {
          submit: (input, o) =>
            writer.write({ operation: 'checkIns.submit', input }, o, ({ key, madeAt }) => ({
              status: 'queued',
              checkInId: key,
              at: madeAt,
            })),
        } satisfies Partial<typeof checkIns>)
      );
    },

    get safety() {
      const { safety } = backend;
      return (
        safety &&
        overlay(safety, {
          raise: (input, o) => writer.alert({ operation: 'safety.raise', input }, o),
        } satisfies Partial<typeof safety>)
      );
    },

    get sessions() {
      const { sessions } = backend;
      return (
        sessions &&
        overlay(sessions, {
          attend: (input, o) =>
            writer.write<Attendance>({ operation: 'sessions.attend', input }, o, () => input),
        } satisfies Partial<typeof sessions>)
      );
    },

    get drafts() {
      const { drafts } = backend;
      return (
        drafts &&
        overlay(drafts, {
          async get(key, o) {
            o?.signal?.throwIfAborted();
            const id = signedIn.known;
            const kept = id ? await vault.draft(id, key).catch(() => undefined) : undefined;
            if (kept?.operation === 'drafts.remove') return null;
            if (kept?.write?.operation !== 'drafts.put') return drafts.get(key, o);
            return { ...kept.write.input, savedAt: kept.madeAt };
          },
          put: (key, value, o) =>
            writer.write({ operation: 'drafts.put', input: { key, value } }, o, () => undefined),
          remove: (key, o) =>
            writer.write({ operation: 'drafts.remove', input: key }, o, () => undefined),
        } satisfies Partial<typeof drafts>)
      );
    },

    watch(listener: (change: Change) => void) {
      const own = (change: Change) => listener(change);
      const end = backend.watch(own);
      listeners.add(own);
      return () => {
        listeners.delete(own);
        end();
      };
    },

    get durable() {
      return Promise.all([backend.durable ?? true, vault.durable]).then(
        ([theirs, ours]) => theirs && ours,
      );
    },
  };

  outbox.start(backend);
  return overlay(backend, members);
}
