import type { Backend, BackendServices, Change } from '../../src/client/backend.js';
import type { Session } from '../../src/client/model/session.js';

/** A backend made by hand, for what the embedded one does not do: faults, and counting. */
export interface FakeBackend extends Backend {
  /** Tells the watchers that something changed. */
  emit(change: Change): void;
  /** How many listen now. */
  readonly watching: number;
}

/** A participant in Chicago, in the fifth week of ten. */
export function aSession(more: Partial<Session> = {}): Session {
  return {
    person: { id: 'jordan', name: 'Jordan', role: 'participant' },
    clinic: { id: 'harbor', name: 'Harbor' },
    timeZone: 'America/Chicago',
    region: 'US',
    ...more,
  };
}

/** Services that are not given are absent. `session` null: nobody is signed in. */
export function fakeBackend(
  services: BackendServices & { readonly durable?: Promise<boolean> } = {},
  session: Session | null = aSession(),
): FakeBackend {
  const listeners = new Set<(change: Change) => void>();
  return {
    ...services,
    session: { current: () => Promise.resolve(session), signOut: () => Promise.resolve() },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit: (change) => [...listeners].forEach((listener) => listener(change)),
    get watching() {
      return listeners.size;
    },
  };
}

/** A promise and its ends. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
