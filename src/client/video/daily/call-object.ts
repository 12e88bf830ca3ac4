import type { DailyAdvancedConfig, DailyCall, DailyCallOptions } from '@daily-co/daily-js';
import { RoomError } from '../video-room.js';
import { abortable } from '../../abortable.js';
import { callTurn } from './call-lock.js';
import { notLoaded } from './daily-errors.js';

export interface CallObjectOptions {
  /** Where the call machine's files lie, when not at Daily's. */
  readonly bundlePath?: string | undefined;
  /** Milliseconds for both downloads, daily-js and the call machine. */
  readonly loadTimeout: number;
  /** Milliseconds from there until in the room. */
  readonly joinTimeout: number;
}

/** `destroy()` waits for the call machine's goodbye, and one that has crashed says none. */
const DESTROY_MS = 5000;

/** The life of one call object: loaded, joined, destroyed; the next one waits for its end. */
export class CallObject {
  readonly #options: CallObjectOptions;
  readonly #ended = new AbortController();
  #call: DailyCall | undefined;
  #giveTurn: (() => void) | undefined;
  #closed: Promise<void> | undefined;

  constructor(options: CallObjectOptions) {
    this.#options = options;
  }

  /** Aborted, with the reason, once this is closed. */
  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** @throws {RoomError} or the reason of {@link close} */
  async open(): Promise<DailyCall> {
    this.#giveTurn = await callTurn(this.signal);
    const { default: Daily } = await this.#within(
      this.#options.loadTimeout,
      import('@daily-co/daily-js'),
      () => new RoomError(notLoaded()),
    );
    if (!Daily.supportedBrowser().supported) throw new RoomError('not-supported');
    const { bundlePath } = this.#options;
    const dailyConfig: DailyAdvancedConfig = {
      // By a script element instead of `Function()`, which needs 'unsafe-eval'.
      avoidEval: true,
      // Devices are asked for by us, one at a time.
      alwaysIncludeMicInPermissionPrompt: false,
      alwaysIncludeCamInPermissionPrompt: false,
      ...(bundlePath && { bundlePathOverride: bundlePath }),
    };
    // Turns are ours to give; Daily's own lock would refuse beside a portal's call, or for ever
    // after one whose end never came.
    this.#call = Daily.createCallObject({ dailyConfig, allowMultipleCallInstances: true });
    return this.#call;
  }

  /** Resolves in the room. @throws {RoomError}, what daily-js rejects with, or the reason of {@link close} */
  async join(properties: DailyCallOptions): Promise<void> {
    const call = this.#call;
    if (!call) throw new RoomError('unknown');
    const { loadTimeout, joinTimeout } = this.#options;
    const loaded = new Promise<void>((resolve) => call.once('joining-meeting', () => resolve()));
    const joined = call.join(properties);
    await this.#within(
      loadTimeout,
      Promise.race([loaded, joined]),
      () => new RoomError(notLoaded()),
    );
    await this.#within(joinTimeout, joined, () => new RoomError('connection-lost'));
  }

  /** Ends whatever is going on. Resolves when the call object is destroyed; twice is once. */
  close(reason: unknown): Promise<void> {
    this.#ended.abort(reason);
    return (this.#closed ??= this.#destroy());
  }

  async #destroy(): Promise<void> {
    // Not inside a handler of its events, where it has hung; and after `open` has come to its end.
    await new Promise((resolve) => setTimeout(resolve));
    const late = new Promise<void>((resolve) => setTimeout(resolve, DESTROY_MS));
    await Promise.race([this.#call?.destroy().catch(() => {}), late]);
    this.#giveTurn?.();
  }

  async #within<T>(ms: number, promise: Promise<T>, error: () => RoomError): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(error()), ms);
    });
    try {
      return await abortable(Promise.race([promise, late]), this.signal);
    } finally {
      clearTimeout(timer);
    }
  }
}
