import * as z from 'zod/mini';
import type { Change } from '../../backend.js';
import { CHANGE_TOPICS } from '../../change-topics.js';

/**
 * The stream of changes, `GET /v1/changes`: server-sent events with two names. `change` carries a
 * {@link Change}; `reset` says that changes may have been missed, so anything may be different.
 * @see WHATWG HTML, section 9.2
 */
export const CHANGES_PATH = '/v1/changes';

/** Milliseconds between a server's signs of life. A client waits three times as long. */
export const HEARTBEAT_MS = 15_000;

/** The schema of a `change` event's data. */
export const ChangeData: z.ZodMiniType<Change> = z.object({
  topic: z.enum(CHANGE_TOPICS),
  ids: z.optional(z.array(z.string())),
});

/**
 * The change that an event's data tells of; undefined for one that only a later version of the
 * server knows.
 */
export function changeOf(data: string): Change | undefined {
  try {
    return ChangeData.safeParse(JSON.parse(data), { jitless: true }).data;
  } catch {
    return undefined;
  }
}
