import type { Backend, Change } from '../../../../src/client/backend.js';
import { people } from '../../../../src/client/backends/embedded/collections.js';
import { Engine } from '../../../../src/client/backends/embedded/engine.js';
import { Network } from '../../../../src/client/backends/embedded/network.js';
import type { Records } from '../../../../src/client/backends/embedded/records.js';
import { checkInService } from '../../../../src/client/backends/embedded/services/check-ins.js';
import { consentService } from '../../../../src/client/backends/embedded/services/consents.js';
import { draftService } from '../../../../src/client/backends/embedded/services/drafts.js';
import { goalService } from '../../../../src/client/backends/embedded/services/goals.js';
import { mentorService } from '../../../../src/client/backends/embedded/services/mentors.js';
import { messageService } from '../../../../src/client/backends/embedded/services/messages.js';
import { milestoneService } from '../../../../src/client/backends/embedded/services/milestones.js';
import { pairingService } from '../../../../src/client/backends/embedded/services/pairings.js';
import { safetyService } from '../../../../src/client/backends/embedded/services/safety.js';
import { sessionService } from '../../../../src/client/backends/embedded/services/session.js';
import { meetingService } from '../../../../src/client/backends/embedded/services/sessions.js';
import { BackendError } from '../../../../src/client/errors.js';
import type { Principal } from '../principal.js';
import type { ChangeFeed } from './change-feed.js';
import { DatabaseStorage } from './database-storage.js';
import type { Database } from './database.js';
import { TenantBus } from './tenant-bus.js';

/** What a backend needs beside its principal. */
export interface DatabaseBackendOptions {
  /** One an instance: `ChangeFeed.open(db)`. */
  readonly feed: ChangeFeed;
  /** The time; default the real one. */
  readonly clock?: () => Date;
}

/**
 * The port over PostgreSQL, for one person of one clinic: the rules of the embedded backend, each
 * call a transaction. Cheap to make, one for each request.
 */
export function databaseBackend(
  db: Database,
  principal: Principal,
  { feed, clock = () => new Date() }: DatabaseBackendOptions,
): Backend {
  const bus = new TenantBus(feed, principal.tenantId);
  const admit = (records: Records) => checkRole(records, principal);
  const storage = new DatabaseStorage(db, principal, clock, admit);
  const engine = new Engine(storage, new Network({}), bus, clock);
  engine.persona = principal.personId;
  const ended = new Set<() => void>();
  const end = () => {
    engine.persona = null;
    for (const listener of ended) queueMicrotask(listener);
  };
  return {
    session: sessionService(engine, end),
    mentors: mentorService(engine),
    pairings: pairingService(engine),
    checkIns: checkInService(engine),
    drafts: draftService(engine),
    milestones: milestoneService(engine),
    sessions: meetingService(engine),
    messages: messageService(engine),
    goals: goalService(engine),
    consents: consentService(engine),
    safety: safetyService(engine),
    watch(listener: (change: Change) => void) {
      const signedOut = () => listener({ topic: 'session' });
      ended.add(signedOut);
      const stop = bus.subscribe(({ to, topic, ids }) => {
        const { persona } = engine;
        if (persona !== null && (to === '*' || to.includes(persona)))
          listener(ids ? { topic, ids } : { topic });
      });
      return () => {
        ended.delete(signedOut);
        stop();
      };
    },
  };
}

/** The token must name the role that the clinic knows the person by. */
async function checkRole(records: Records, { personId, roles }: Principal): Promise<void> {
  const me = await records.find(people, personId);
  if (!me) throw new BackendError('unauthorized');
  if (!roles.includes(me.session.person.role)) throw new BackendError('forbidden');
}
