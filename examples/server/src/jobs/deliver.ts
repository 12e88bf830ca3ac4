import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import type { Database } from '../database/database.js';
import { deliveries } from '../database/schema.js';
import { asJob } from './job-role.js';
import { signWebhook } from './sign-webhook.js';

/** Where the portal hears of what happens. */
export interface Webhook {
  readonly url: string;
  /** At least 32 bytes that both servers know. */
  readonly secret: string;
}

const AT_ONCE = 10;
/** Who sends has so long to say how it went; then another instance tries. */
export const LEASE_MS = 60_000;
const LIMIT_MS = 10_000;
/** 30 s, doubled each time, at most 6 h: given up after about two days. */
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
export const MOST_ATTEMPTS = 18;

type Delivery = typeof deliveries.$inferSelect;

/**
 * Sends what is due. Each is claimed first, so that no two instances send it; one whose sender died
 * goes again under the same id, by which the portal knows it.
 * @returns how many were sent, whatever came of it
 */
export async function deliver(db: Database, webhook: Webhook, now: Date): Promise<number> {
  const claimed = await claim(db, now);
  await Promise.all(
    claimed.map(async (delivery) => settle(db, delivery, await send(webhook, delivery, now), now)),
  );
  return claimed.length;
}

function claim(db: Database, now: Date): Promise<Delivery[]> {
  return db.transaction(async (tx) => {
    await asJob(tx);
    const due = await tx.orm
      .select()
      .from(deliveries)
      .where(and(isNotNull(deliveries.nextAt), lte(deliveries.nextAt, now.toISOString())))
      .orderBy(asc(deliveries.nextAt))
      .limit(AT_ONCE)
      .for('update', { skipLocked: true });
    const nextAt = new Date(+now + LEASE_MS).toISOString();
    for (const each of due)
      await tx.orm
        .update(deliveries)
        .set({ nextAt, attempts: each.attempts + 1 })
        .where(eq(deliveries.id, each.id));
    return due.map((each) => ({ ...each, attempts: each.attempts + 1 }));
  });
}

/** Whether the portal took it. */
async function send({ url, secret }: Webhook, delivery: Delivery, now: Date): Promise<boolean> {
  const { id, kind, tenantId, subjectId, recipientId, recipientRole } = delivery;
  const at = new Date(delivery.at).toISOString();
  const body = JSON.stringify({ id, kind, tenantId, subjectId, recipientId, recipientRole, at });
  const headers = {
    'content-type': 'application/json',
    'wayfellow-signature': signWebhook(secret, body, now),
  };
  const signal = AbortSignal.timeout(LIMIT_MS);
  const sent = fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
  return sent.then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
}

async function settle(db: Database, delivery: Delivery, arrived: boolean, now: Date) {
  const { id, attempts } = delivery;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
  const again = attempts < MOST_ATTEMPTS ? new Date(+now + wait).toISOString() : null;
  await db.transaction(async (tx) => {
    await asJob(tx);
    await tx.orm
      .update(deliveries)
      .set(arrived ? { nextAt: null, deliveredAt: now.toISOString() } : { nextAt: again })
      .where(and(eq(deliveries.id, id), eq(deliveries.attempts, attempts)));
  });
}
