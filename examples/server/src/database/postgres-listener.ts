import pg from 'pg';

const RECONNECT_MS = 1000;
/** A server that does not answer in this time is tried again. */
const LIMIT_MS = 10_000;

interface Hearing {
  readonly channel: string;
  readonly listener: (payload: string) => void;
  readonly onGap: () => void;
}

/**
 * One connection that listens for all: PostgreSQL wakes every one that listens at every commit that
 * notifies, whatever it listens for.
 */
export class PostgresListener {
  readonly #hearing = new Set<Hearing>();
  #client: Promise<pg.Client> | undefined;

  constructor(private readonly url: string) {}

  /** Hears what any instance tells; returns its end. `onGap`: see {@link Database.listen}. */
  async listen(
    channel: string,
    listener: (payload: string) => void,
    onGap: () => void,
  ): Promise<() => Promise<void>> {
    const hearing = { channel, listener, onGap };
    this.#hearing.add(hearing);
    try {
      const client = await (this.#client ??= this.#connect());
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await this.#end(hearing);
      throw error;
    }
    return () => this.#end(hearing);
  }

  async #end(hearing: Hearing): Promise<void> {
    this.#hearing.delete(hearing);
    if (this.#hearing.size) return;
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    await client?.end();
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      ...{ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: LIMIT_MS },
    });
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload = '' }) => {
      for (const each of this.#hearing) if (each.channel === channel) each.listener(payload);
    });
    try {
      await client.connect();
      for (const channel of new Set([...this.#hearing].map((each) => each.channel)))
        await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      // One that got no further holds a connection of the server's for nothing.
      void client.end().catch(() => undefined);
      throw error;
    }
    client.on('end', () => void this.#again());
    return client;
  }

  async #again(): Promise<void> {
    while (this.#hearing.size) {
      try {
        await (this.#client = this.#connect());
        for (const each of this.#hearing) each.onGap();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
      }
    }
  }
}
