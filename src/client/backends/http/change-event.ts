import * as z from 'zod/mini';
import type { Change } from '../../backend.js';

/**
 * The stream of changes, `GET /v1/changes`: server-sent events with two names. `change` carries a
 * {@link Change}; `reset` says that changes may have been missed, so anything may be different.
 * @see WHATWG HTML, section 9.2
 */
export const CHANGES_PATH = '/v1/changes';

/** Milliseconds between a server's signs of life. A client waits three times as long. */
export const HEARTBEAT_MS = 15_000;

/** The data of a `change` event. */
export const ChangeData: z.ZodMiniType<Change> = z.object({
  topic: z.enum([
    'session',
    'mentors',
    'pairings',
    'checkIns',
    'drafts',
    'milestones',
    'sessions',
    'messages',
    'goals',
    'consents',
    'safety',
  ]),
  ids: z.optional(z.array(z.string())),
});
