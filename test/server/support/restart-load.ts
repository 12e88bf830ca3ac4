import { HttpBackend } from '../../../src/client/backends/http/http-backend.js';
import { BackendError } from '../../../src/client/errors.js';
import type { Change } from '../../../src/client/backend.js';
import { tokenFor } from './clinic-server.js';
import { pause } from './until.js';

/** An answer that was no success, as it came over the line. */
export interface Refusal {
  readonly status: number;
  readonly type: string | null;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** A clinic's people for the load: who checks in, who writes to whom, and who asks whom. */
export const PEOPLE = {
  checkingIn: ['c-1', 'c-2'],
  writing: ['w-1', 'w-2'],
  asking: ['a-1', 'a-2'],
  mentor: 'm-1',
} as const;
const PARTICIPANTS = [...PEOPLE.checkingIn, ...PEOPLE.writing, ...PEOPLE.asking];

/** As the command `enrol` takes them. */
export const enrolled = [
  ...PARTICIPANTS.map((id) => ({ id, role: 'participant', name: id, timeZone: 'UTC' })),
  {
    ...{ id: PEOPLE.mentor, role: 'mentor', name: 'Tess', timeZone: 'UTC' },
    mentor: {
      ...{ credentials: [], headline: { en: 'Hello' }, experiences: [], languages: ['en'] },
      ...{ availability: [{ weekday: 1, from: 600, to: 720 }], capacity: 100, paused: false },
    },
  },
];

type Did = { readonly id: string };

/** People who write to several instances until each write is acknowledged, as the outbox does. */
export class RestartLoad {
  /** What was answered for each key. */
  readonly acknowledged = new Map<string, string>();
  readonly refusals: Refusal[] = [];
  /** Calls that the server did not answer at all. */
  unanswered = 0;
  #open: HttpBackend[] = [];
  #isOver = false;

  constructor(
    private readonly tenant: string,
    private readonly urls: readonly string[],
    private readonly random: () => number,
  ) {}

  /** A person at one of the instances. Nothing is repeated unseen. */
  as(person: string, at = 0): HttpBackend {
    const role = person === PEOPLE.mentor ? 'mentor' : 'participant';
    const backend = new HttpBackend({
      baseUrl: this.urls[at % this.urls.length]!,
      token: () => tokenFor(person, { tenant: this.tenant, roles: [role] }),
      ...{ retries: 0, timeout: 20_000, shareChanges: false, backOff: () => 100 },
      fetch: async (input, init) => {
        try {
          return await this.#look(await fetch(input, init));
        } catch (error) {
          if (!(error instanceof DOMException)) this.unanswered++;
          throw error;
        }
      },
    });
    this.#open.push(backend);
    return backend;
  }

  /** Writes until it is acknowledged, each time at another instance, under the same key. */
  async write(key: string, write: (as: number, options: object) => Promise<Did>): Promise<string> {
    const options = { idempotencyKey: key.replace(' ', ':') };
    for (let tries = 0; ; tries++)
      try {
        const { id } = await write(tries, options);
        const before = this.acknowledged.get(key);
        if (before !== undefined && before !== id) throw new Error(`${key} was done twice`);
        this.acknowledged.set(key, id);
        return id;
      } catch (error) {
        if (!(error instanceof BackendError && error.retryable) || tries > 400) throw error;
        await pause(20 + this.random() * 100);
      }
  }

  /** Everybody writes until `stop`; resolves when all that was begun is acknowledged. */
  run(round: number, pairingOf: ReadonlyMap<string, string>): { stop(): Promise<void> } {
    this.#isOver = false;
    const repeat = (person: string, once: (n: number) => Promise<unknown>) =>
      (async () => {
        for (let n = 0; !this.#isOver; n++) {
          await once(n);
          await pause(30 + this.random() * 170);
        }
      })().catch((cause: unknown) => {
        throw new Error(`${person} could not go on`, { cause });
      });
    const all = Promise.all([
      ...PEOPLE.checkingIn.map((person) => {
        const two = this.urls.map((_, at) => this.as(person, at).checkIns!);
        return repeat(person, (n) => this.checkIn(two, `${person} ${round}-${n}`));
      }),
      ...PEOPLE.writing.map((person) => {
        const two = this.urls.map((_, at) => this.as(person, at).messages!);
        const pairing = pairingOf.get(person) ?? '';
        return repeat(person, (n) => {
          const key = `${person} ${round}-${n}`;
          const message = { kind: 'message', text: key } as const;
          return this.write(key, (at, options) =>
            two[at % two.length]!.send(pairing, message, options),
          );
        });
      }),
      ...PEOPLE.asking.map((person) => {
        const two = this.urls.map((_, at) => this.as(person, at).pairings!);
        return repeat(person, async (n) => {
          const key = `${person} ${round}-${n}`;
          const id = await this.write(key, (at, options) =>
            two[at % two.length]!.request({ mentorId: PEOPLE.mentor, message: key }, options),
          );
          await this.write(`${key}-back`, (at, options) =>
            two[at % two.length]!.apply(id, { type: 'cancel' }, options),
          );
        });
      }),
    ]);
    return {
      stop: async () => {
        this.#isOver = true;
        await all;
      },
    };
  }

  async checkIn(instances: readonly NonNullable<HttpBackend['checkIns']>[], key: string) {
    const response = {
      ...({ resourceType: 'QuestionnaireResponse', status: 'completed' } as const),
      questionnaire: 'https://example.org/Questionnaire/daily',
      item: [{ linkId: 'note', answer: [{ valueString: key }] }],
    };
    const checkIn = { response, on: '2026-05-06', timeZone: 'UTC' };
    return this.write(key, async (at, options) => {
      const receipt = await instances[at % instances.length]!.submit(checkIn, options);
      return { id: receipt.checkInId };
    });
  }

  close(): void {
    for (const backend of this.#open) backend.close();
  }

  async #look(response: Response): Promise<Response> {
    if (response.status >= 400)
      this.refusals.push({
        status: response.status,
        type: response.headers.get('content-type'),
        retryAfter: response.headers.get('retry-after'),
        text: await response.clone().text(),
      });
    return response;
  }
}

/** What a screen does: shows a list, and asks again whenever it is told that it may have changed. */
export class LiveView {
  ids: readonly string[] = [];
  heard = 0;
  #wanted = 1;
  #isAsking = false;
  readonly end: () => void;

  constructor(
    watch: (listener: (change: Change) => void) => () => void,
    topic: Change['topic'],
    private readonly ask: () => Promise<readonly string[]>,
  ) {
    this.end = watch((change) => {
      if (change.topic !== topic) return;
      this.heard++;
      this.#wanted++;
      void this.#refresh();
    });
    void this.#refresh();
  }

  async #refresh(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    for (let done = 0; done < this.#wanted;) {
      const wanted = this.#wanted;
      try {
        this.ids = await this.ask();
        done = wanted;
      } catch {
        await pause(100);
      }
    }
    this.#wanted = 0;
    this.#isAsking = false;
  }
}

/** All items of a list. */
export async function all<T>(
  page: (options: {
    limit: number;
    cursor?: string;
  }) => Promise<{ items: T[]; next?: string | undefined }>,
): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | undefined; ;) {
    const answer = await page({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...answer.items);
    if (answer.next === undefined) return items;
    cursor = answer.next;
  }
}
