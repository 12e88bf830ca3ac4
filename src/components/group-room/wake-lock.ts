/** Keeps the screen on during a visit, where the browser can: nobody touches a phone while they listen. */
export class WakeLock {
  #held = false;
  #sentinel: WakeLockSentinel | undefined;

  hold(): void {
    if (this.#held) return;
    this.#held = true;
    document.addEventListener('visibilitychange', this.#ask);
    this.#ask();
  }

  release(): void {
    this.#held = false;
    document.removeEventListener('visibilitychange', this.#ask);
    void this.#sentinel?.release().catch(() => {});
    this.#sentinel = undefined;
  }

  /** A browser lets go of it when the page is hidden, and asks for nothing when it is back. */
  readonly #ask = () => {
    if (document.visibilityState === 'visible') void this.#request();
  };

  async #request(): Promise<void> {
    try {
      const sentinel = await navigator.wakeLock?.request('screen');
      if (this.#held) this.#sentinel = sentinel;
      else await sentinel?.release();
    } catch {
      // Low battery, or a policy of the page: the room works without.
    }
  }
}
