import {
  ChangeBus,
  type Announcement,
} from '../../../../src/client/backends/embedded/change-bus.js';
import type { ChangeFeed } from './change-feed.js';

/** One clinic's changes, for the embedded backend's engine. */
export class TenantBus extends ChangeBus {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly tenantId: string,
  ) {
    super(tenantId);
  }

  override subscribe(listener: (announcement: Announcement) => void): () => void {
    return this.feed.listen(this.tenantId, listener);
  }

  override publish(announcements: readonly Announcement[]): void {
    // Written is written: when the line is down, at least this instance's people hear of it.
    this.feed.tell(this.tenantId, announcements).catch(() => this.publishHere(announcements));
  }

  override publishHere(announcements: readonly Announcement[]): void {
    for (const announcement of announcements) this.feed.tellHere(this.tenantId, announcement);
  }
}
