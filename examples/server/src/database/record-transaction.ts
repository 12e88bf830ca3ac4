import type {
  Entry,
  Range,
  StoreTransaction,
} from '../../../../src/client/backends/embedded/store.js';
import { BackendError } from '../../../../src/client/errors.js';
import type { AuditTrail } from './audit-trail.js';
import type { Queries } from './database.js';
import { fromOrderKey, toOrderKey } from './order-key.js';
import { ownerOf } from './owner-of.js';
import type { Scope } from './scope.js';

/** Records that a scan fetches at once. */
const BATCH = 64;

type Found = { kind: string; id: string; owner_id: string | null; value: unknown; at: string };

/** The embedded backend's ordered map as rows of one clinic, inside one transaction. */
export class RecordTransaction implements StoreTransaction {
  constructor(
    private readonly tx: Queries,
    private readonly scope: Scope,
    private readonly trail?: AuditTrail,
  ) {}

  async get(key: string): Promise<Entry | undefined> {
    const [kind, id] = split(key);
    const [row] = await this.tx.query<Found>(
      'SELECT owner_id, value FROM records WHERE tenant_id = $1 AND kind = $2 AND id = $3',
      [this.scope.tenantId, kind, id],
    );
    if (!row) return undefined;
    this.trail?.read(kind, row.owner_id);
    return { key, order: [], value: row.value };
  }

  async put({ key, order, value }: Entry): Promise<void> {
    const { tenantId, personId } = this.scope;
    const [kind, id] = split(key);
    const owner = ownerOf(kind, id, value, personId);
    const record = [tenantId, kind, id];
    await this.tx.query(
      `INSERT INTO records (tenant_id, kind, id, owner_id, value)
        VALUES ($1, $2, $3, $4, $5::text::jsonb)
        ON CONFLICT (tenant_id, kind, id)
        DO UPDATE SET owner_id = EXCLUDED.owner_id, value = EXCLUDED.value`,
      [...record, owner, toJson(value)],
    );
    this.trail?.wrote('change', kind, id, owner);
    await this.tx.query(
      'DELETE FROM record_order WHERE tenant_id = $1 AND kind = $2 AND id = $3',
      record,
    );
    if (!order.length) return;
    await this.tx.query(
      `INSERT INTO record_order (tenant_id, kind, id, key)
        SELECT DISTINCT $1, $2, $3, decode(k #>> '{}', 'hex')
        FROM jsonb_array_elements($4::text::jsonb) k`,
      [...record, JSON.stringify(order.map(toOrderKey))],
    );
  }

  async delete(key: string): Promise<void> {
    const [kind, id] = split(key);
    const [gone] = await this.tx.query<{ owner_id: string | null }>(
      'DELETE FROM records WHERE tenant_id = $1 AND kind = $2 AND id = $3 RETURNING owner_id',
      [this.scope.tenantId, kind, id],
    );
    if (gone) this.trail?.wrote('remove', kind, id, gone.owner_id);
  }

  async clear(): Promise<void> {
    for (const table of ['records', 'mentors', 'pairings', 'bookings'])
      await this.tx.query(`DELETE FROM ${table} WHERE tenant_id = $1`, [this.scope.tenantId]);
  }

  async scan(
    { from, to, after, descending = false }: Range,
    visit: (entry: Entry, order: string) => boolean,
  ): Promise<void> {
    const [past, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
    let last = after === undefined || after === '' ? null : toOrderKey(after);
    for (;;) {
      const rows = await this.tx.query<Found>(
        `SELECT r.kind, r.id, r.owner_id, r.value, encode(o.key, 'hex') AS at
          FROM record_order o JOIN records r USING (tenant_id, kind, id)
          WHERE o.tenant_id = $1 AND o.key >= decode($2, 'hex') AND o.key <= decode($3, 'hex')
            AND ($4::text IS NULL OR o.key ${past} decode($4::text, 'hex'))
          ORDER BY o.key ${direction} LIMIT ${BATCH}`,
        [this.scope.tenantId, toOrderKey(from), toOrderKey(to), last],
      );
      for (const { kind, id, owner_id: owner, value, at } of rows) {
        this.trail?.read(kind, owner);
        if (!visit({ key: `${kind}\0${id}`, order: [], value }, fromOrderKey(at))) return;
      }
      const end = rows.at(-1);
      if (!end || rows.length < BATCH) return;
      last = end.at;
    }
  }
}

/** `kind\0id`; an id may hold anything. */
function split(key: string): [kind: string, id: string] {
  const at = key.indexOf('\0');
  return [key.slice(0, at), key.slice(at + 1)];
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new BackendError('invalid-request', { detail: 'value', cause });
  }
}
