import * as z from 'zod/mini';
import type { Announcement } from '../../../../src/client/backends/embedded/change-bus.js';
import { CHANGE_TOPICS } from '../../../../src/client/change-topics.js';
import type { Database } from './database.js';

type Listener = (announcement: Announcement) => void;

/** Where PostgreSQL carries them. */
export const CHANNEL = 'wayfellow_changes';
/** Bytes that PostgreSQL carries in one notification. */
const MOST = 7999;

const News = z.object({
  tenant: z.string(),
  topic: z.string(),
  to: z.union([z.literal('*'), z.array(z.string())]),
  ids: z.optional(z.array(z.string())),
});

/** Carries changes between instances: topics and ids, and who may know; never what was written. */
export class ChangeFeed {
  readonly #listeners = new Set<readonly [tenantId: string, listener: Listener]>();

  private constructor(private readonly db: Database) {}

  /** Starts to listen. It ends with the database. */
  static async open(db: Database): Promise<ChangeFeed> {
    const feed = new ChangeFeed(db);
    feed.close = await db.listen(
      CHANNEL,
      (payload) => feed.#hear(payload),
      () => feed.#missed(),
    );
    return feed;
  }

  close: () => Promise<void> = () => Promise.resolve();

  listen(tenantId: string, listener: Listener): () => void {
    const entry = [tenantId, listener] as const;
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  /** Tells every instance of what no call has written: a clinic that was put back, say. */
  async tell(tenant: string, announcements: readonly Announcement[]): Promise<void> {
    for (const announcement of announcements)
      for (const payload of notificationsOf(tenant, announcement))
        await this.db.notify(CHANNEL, payload);
  }

  #tell(tenantId: string, announcement: Announcement): void {
    for (const entry of this.#listeners)
      if (entry[0] === tenantId)
        // Each on its own, so that one that throws does not keep it from the others.
        queueMicrotask(() => {
          if (this.#listeners.has(entry)) entry[1](announcement);
        });
  }

  #hear(payload: string): void {
    if (!this.#listeners.size) return;
    const { tenant, ...announcement } = News.parse(JSON.parse(payload));
    this.#tell(tenant, announcement as Announcement);
  }

  /** What was missed is not known, so all is to be looked at again, of whichever topic. */
  #missed(): void {
    for (const tenant of new Set([...this.#listeners].map(([id]) => id)))
      for (const topic of CHANGE_TOPICS) this.#tell(tenant, { topic, to: '*' });
  }
}

/** The announcement in as many notifications as it needs; ids that do not fit are left out. */
export function notificationsOf(tenant: string, announcement: Announcement): string[] {
  const payload = JSON.stringify({ tenant, ...announcement });
  if (Buffer.byteLength(payload) <= MOST) return [payload];
  const { topic, to, ids } = announcement;
  if (ids) return notificationsOf(tenant, { topic, to });
  const half = to.length >> 1;
  return [to.slice(0, half), to.slice(half)].flatMap((part) =>
    notificationsOf(tenant, { topic, to: part as readonly string[] }),
  );
}
