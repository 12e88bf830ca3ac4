import type { SignalChannel } from './signal-channel.js';
import { randomKey } from '../random-key.js';

interface Envelope {
  readonly from: string;
  readonly to?: string | undefined;
  readonly kind: 'message' | 'ping' | 'pong' | 'bye';
  readonly message?: unknown;
  /** A host's. All the tabs are one browser's and one page's, so they may believe each other. */
  readonly host?: boolean;
  readonly guest?: string | undefined;
}

/** Who has not answered this many pings in a row is gone: after 3 to 4.5 s. */
const MISSED = 2;
const PING_MS = 1500;

/**
 * Signals between the tabs of one browser. Everyone is asked for a sign of life: the timers of a tab
 * in the background are slow, but its answers are not, so only one that died is missed.
 */
export class BroadcastSignal implements SignalChannel {
  readonly id = randomKey();
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<Parameters<SignalChannel['subscribe']>>();
  /** Pings that each of the others has not answered yet. */
  readonly #missed = new Map<string, number>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #closed = false;

  /** @param room Only those with the same room hear each other. @param host Whether this end is one. @param guest What this person is called within the room. */
  constructor(
    room: string,
    private readonly host = false,
    private readonly guest?: string,
  ) {
    this.#channel = new BroadcastChannel(`wayfellow:room:${room}`);
    this.#channel.addEventListener('message', this.#onMessage);
    globalThis.addEventListener?.('pagehide', this.#sayGoodbye);
  }

  send(message: unknown, to?: string): void {
    const { host, guest } = this;
    this.#post({ from: this.id, to, kind: 'message', message, host, guest });
  }

  subscribe(...listener: Parameters<SignalChannel['subscribe']>): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    if (this.#closed) return;
    this.#sayGoodbye();
    this.#closed = true;
    globalThis.removeEventListener?.('pagehide', this.#sayGoodbye);
    this.#channel.removeEventListener('message', this.#onMessage);
    this.#channel.close();
    this.#listeners.clear();
    this.#missed.clear();
    this.#keepAsking();
  }

  readonly #sayGoodbye = () => this.#post({ from: this.id, kind: 'bye' });

  readonly #onMessage = ({ data }: MessageEvent<Envelope>) => {
    const { from, to, kind, message, host, guest } = data;
    if (to !== undefined && to !== this.id) return;
    if (kind === 'bye') return this.#gone(from);
    this.#missed.set(from, 0);
    this.#keepAsking();
    if (kind === 'ping') this.#post({ from: this.id, to: from, kind: 'pong' });
    if (kind === 'message')
      for (const [onMessage] of this.#listeners) onMessage(message, from, host, guest);
  };

  readonly #ask = () => {
    for (const [id, missed] of this.#missed) {
      if (missed >= MISSED) this.#gone(id);
      else this.#missed.set(id, missed + 1);
    }
    this.#post({ from: this.id, kind: 'ping' });
  };

  #gone(id: string): void {
    if (!this.#missed.delete(id)) return;
    this.#keepAsking();
    for (const [, onGone] of this.#listeners) onGone?.(id);
  }

  #keepAsking(): void {
    if (this.#missed.size) return void (this.#timer ??= setInterval(this.#ask, PING_MS));
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #post(envelope: Envelope): void {
    if (!this.#closed) this.#channel.postMessage(envelope);
  }
}
