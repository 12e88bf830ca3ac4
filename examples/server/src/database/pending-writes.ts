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

/** All that one call writes. */
export interface Written {
  readonly at: string;
  readonly writes: readonly Write[];
  readonly audits: readonly AuditEntry[];
  /** Payloads of notifications. */
  readonly news: readonly string[];
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

  /** Takes what waits, to be written with this audit and this news; undefined when it is nothing. */
  take(
    now: Date = new Date(),
    audit: readonly AuditEntry[] = [],
    news: readonly string[] = [],
  ): Written | undefined {
    const writes = [...this.#writes.values()];
    this.#writes.clear();
    if (!writes.length && !audit.length && !news.length) return undefined;
    return {
      at: now.toISOString(),
      writes,
      audits: this.scope.personId === null ? [] : audit,
      news,
    };
  }

  /**
   * Writes records, audit and news in one statement.
   * @throws a serialization failure, in the database, when another call has written meanwhile what was
   *   read here
   */
  async write(...taken: Parameters<PendingWrites['take']>): Promise<void> {
    const { writes, audits, news, at } = this.take(...taken) ?? {};
    if (at === undefined) return;
    await write(this.tx, {
      ...{ ...this.scope, at, channel: CHANNEL },
      ...{ writes: toJson(writes), audits: toJson(audits), news: toJson(news) },
    });
  }
}

/** @throws {BackendError} `invalid-request` for what JSON has no words for */
export function toJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new BackendError('invalid-request', { detail: 'value', cause });
  }
}

const json = (name: string) => sql`${given(name)}::text::jsonb`;
const write = statement(
  () => sql`SELECT write_call(${given('tenantId')}, ${given('personId')}, ${given('at')}::timestamptz,
    ${json('writes')}, ${json('audits')}, ${given('channel')}, ${json('news')})`,
);
