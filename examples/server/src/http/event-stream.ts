/** How a stream lives. */
export interface EventStreamOptions {
  /** Milliseconds between signs of life. */
  readonly heartbeat: number;
  /** Asked at every sign of life: a token may have expired, or been refused by another instance. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Called once, however it ends. */
  readonly onEnd: () => void;
  /** Cuts the connection of a reader who is too slow: to be told of the end, they would have to read. */
  readonly cut?: () => void;
}

/** An event of a stream. */
export interface ServerEvent {
  readonly name: string;
  readonly data: unknown;
  readonly id?: string | undefined;
}

/** Events that wait for a slow reader. One that has more waiting is cut off, and resumes. */
const MOST_WAITING = 64;

/** Server-sent events to one reader. @see WHATWG HTML, section 9.2 */
export class EventStream {
  readonly readable: ReadableStream<Uint8Array>;
  readonly #encoder = new TextEncoder();
  readonly #timer: NodeJS.Timeout;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #hasEnded = false;

  constructor(private readonly options: EventStreamOptions) {
    this.readable = new ReadableStream(
      { start: (controller) => void (this.#controller = controller), cancel: () => this.end() },
      { highWaterMark: MOST_WAITING },
    );
    this.#timer = setInterval(() => void this.#beat(), options.heartbeat);
  }

  /** Says where the stream begins, so that it can be resumed before anything has happened. */
  begin(id: string | undefined): void {
    this.#write(id === undefined ? ':\n\n' : `id: ${id}\n\n`);
  }

  /** @param id Where the stream can be resumed after; absent when it cannot. */
  send(name: string, data: unknown, id?: string): void {
    this.sendAll([{ name, data, id }]);
  }

  /** Sends events at once: what was missed must not look like a reader who is slow. */
  sendAll(events: readonly ServerEvent[]): void {
    const texts = events.map(({ name, data, id }) => {
      const head = id === undefined ? '' : `id: ${id}\n`;
      return `${head}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
    });
    if (texts.length) this.#write(texts.join(''));
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearInterval(this.#timer);
    try {
      this.#controller.close();
    } catch {
      // The reader has gone.
    }
    this.options.onEnd();
  }

  /** Asks at once whether it may go on. */
  async check(): Promise<void> {
    if (!this.#hasEnded && !(await this.#mayGoOn())) this.end();
  }

  async #beat(): Promise<void> {
    if (await this.#mayGoOn()) this.#write(':\n\n');
    else this.end();
  }

  /** When nobody can say, the next beat asks again. */
  #mayGoOn(): Promise<boolean> {
    return this.options.mayGoOn().catch(() => true);
  }

  #write(text: string): void {
    if (this.#hasEnded) return;
    this.#controller.enqueue(this.#encoder.encode(text));
    if ((this.#controller.desiredSize ?? 0) > 0) return;
    this.end();
    this.options.cut?.();
  }
}
