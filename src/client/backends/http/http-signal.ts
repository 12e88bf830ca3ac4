import { BackendError } from '../../errors.js';
import { randomKey } from '../../random-key.js';
import type { SignalChannel } from '../../video/signal-channel.js';
import { keepStream } from './change-stream.js';
import type { ServerSentEvent } from './event-stream.js';
import { endsOf, heardSignalOf, type HeardSignal, type SignalBatch } from './room-signals.js';
import { isRefusal, SignalSender } from './signal-sender.js';
import { sleep } from './sleep.js';

/** How the room's server is reached. */
export interface SignalLine {
  open(id: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  post(batch: SignalBatch): Promise<void>;
  readonly backOff: (tries: number) => number;
  readonly silence: number;
}

/** Who was known before the line was cut, and is not heard of within this time, has gone. */
const CONFIRM_MS = 5000;

/** A room's line over the server: what is said goes by POST, what is heard comes as a stream. */
export class HttpSignal implements SignalChannel {
  readonly id = randomKey();
  readonly #listeners = new Set<Parameters<SignalChannel['subscribe']>>();
  /** Number of the last signal of each of the others. */
  readonly #heard = new Map<string, number>();
  readonly #unconfirmed = new Set<string>();
  readonly #end = new AbortController();
  readonly #sender: SignalSender;
  #isListening = false;

  constructor(private readonly line: SignalLine) {
    this.#sender = new SignalSender({
      ...{ from: this.id, backOff: line.backOff, signal: this.#end.signal },
      post: (batch) => line.post(batch),
      onRefused: (error) => this.#shutOut(error),
    });
  }

  send(message: unknown, to?: string): void {
    if (!this.#end.signal.aborted) this.#sender.send(message, to);
  }

  subscribe(...listener: Parameters<SignalChannel['subscribe']>): () => void {
    this.#listeners.add(listener);
    if (!this.#isListening) void this.#listen();
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    if (this.#end.signal.aborted) return;
    this.#stop();
    if (!this.#isListening) return;
    // The others need not wait to see whether this end comes back.
    const bye = { from: this.id, first: 0, signals: [], bye: true };
    this.line.post(bye).catch(() => undefined);
  }

  #stop(): void {
    this.#end.abort();
    this.#listeners.clear();
  }

  #shutOut(error: unknown): void {
    const ends = [...this.#listeners].map(([, , onEnd]) => onEnd);
    this.#stop();
    for (const onEnd of ends) onEnd?.(error instanceof BackendError ? error.detail : undefined);
  }

  #listen(): Promise<void> {
    this.#isListening = true;
    let isFirst = true;
    return keepStream({
      ...{ backOff: this.line.backOff, silence: this.line.silence },
      ...{ signal: this.#end.signal, lastId: undefined },
      open: (_, signal) => this.line.open(this.id, signal),
      onOpen: () => {
        if (!isFirst) this.#confirm();
        isFirst = false;
        this.#sender.open = true;
      },
      onCut: (error) => {
        this.#sender.open = false;
        // The doors have closed, or they are no longer open to this person.
        if (isRefusal(error)) this.#shutOut(error);
      },
      onEvent: (event) => this.#receive(event),
    });
  }

  #receive({ name, data }: ServerSentEvent): void {
    const heard = name === 'signal' ? heardSignalOf(data) : undefined;
    if (heard) this.#hear(heard);
    if (name === 'gone') for (const id of endsOf(data)) this.#gone(id);
    if (name === 'here') for (const id of endsOf(data)) this.#unconfirmed.delete(id);
  }

  #hear({ from, number, message, host, guest }: HeardSignal): void {
    this.#unconfirmed.delete(from);
    // Sent again, because nobody knew whether it had arrived.
    if (number <= (this.#heard.get(from) ?? -1)) return;
    this.#heard.set(from, number);
    for (const [onMessage] of this.#listeners) onMessage(message, from, host, guest);
  }

  #gone(id: string): void {
    if (this.#heard.delete(id)) for (const [, onGone] of this.#listeners) onGone?.(id);
  }

  /** Somebody may have left while the line was cut. Those who are there are told of by `here`. */
  #confirm(): void {
    for (const id of this.#heard.keys()) this.#unconfirmed.add(id);
    void sleep(CONFIRM_MS, this.#end.signal).then(() => {
      for (const id of this.#unconfirmed) this.#gone(id);
      this.#unconfirmed.clear();
    });
  }
}
