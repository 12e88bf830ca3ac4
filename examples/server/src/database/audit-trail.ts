import type { Scope } from './scope.js';

/** What is somebody's own story. Other kinds are read on the way, to decide and to count. */
const PERSONAL = new Set(['check-in', 'record', 'milestone', 'chip', 'goal', 'message', 'alert']);
/** What is noted also of oneself, once an hour: that one was let into a meeting's room. */
const ENTRIES = new Set(['room']);
/** Bookkeeping, and what its writer alone ever sees. */
const UNLISTED = new Set(['answer', 'draft', 'mark', 'knock']);
/** Their ids say something themselves: a chip's how long somebody is in recovery. */
const TELLING_IDS = new Set(['chip']);

type Action = 'read' | 'change' | 'remove';
/** What was done, to which kind of record, of whom, and which. */
export type AuditEntry = readonly [Action, string, string | null, string | null];

/** What one call read and changed of whom, to be written in the call's own transaction. */
export class AuditTrail {
  readonly #entries = new Map<string, AuditEntry>();

  constructor(private readonly scope: Scope) {}

  get entries(): readonly AuditEntry[] {
    return [...this.#entries.values()];
  }

  /** A record was read. One's own story is one's own to read, and a list is one entry a person. */
  read(kind: string, ownerId: string | null): void {
    if (!PERSONAL.has(kind) || ownerId === this.scope.personId) return;
    this.#add('read', kind, ownerId, null);
  }

  /** The answer shows a record of a kind that is also read only to decide and to count. */
  show(kind: string, ownerId: string, id: string): void {
    if (ownerId !== this.scope.personId || ENTRIES.has(kind)) this.#add('read', kind, ownerId, id);
  }

  wrote(action: 'change' | 'remove', kind: string, id: string, ownerId: string | null): void {
    if (UNLISTED.has(kind)) return;
    this.#add(action, kind, ownerId, TELLING_IDS.has(kind) ? null : id);
  }

  #add(...entry: AuditEntry): void {
    this.#entries.set(JSON.stringify(entry), entry);
  }
}
