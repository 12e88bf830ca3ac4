import type { Message } from '../../client/model/message.js';

/** Tells messages that have just come from the other person from those that were there before. */
export class NewsWatch {
  #newest: string | undefined;
  #of: unknown;

  /**
   * How many came since the last look; 0 at the first look at a thread.
   * @param of What the messages belong to; another thread, or another choice of it, begins anew.
   * @param newestFirst The messages, newest first.
   */
  look(of: unknown, newestFirst: readonly Message[], me: string): number {
    const before = this.#newest;
    const known = this.#of === of;
    this.#of = of;
    this.#newest = newestFirst[0]?.sentAt ?? (known ? before : '');
    if (!known || before === undefined) return 0;
    return newestFirst.filter(({ from, sentAt }) => from.id !== me && sentAt > before).length;
  }
}
