import { BackendError } from '../../errors.js';
import { MOST_SIGNALS, type SignalBatch } from './room-signals.js';
import { sleep } from './sleep.js';

/** More than this many unsent: the line has been down too long for them to mean anything. */
const MOST_WAITING = 512;

export interface SignalSenderOptions {
  readonly from: string;
  readonly post: (batch: SignalBatch) => Promise<void>;
  readonly backOff: (tries: number) => number;
  readonly signal: AbortSignal;
  /** Called when asking again would not help. */
  readonly onRefused: (error: unknown) => void;
}

/** Sends what one end says, in order and each once: what comes meanwhile goes together. */
export class SignalSender {
  readonly #waiting: SignalBatch['signals'] = [];
  #sent = 0;
  #isOpen = false;
  #isSending = false;

  constructor(private readonly options: SignalSenderOptions) {}

  /** Whether the others' answers would arrive. Before that, what is sent waits. */
  set open(open: boolean) {
    this.#isOpen = open;
    void this.#flush();
  }

  send(message: unknown, to: string | undefined): void {
    if (this.#waiting.length >= MOST_WAITING) return;
    this.#waiting.push(to === undefined ? { message } : { to, message });
    void this.#flush();
  }

  async #flush(): Promise<void> {
    const { from, post, backOff, signal, onRefused } = this.options;
    if (this.#isSending) return;
    this.#isSending = true;
    for (let tries = 0; this.#isOpen && this.#waiting.length && !signal.aborted;) {
      const signals = this.#waiting.slice(0, MOST_SIGNALS);
      try {
        await post({ from, first: this.#sent, signals });
        this.#waiting.splice(0, signals.length);
        this.#sent += signals.length;
        tries = 0;
      } catch (error) {
        if (isRefusal(error)) onRefused(error);
        else await sleep(backOff(++tries), signal);
      }
    }
    this.#isSending = false;
  }
}

/** Whether it would be refused again. */
export function isRefusal(error: unknown): boolean {
  const codes: unknown[] = [
    'unauthorized',
    'forbidden',
    'not-found',
    'conflict',
    'invalid-request',
  ];
  return error instanceof BackendError && codes.includes(error.code);
}
