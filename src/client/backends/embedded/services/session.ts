import * as z from 'zod/mini';
import type { SessionService } from '../../../backend.js';
import { drafts } from '../collections.js';
import type { Engine } from '../engine.js';

const Nothing = z.unknown();

/** Who is signed in here. Every tab has its own persona. */
export const sessionService = (engine: Engine, end: () => void): SessionService => ({
  current(options) {
    if (engine.persona === null) return aborted(options?.signal) ?? Promise.resolve(null);
    return engine.read('session.current', Nothing, null, options, ({ me }) =>
      Promise.resolve(me.session),
    );
  },

  async signOut(options) {
    if (engine.persona === null) return aborted(options?.signal);
    await engine.write('session.signOut', Nothing, null, options, async (call) => {
      const mine = await call.records.all(drafts, ['of', call.me.id]);
      for (const { id } of mine) await call.records.remove(drafts, id);
      call.changed('drafts', [call.me.id]);
    });
    end();
  },
});

/** A rejection with the signal's reason when it has been aborted. */
function aborted(signal: AbortSignal | undefined): Promise<never> | undefined {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  return signal?.aborted ? Promise.reject(signal.reason) : undefined;
}
