import type * as z from 'zod/mini';
import type { ChangeTopic, RequestOptions, WriteOptions } from '../../backend.js';
import { BackendError } from '../../errors.js';
import { RuleError } from '../../model/rule-error.js';
import { Access } from './access.js';
import type { ChangeBus } from './change-bus.js';
import { type Announcement } from './change-bus.js';
import { answers, grants, people, type Profile } from './collections.js';
import type { Network } from './network.js';
import { fingerprint, newId } from './random.js';
import { keyOf, rangeOf, type Records } from './records.js';
import type { Storage } from './storage.js';
import type { Ahead, Mode } from './store.js';
import { versionOf } from './version-of.js';

/** One call, inside its transaction. */
export class Call {
  readonly access: Access;
  readonly announcements: Announcement[] = [];

  constructor(
    readonly records: Records,
    readonly me: Profile,
    readonly now: Date,
    private readonly seen?: object | string,
  ) {
    this.access = new Access(records, me, now);
  }

  /**
   * Stops a change of what the caller has seen otherwise.
   * @param current The thing as the caller would read it now
   */
  async unchanged(current: () => Promise<object> | object): Promise<void> {
    if (this.seen === undefined) return;
    if (versionOf(this.seen) !== versionOf(await current()))
      throw new RuleError('changed-meanwhile');
  }

  /** An id for something new. */
  newId(): string {
    return newId(this.now);
  }

  /** Tells these people, once the transaction has committed. */
  changed(topic: ChangeTopic, to: Announcement['to'], ...ids: readonly string[]): void {
    this.announcements.push(ids.length ? { topic, to, ids } : { topic, to });
  }
}

/** What a service asks to be done: `checkIns.submit`, with an input to be parsed. */
interface Operation<I> {
  readonly name: `${ChangeTopic}.${string}`;
  readonly schema: z.ZodMiniType<I>;
  readonly input: unknown;
  readonly options: WriteOptions | undefined;
}

/** Runs every call alike: abort, parse, simulated network, one transaction, then the news. */
export class Engine {
  /** Id of who is signed in. */
  persona: string | null = null;

  constructor(
    readonly storage: Storage,
    readonly network: Network,
    readonly bus: ChangeBus,
    readonly clock: () => Date,
  ) {}

  /** A call that changes nothing. */
  read<I, A>(
    name: Operation<I>['name'],
    schema: z.ZodMiniType<I>,
    input: unknown,
    options: RequestOptions | undefined,
    run: (call: Call, input: I) => Promise<A>,
  ): Promise<A> {
    return this.#call('readonly', { name, schema, input, options }, run);
  }

  /** A call that changes something, once for each idempotency key. */
  write<I, A>(
    name: Operation<I>['name'],
    schema: z.ZodMiniType<I>,
    input: unknown,
    options: WriteOptions | undefined,
    run: (call: Call, input: I) => Promise<A>,
  ): Promise<A> {
    const key = options?.idempotencyKey;
    return this.#call('readwrite', { name, schema, input, options }, async (call, parsed) => {
      if (key === undefined) return run(call, parsed);
      const id = `${call.me.id} ${key}`;
      const print = fingerprint([name, parsed]);
      const before = await call.records.find(answers, id);
      if (before && before.print !== print) throw new RuleError('key-reused');
      if (before) return before.answer as A;
      const answer = await run(call, parsed);
      await call.records.put(answers, { id, print, answer });
      return answer;
    });
  }

  async #call<I, A>(
    mode: Mode,
    { name, schema, input, options }: Operation<I>,
    run: (call: Call, input: I) => Promise<A>,
  ): Promise<A> {
    const signal = options?.signal;
    const { persona } = this;
    try {
      signal?.throwIfAborted();
      if (persona === null) throw new BackendError('unauthorized');
      const parsed = parse(schema, input);
      await this.network.pass(name, signal);
      const [answer, announcements] = await this.storage.transact(
        mode,
        async (records) => {
          const me = await records.find(people, persona);
          if (!me) throw new BackendError('unauthorized');
          const call = new Call(records, me, this.clock(), options?.seen);
          const answer = await run(call, parsed);
          signal?.throwIfAborted();
          await records.tell(call.announcements);
          return [answer, call.announcements] as const;
        },
        signal,
        aheadOf(mode, name, persona, options?.idempotencyKey),
      );
      this.bus.publish(announcements);
      return answer;
    } catch (error) {
      // Whatever went wrong meanwhile: nobody waits for it any more.
      signal?.throwIfAborted();
      throw translate(error);
    }
  }
}

/** Calls that read no more than {@link aheadOf} says, and write what is their person's own. */
const FORESEEN = new Set(['checkIns.submit', 'drafts.put', 'goals.add']);

/** Every call asks who it is; a change whether it was made before, and mostly who is to hear of it. */
function aheadOf(mode: Mode, name: string, me: string, idempotencyKey?: string): Ahead {
  const keys = [keyOf(people, me)];
  if (idempotencyKey !== undefined) keys.push(keyOf(answers, `${me} ${idempotencyKey}`));
  return {
    keys,
    list: mode === 'readwrite' ? rangeOf(grants, ['of', me]) : undefined,
    pairings: name.startsWith('pairings.'),
    isAll: FORESEEN.has(name),
  };
}

/** The one translation of everything that goes wrong here. */
function translate(error: unknown): BackendError {
  if (error instanceof BackendError) return error;
  if (error instanceof RuleError)
    return new BackendError('conflict', { detail: error.rule, cause: error });
  if (error instanceof DOMException && error.name === 'DataCloneError')
    return new BackendError('invalid-request', { detail: 'value', cause: error });
  return new BackendError('unavailable', { cause: error });
}

function parse<I>(schema: z.ZodMiniType<I>, input: unknown): I {
  const { success, data, error } = schema.safeParse(input, { jitless: true });
  if (success) return data;
  const detail = error.issues[0]?.path.join('.') || 'input';
  throw new BackendError('invalid-request', { detail, cause: error });
}
