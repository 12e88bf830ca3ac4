import { sql } from 'drizzle-orm';
import { records } from '../database/schema.js';
import type { ClinicJob } from './take-turns.js';

const DAY = 86_400_000;
/** Who asked to be let in, by which name, is of no use once the meeting is over. */
export const KNOCKS_KEPT_MS = DAY;
/** Whom the host let in, sent away or removed, and why: long enough to talk about it. */
export const ENTRIES_KEPT_MS = 30 * DAY;

/** Removes what a room's door kept, some time after its meeting. The audit says who decided. */
export const forgetDoors: ClinicJob = {
  name: 'doors',
  everyMs: DAY / 24,
  async run(tx, tenantId, now) {
    const before = (ms: number) => new Date(+now - ms).toISOString();
    await tx.orm.execute(sql`
      DELETE FROM ${records} AS r USING ${records} AS m
      WHERE r.tenant_id = ${tenantId} AND r.kind IN ('knock', 'entry', 'door')
        AND m.tenant_id = ${tenantId} AND m.kind = 'meeting'
        AND m.id = CASE r.kind WHEN 'door' THEN r.id ELSE r.value ->> 'meetingId' END
        AND (m.value ->> 'endsAt')::timestamptz < (CASE r.kind
          WHEN 'knock' THEN ${before(KNOCKS_KEPT_MS)} ELSE ${before(ENTRIES_KEPT_MS)} END)::timestamptz`);
  },
};
