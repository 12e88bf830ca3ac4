import { abortable } from '../../client/abortable.js';
import type { Backend } from '../../client/backend.js';
import { BackendError } from '../../client/errors.js';
import { KNOCK_MS } from '../../client/model/knocking.js';
import { toBackendError } from '../shared/to-backend-error.js';

/** Passes by itself: who waits goes on waiting. */
const PASSING = ['offline', 'timeout', 'unavailable', 'rate-limited'];

export interface WaitOptions {
  readonly backend: Backend;
  readonly meetingId: string;
  /** What the host reads. */
  readonly name: string;
  readonly signal: AbortSignal;
  /** The person is on the host's list. */
  onWaiting(): void;
}

/**
 * Asks to be let in until a host has answered; resolves once let in. Whoever stops waiting is taken
 * off the host's list at once.
 * @throws {BackendError} `conflict` with detail `declined`, or as `sessions.knock` does
 */
export async function waitAtTheDoor(options: WaitOptions): Promise<void> {
  const { backend, meetingId, name, signal } = options;
  const knock = backend.sessions?.knock?.bind(backend.sessions);
  if (!knock) throw new BackendError('conflict', { detail: 'not-admitted' });
  let wake = () => {};
  const unwatch = backend.watch(({ topic, ids }) => {
    if (topic === 'sessions' && (!ids || ids.includes(meetingId))) wake();
  });
  try {
    for (;;) {
      const news = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, KNOCK_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      const state = await ask();
      if (state === 'admitted') return;
      if (state === 'declined') throw new BackendError('conflict', { detail: 'declined' });
      if (state === 'waiting') options.onWaiting();
      await abortable(news, signal);
    }
  } finally {
    unwatch();
    wake();
    if (signal.aborted) void knock(meetingId, { name, leaving: true }).catch(() => undefined);
  }

  async function ask(): Promise<string | undefined> {
    try {
      return (await knock?.(meetingId, { name }, { signal }))?.state;
    } catch (reason) {
      if (signal.aborted) throw reason;
      const error = toBackendError(reason);
      if (PASSING.includes(error.code)) return undefined;
      throw error;
    }
  }
}
