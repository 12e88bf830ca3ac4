/** Louder than this (−36 dB) is speech; it goes on down to the second (−42 dB). */
const BEGIN = 0.4;
const GO_ON = 0.3;
/** Pauses between words and sentences are part of speaking. */
const HOLD_MS = 1500;

/** Whether somebody speaks, from readings of their level: steady, so that nothing flickers. */
export class Speaking {
  value = false;
  #lastHeard = 0;

  /**
   * @param level Loudness, 0 to 1.
   * @param now Milliseconds, of any clock that only goes forward.
   */
  read(level: number, now: number): boolean {
    if (level >= (this.value ? GO_ON : BEGIN)) {
      this.value = true;
      this.#lastHeard = now;
    } else if (now - this.#lastHeard > HOLD_MS) this.value = false;
    return this.value;
  }
}
