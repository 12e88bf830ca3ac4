import { and, eq, gt, gte, lt, lte, sql } from 'drizzle-orm';
import type { Announcement } from '../../../../src/client/backends/embedded/change-bus.js';
import type {
  Ahead,
  Entry,
  Range,
  StoreTransaction,
} from '../../../../src/client/backends/embedded/store.js';
import type { AuditTrail } from './audit-trail.js';
import { notificationsOf } from './change-feed.js';
import type { Queries } from './database.js';
import { fromOrderKey, toOrderKey } from './order-key.js';
import { ownerOf } from './owner-of.js';
import { askedOf, fetchAhead, MOST_FETCHED, split, type Fetched } from './fetch-ahead.js';
import { PendingWrites, type Written } from './pending-writes.js';
import { recordOrder, records } from './schema.js';
import type { Scope } from './scope.js';

/** Records that a scan fetches at once. */
const BATCH = 64;
/** Records that wait to be written; more only when a clinic is filled. */
const MOST_PENDING = 256;

const found = {
  kind: records.kind,
  id: records.id,
  ownerId: records.ownerId,
  value: records.value,
  version: sql<string>`${records}.xmin::text`,
};
type Listed = Found & { readonly at: string };
type Found = { [K in keyof typeof found]: (typeof records.$inferSelect & { version: string })[K] };

/**
 * The embedded backend's ordered map as rows of one clinic, inside one transaction. What is written
 * waits for {@link flush} or for a scan that may have to find it, and goes in one statement.
 */
export class RecordTransaction implements StoreTransaction {
  readonly #known = new Map<string, Found | undefined>();
  /** Whole lists that were fetched ahead. */
  readonly #lists = new Map<string, readonly Listed[]>();
  readonly #pending: PendingWrites;
  readonly #notifications: string[] = [];

  constructor(
    private readonly tx: Queries,
    private readonly scope: Scope,
    private readonly trail?: AuditTrail,
  ) {
    this.#pending = new PendingWrites(tx, scope);
  }

  async get(key: string): Promise<Entry | undefined> {
    const waiting = this.#pending.get(key);
    if (waiting) return { key, order: [], value: waiting.value };
    const row = this.#known.has(key) ? this.#known.get(key) : await this.#find(key);
    if (!row) return undefined;
    this.trail?.read(row.kind, row.ownerId);
    return { key, order: [], value: row.value };
  }

  /** Fetches what will be read, all of it on one journey. */
  async fetch(ahead: Ahead): Promise<void> {
    this.know(ahead, await fetchAhead(this.tx, askedOf(this.scope, ahead)));
  }

  /** Takes what was fetched ahead: scans and gets find it. */
  know({ keys, list }: Ahead, rows: readonly Fetched[]): void {
    for (const key of keys) this.#known.set(key, undefined);
    const listed: Listed[] = [];
    for (const { owner_id: ownerId, at, ...rest } of rows) {
      const row = { ...rest, ownerId };
      this.#known.set(`${row.kind}\0${row.id}`, row);
      if (at !== null) listed.push({ ...row, at });
    }
    if (list && listed.length < MOST_FETCHED) this.#lists.set(nameOf(list), listed);
  }

  async put({ key, order, value }: Entry): Promise<void> {
    const [kind, id] = split(key);
    const owner = ownerOf(kind, id, value, this.scope.personId);
    const version = this.#known.has(key) ? (this.#known.get(key)?.version ?? null) : 'any';
    this.#pending.put(key, { kind, id, owner, value, version, keys: order.map(toOrderKey) });
    this.trail?.wrote('change', kind, id, owner);
    if (this.#pending.size >= MOST_PENDING) await this.#write();
  }

  async delete(key: string): Promise<void> {
    await this.#write();
    const [kind, id] = split(key);
    const [gone] = await this.tx.orm
      .delete(records)
      .where(this.#is(kind, id))
      .returning({ ownerId: records.ownerId });
    this.#known.delete(key);
    if (gone) this.trail?.wrote('remove', kind, id, gone.ownerId);
  }

  async clear(): Promise<void> {
    await this.#write();
    this.#known.clear();
    for (const table of ['records', 'mentors', 'pairings', 'bookings'])
      await this.tx.query(`DELETE FROM ${table} WHERE tenant_id = $1`, [this.scope.tenantId]);
  }

  async scan(range: Range, visit: (entry: Entry, order: string) => boolean): Promise<void> {
    const { from, to, after, descending = false } = range;
    if (this.#pending.mayLieIn(from)) await this.#write();
    const fetched = after === undefined && !descending ? this.#lists.get(nameOf(range)) : undefined;
    let last = after === undefined || after === '' ? undefined : toOrderKey(after);
    for (;;) {
      const rows =
        fetched ?? (await this.#batch(toOrderKey(from), toOrderKey(to), last, descending));
      for (const { at, ...row } of rows) {
        const key = `${row.kind}\0${row.id}`;
        if (!this.#known.has(key)) this.#known.set(key, row);
        this.trail?.read(row.kind, row.ownerId);
        if (!visit({ key, order: [], value: row.value }, fromOrderKey(at))) return;
      }
      const end = rows.at(-1);
      if (!end || rows.length < BATCH) return;
      last = end.at;
    }
  }

  /** Tells these people when the transaction commits, and nobody when it does not. */
  async tell(announcements: readonly Announcement[]): Promise<void> {
    for (const announcement of announcements)
      if (announcement.to.length)
        this.#notifications.push(...notificationsOf(this.scope.tenantId, announcement));
  }

  show(kind: string, ownerId: string, id: string): void {
    this.trail?.show(kind, ownerId, id);
  }

  /** Writes what waits, with its audit and its news. */
  flush(now: Date): Promise<void> {
    return this.#pending.write(now, this.trail?.entries, this.#notifications.splice(0));
  }

  /** What {@link flush} would write, for somebody else to do so. */
  take(now: Date): Written | undefined {
    return this.#pending.take(now, this.trail?.entries, this.#notifications.splice(0));
  }

  async #write(): Promise<void> {
    this.#lists.clear();
    for (const key of this.#pending.keys()) this.#known.delete(key);
    await this.#pending.write();
  }

  async #find(key: string): Promise<Found | undefined> {
    const [kind, id] = split(key);
    const [row] = await this.tx.orm.select(found).from(records).where(this.#is(kind, id));
    this.#known.set(key, row);
    return row;
  }

  #is(kind: string, id: string) {
    const { tenantId } = this.scope;
    return and(eq(records.tenantId, tenantId), eq(records.kind, kind), eq(records.id, id));
  }

  #batch(from: string, to: string, last: string | undefined, descending: boolean) {
    const { key } = recordOrder;
    const bytes = (hex: string) => sql`decode(${hex}, 'hex')`;
    return this.tx.orm
      .select({ ...found, at: sql<string>`encode(${key}, 'hex')` })
      .from(recordOrder)
      .innerJoin(
        records,
        and(
          eq(records.tenantId, recordOrder.tenantId),
          eq(records.kind, recordOrder.kind),
          eq(records.id, recordOrder.id),
        ),
      )
      .where(
        and(
          eq(recordOrder.tenantId, this.scope.tenantId),
          gte(key, bytes(from)),
          lte(key, bytes(to)),
          last === undefined ? undefined : (descending ? lt : gt)(key, bytes(last)),
        ),
      )
      .orderBy(descending ? sql`${key} DESC` : key)
      .limit(BATCH);
  }
}

const nameOf = ({ from, to }: Range) => `${from}\n${to}`;
