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

  /** They went out with the transaction that wrote them: {@link RecordTransaction.tell}. */
  override publish(): void {}
}
