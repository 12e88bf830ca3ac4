import type { Change, ChangeTopic } from '../../backend.js';
import { BackendError } from '../../errors.js';
import { changeOf } from './change-event.js';
import { keepStream, type StreamOptions } from './change-stream.js';
import type { ServerSentEvent } from './event-stream.js';
import { Listeners } from './listeners.js';
import { sleep } from './sleep.js';
import { canShare, leadAmongTabs } from './tab-leader.js';

/** What tabs tell each other; the one with the stream most of it. */
interface TabMessage {
  /** A tab has come, and does not know yet how things stand. */
  readonly joined?: true;
  readonly event?: ServerSentEvent;
  /** Whether the stream is open. */
  readonly live?: boolean;
  /** The person has signed out, in whichever tab. */
  readonly ended?: true;
}

export interface ChangeFeedOptions extends Pick<StreamOptions, 'open' | 'backOff' | 'silence'> {
  /** A name that only tabs of the same person have; undefined keeps the stream to this tab. */
  readonly name: (signal: AbortSignal) => Promise<string | undefined>;
  /** What may have changed when changes were missed. */
  readonly topics: readonly ChangeTopic[];
  /** Called when the person has signed out in another tab. */
  readonly onEnded: () => void;
}

/** Live changes for as long as somebody listens, over one stream for all tabs of a person. */
export class ChangeFeed {
  readonly #listeners = new Listeners();
  #channel: BroadcastChannel | undefined;
  #running: AbortController | undefined;
  #lastId: string | undefined;
  #live = false;
  #isLeading = false;

  constructor(private readonly options: ChangeFeedOptions) {}

  /** Whether changes arrive by themselves at the moment. */
  get live(): boolean {
    return this.#live;
  }

  subscribe(listener: (change: Change) => void): () => void {
    const end = this.#listeners.add(listener);
    if (!this.#running) void this.#run((this.#running = new AbortController()).signal);
    return () => {
      end();
      if (this.#listeners.size === 0) this.stop();
    };
  }

  /** Tells the listeners of this tab. */
  tell(change: Change): void {
    this.#listeners.tell(change);
  }

  /** The person has signed out here: tells all tabs, and lets go of the stream. */
  end(): void {
    this.#channel?.postMessage({ ended: true } satisfies TabMessage);
    this.stop();
    this.tell({ topic: 'session' });
  }

  /** Lets go of the stream; whoever listens hears what is told here only. */
  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#channel?.close();
    this.#channel = undefined;
    this.#live = this.#isLeading = false;
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let tries = 1; !signal.aborted; tries++) {
      try {
        const name = canShare() ? await this.options.name(signal) : undefined;
        if (signal.aborted) return;
        if (name === undefined) await this.#lead(signal);
        else {
          this.#join(name);
          await leadAmongTabs(name, () => this.#lead(signal), signal);
        }
      } catch {
        // Nobody is signed in, or the server cannot say who: asked again later.
      }
      if (!signal.aborted) await sleep(this.options.backOff(tries), signal);
    }
  }

  #join(name: string): void {
    this.#channel?.close();
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
      // The newcomer may have to go on with the stream, and then from where it was.
      if (data.joined && this.#isLeading)
        this.#share({ live: this.#live, event: { name: 'joined', data: '', id: this.#lastId } });
      if (data.live !== undefined) this.#live = data.live;
      if (data.event) this.#receive(data.event);
      if (!data.ended) return;
      this.options.onEnded();
      this.stop();
      this.tell({ topic: 'session' });
    };
    this.#share({ joined: true });
  }

  #lead(signal: AbortSignal): Promise<void> {
    const { open, backOff, silence } = this.options;
    let isSignedIn = true;
    this.#isLeading = true;
    const setLive = (live: boolean) => {
      if (live !== this.#live) this.#share({ live });
      this.#live = live;
    };
    return keepStream({
      ...{ open, backOff, silence, signal, lastId: this.#lastId },
      onEvent: (event) => {
        this.#share({ event });
        this.#receive(event);
      },
      onOpen: (missed) => {
        isSignedIn = true;
        setLive(true);
        if (!missed) return;
        const event = { name: 'reset', data: '{}' };
        this.#share({ event });
        this.#receive(event);
      },
      onCut: (error) => {
        setLive(false);
        if (!(error instanceof BackendError && error.code === 'unauthorized')) return;
        // Told once: elements ask who is signed in, and find nobody.
        if (isSignedIn) this.tell({ topic: 'session' });
        isSignedIn = false;
      },
    });
  }

  #share(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  #receive({ name, data, id }: ServerSentEvent): void {
    this.#lastId = id ?? this.#lastId;
    if (name === 'reset') for (const topic of this.options.topics) this.tell({ topic });
    if (name !== 'change') return;
    const change = changeOf(data);
    if (change) this.tell(change);
  }
}
