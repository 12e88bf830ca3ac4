import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds until the first drawing is on the screen, for a device that is not slow. */
const A_FEW_FRAMES = 150;

/** Milliseconds to wait for what may be there already before the questions are shown without it. */
const PATIENCE = 1000;

/** What is done only after a while. */
export class Moments implements ReactiveController {
  /** The first frame is out: what nobody sees may take its time now. */
  isPainted = false;
  /** It is not yet too long to wait. */
  isPatient = true;
  readonly #host: ReactiveControllerHost;
  #hasBegun = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    setTimeout(() => {
      this.isPainted = true;
      this.#host.requestUpdate();
    }, A_FEW_FRAMES);
    setTimeout(() => {
      this.isPatient = false;
      this.#host.requestUpdate();
    }, PATIENCE);
  }
}
