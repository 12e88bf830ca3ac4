import type { Queries } from './database.js';
import type { Scope } from './scope.js';

/** What is somebody's own story. Other kinds are read on the way, to decide and to count. */
const PERSONAL = new Set(['check-in', 'record', 'milestone', 'chip', 'goal', 'message', 'alert']);
/** Bookkeeping, and what its writer alone ever sees. */
const UNLISTED = new Set(['answer', 'draft', 'mark']);
/** Their ids say something themselves: a chip's how long somebody is in recovery. */
const TELLING_IDS = new Set(['chip']);

type Action = 'read' | 'change' | 'remove';

/** What one call read and changed of whom, written in the call's own transaction. */
export class AuditTrail {
  readonly #entries = new Map<string, readonly [Action, string, string | null, string | null]>();

  constructor(
    private readonly scope: Scope,
    private readonly now: Date,
  ) {}

  /** A record was read. One's own story is one's own to read, and a list is one entry a person. */
  read(kind: string, ownerId: string | null): void {
    if (!PERSONAL.has(kind) || ownerId === this.scope.personId) return;
    this.#add('read', kind, ownerId, null);
  }

  wrote(action: 'change' | 'remove', kind: string, id: string, ownerId: string | null): void {
    if (UNLISTED.has(kind)) return;
    this.#add(action, kind, ownerId, TELLING_IDS.has(kind) ? null : id);
  }

  async write(tx: Queries): Promise<void> {
    const { tenantId, personId } = this.scope;
    // The server itself only fills clinics.
    if (personId === null || !this.#entries.size) return;
    await tx.query(
      `INSERT INTO audit (tenant_id, at, actor_id, action, kind, subject_id, record_id)
        SELECT $1, $2::timestamptz, $3, e ->> 0, e ->> 1, e ->> 2, e ->> 3
        FROM jsonb_array_elements($4::text::jsonb) e`,
      [tenantId, this.now.toISOString(), personId, JSON.stringify([...this.#entries.values()])],
    );
  }

  #add(...entry: readonly [Action, string, string | null, string | null]): void {
    this.#entries.set(JSON.stringify(entry), entry);
  }
}
