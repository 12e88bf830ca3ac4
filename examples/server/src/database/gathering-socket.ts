import { Socket } from 'node:net';

/**
 * A socket that sends what is written to it in one turn of the event loop as one piece. Statements
 * that are asked for together then cost one call of the operating system, not one each.
 */
export class GatheringSocket extends Socket {
  #isGathering = false;

  /** `pg` calls it before it writes a statement. */
  override cork(): void {
    super.cork();
    if (this.#isGathering) return;
    this.#isGathering = true;
    super.cork();
    // After all that already waits to go on, and so may write.
    process.nextTick(() => {
      this.#isGathering = false;
      this.uncork();
    });
  }
}
