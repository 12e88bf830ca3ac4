import { sql } from 'drizzle-orm';
import { BackendError } from '../../../../src/client/errors.js';
import type { AuditEntry } from './audit-trail.js';
import { CHANNEL } from './change-feed.js';
import type { Queries } from './database.js';
import type { Scope } from './scope.js';
import { given, statement } from './statement.js';

/** A record to be written. */
interface Write {
  readonly kind: string;
  readonly id: string;
  readonly owner: string | null;
  readonly value: unknown;
  /** The version that was read before: null when there was none, `any` when nobody looked. */
  readonly version: string | null;
  /** Order keys, hexadecimal. */
  readonly keys: readonly string[];
}

/** What a transaction has still to write, the last word on each record. */
export class PendingWrites {
  readonly #writes = new Map<string, Write>();

  constructor(
    private readonly tx: Queries,
    private readonly scope: Scope,
  ) {}

  get(key: string): Write | undefined {
    return this.#writes.get(key);
  }

  get size(): number {
    return this.#writes.size;
  }

  keys(): Iterable<string> {
    return this.#writes.keys();
  }

  put(key: string, write: Write): void {
    // What was read before the first of several writes is what must still be there.
    const version = this.#writes.get(key)?.version ?? write.version;
    this.#writes.set(key, { ...write, version });
  }

  /** Whether a list that begins at this order key could hold one of them. */
  mayLieIn(from: string): boolean {
    const kind = from.slice(0, from.indexOf('\0'));
    return [...this.#writes.values()].some((write) => write.kind === kind);
  }

  /**
   * Writes records, audit and news in one statement.
   * @throws a serialization failure, in the database, when another call has written meanwhile what was
   *   read here
   */
  async write(
    now: Date = new Date(),
    audit: readonly AuditEntry[] = [],
    news: readonly string[] = [],
  ): Promise<void> {
    const writes = [...this.#writes.values()];
    this.#writes.clear();
    if (!writes.length && !audit.length && !news.length) return;
    const { tenantId, personId } = this.scope;
    await write(this.tx, {
      ...{ tenantId, personId, channel: CHANNEL, at: now.toISOString() },
      writes: toJson(writes),
      wanted: writes.length,
      audit: toJson(personId === null ? [] : audit),
      news: toJson(news),
    });
  }
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new BackendError('invalid-request', { detail: 'value', cause });
  }
}

const json = (name: string) => sql`${given(name)}::text::jsonb`;
const write = statement(
  () => sql`
      WITH w AS MATERIALIZED (
        SELECT e ->> 'kind' AS kind, e ->> 'id' AS id, e ->> 'owner' AS owner, e -> 'value' AS value,
          e ->> 'version' AS version, e -> 'keys' AS keys
        FROM jsonb_array_elements(${json('writes')}) e
      ), written AS (
        INSERT INTO records AS r (tenant_id, kind, id, owner_id, value)
          SELECT ${given('tenantId')}::text, kind, id, owner, value FROM w
        ON CONFLICT (tenant_id, kind, id)
          DO UPDATE SET owner_id = EXCLUDED.owner_id, value = EXCLUDED.value
          WHERE (SELECT w.version IN ('any', r.xmin::text) FROM w
            WHERE w.kind = r.kind AND w.id = r.id)
        RETURNING 1
      ), unlisted AS (
        DELETE FROM record_order o USING w
          WHERE o.tenant_id = ${given('tenantId')}::text AND o.kind = w.kind AND o.id = w.id
            AND w.version IS NOT NULL AND NOT w.keys ? encode(o.key, 'hex')
      ), listed AS (
        INSERT INTO record_order (tenant_id, kind, id, key)
          SELECT ${given('tenantId')}::text, w.kind, w.id, decode(k, 'hex')
          FROM w, jsonb_array_elements_text(w.keys) k
        ON CONFLICT DO NOTHING
      ), audited AS (
        INSERT INTO audit (tenant_id, at, actor_id, action, kind, subject_id, record_id)
          SELECT ${given('tenantId')}::text, ${given('at')}::timestamptz, ${given('personId')}::text,
            e ->> 0, e ->> 1, e ->> 2, e ->> 3
          FROM jsonb_array_elements(${json('audit')}) e
          -- Whoever is in a room is let in again and again: one entry an hour.
          WHERE e ->> 1 <> 'room' OR NOT EXISTS (SELECT FROM audit a
            WHERE a.tenant_id = ${given('tenantId')}::text AND a.subject_id = e ->> 2 AND a.kind = 'room'
              AND a.record_id = e ->> 3
              AND a.at > ${given('at')}::timestamptz - interval '1 hour')
      )
      SELECT all_written((SELECT count(*) FROM written), ${given('wanted')}),
        (SELECT count(pg_notify(${given('channel')}, n)) FROM jsonb_array_elements_text(${json('news')}) n)
    `,
);
