import * as z from 'zod/mini';
import {
  alerts,
  checkIns,
  chipCelebrations,
  goals,
  grants,
  meetings,
  mentors,
  messages,
  milestones,
  pairings,
  people,
  plans,
  policies,
  recoveryRecords,
  type Collection,
} from '../collections.js';
import type { EmbeddedOptions } from '../options.js';
import type { Records } from '../records.js';

/** `full`: week 4, not paired. `paired`: with Maya for twelve days. `empty`: only the people. */
export type SeedScenario = 'full' | 'paired' | 'empty';

const kinds = {
  people,
  policies,
  plans,
  mentors,
  pairings,
  grants,
  checkIns,
  recoveryRecords,
  milestones,
  chipCelebrations,
  meetings,
  messages,
  goals,
  alerts,
};
type Kinds = typeof kinds;

/** What a database holds at first, kind by kind. */
export type SeedData = {
  readonly [K in keyof Kinds]?: Kinds[K] extends Collection<infer T> ? readonly T[] : never;
};

/** That the database has been filled, and until when it has something to come. */
const marks: Collection<{ id: string; fresh: string }> = {
  name: 'mark',
  schema: z.object({ id: z.string(), fresh: z.string() }),
  id: ({ id }) => id,
  order: () => [],
};

const HOUR = 3_600_000;
const FOREVER = '9999';

/** Fills new databases, and keeps old ones from running out of meetings. */
export class Seed {
  constructor(
    private readonly option: NonNullable<EmbeddedOptions['seed']> = 'full',
    private readonly clock: () => Date,
  ) {}

  /** Whether there is anything to plant. */
  async isDue(records: Records): Promise<boolean> {
    const mark = await records.find(marks, 'seed');
    return !mark || mark.fresh < this.clock().toISOString();
  }

  /** Whether it has been planted here before. */
  async isPlanted(records: Records): Promise<boolean> {
    return (await records.find(marks, 'seed')) !== undefined;
  }

  /** What to plant; loads the clinic's story when that is asked for. */
  async load(): Promise<SeedData> {
    const { option } = this;
    if (typeof option === 'object') return option;
    if (typeof option === 'function') return option(this.clock());
    return (await import('./story.js')).story(this.clock(), option);
  }

  /** Fills what is empty. In what is not, only meetings that are missing are added. */
  async plant(records: Records, data: SeedData): Promise<void> {
    const old = await records.find(marks, 'seed');
    const planted: SeedData = old ? { meetings: data.meetings ?? [] } : data;
    const fresh =
      typeof this.option === 'string' ? new Date(+this.clock() + HOUR).toISOString() : FOREVER;
    await records.put(marks, { id: 'seed', fresh });
    const writing = (Object.keys(planted) as (keyof Kinds)[]).flatMap((kind) => {
      const collection = kinds[kind] as unknown as Collection<unknown>;
      return (planted[kind] ?? []).map(async (value) => {
        if (!old || !(await records.find(collection, collection.id(value))))
          await records.put(collection, value);
      });
    });
    await Promise.all(writing);
  }
}
