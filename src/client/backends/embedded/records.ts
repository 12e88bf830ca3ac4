import { BackendError } from '../../errors.js';
import type { Page } from '../../page.js';
import { parseResponse } from '../../parse.js';
import type { Announcement } from './change-bus.js';
import type { Collection } from './collections.js';
import { fromCursor, limitOf, toCursor, type PageRequest } from './paging.js';
import type { Range, StoreTransaction } from './store.js';

/** Sorts before every character of an id. */
const SEPARATOR = '\0';
const LAST = '\uffff';
const join = (...parts: readonly string[]) => parts.join(SEPARATOR);

/** Which stretch of a list, and in which direction. */
export interface Stretch<T> {
  readonly descending?: boolean;
  /** Bounds of what follows the prefix, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Leaves out what it says no to. */
  readonly only?: (value: T) => boolean;
  /** Computed values that are listed among the stored ones, each with its place. */
  readonly among?: readonly { at: readonly string[]; value: T }[];
}

/** Typed reading and writing inside one transaction. What is read is checked against its schema. */
export class Records {
  constructor(private readonly tx: StoreTransaction) {}

  async find<T>(collection: Collection<T>, id: string): Promise<T | undefined> {
    const entry = await this.tx.get(join(collection.name, id));
    return entry && read(collection, entry.value);
  }

  /** @throws {BackendError} `not-found` */
  async get<T>(collection: Collection<T>, id: string): Promise<T> {
    const value = await this.find(collection, id);
    if (value === undefined) throw new BackendError('not-found', { detail: collection.name });
    return value;
  }

  async put<T>(collection: Collection<T>, value: T): Promise<T> {
    const { name } = collection;
    const key = join(name, collection.id(value));
    const order = collection.order(value).map((parts) => join(name, ...parts));
    await this.tx.put({ key, order, value });
    return value;
  }

  remove<T>(collection: Collection<T>, id: string): Promise<void> {
    return this.tx.delete(join(collection.name, id));
  }

  /** Tells these people with the commit, where the store can carry it. */
  async tell(announcements: readonly Announcement[]): Promise<void> {
    await this.tx.tell?.(announcements);
  }

  /**
   * Says that the answer shows a record of that person, for stores that keep account of who read
   * what: of kinds that are also read only to decide and to count.
   */
  show(kind: string, ownerId: string, id: string): void {
    this.tx.show?.(kind, ownerId, id);
  }

  /** Removes everything. */
  clear(): Promise<void> {
    return this.tx.clear();
  }

  /** Everything under a prefix, in order. */
  async all<T>(
    collection: Collection<T>,
    prefix: readonly string[],
    stretch: Stretch<T> = {},
  ): Promise<T[]> {
    const found: T[] = [];
    await this.tx.scan(rangeOf(collection, prefix, stretch), ({ value }) => {
      found.push(read(collection, value));
      return true;
    });
    return stretch.only ? found.filter(stretch.only) : found;
  }

  /** One page under a prefix, at a cost that does not grow with what is stored. */
  async page<T>(
    collection: Collection<T>,
    prefix: readonly string[],
    request: PageRequest,
    stretch: Stretch<T> = {},
  ): Promise<Page<T>> {
    const list = join(collection.name, ...prefix);
    const limit = limitOf(request);
    const after = request.cursor === undefined ? undefined : fromCursor(list, request.cursor);
    const { only, descending = false } = stretch;
    const isAfter = (order: string) =>
      after === undefined || (descending ? order < after : order > after);

    const found = (stretch.among ?? [])
      .map(({ at, value }) => ({ order: join(list, ...at), value }))
      .filter(({ order }) => isAfter(order));
    const wanted = found.length + limit + 1;
    await this.tx.scan({ ...rangeOf(collection, prefix, stretch), after }, (entry, order) => {
      const value = read(collection, entry.value);
      if (!only || only(value)) found.push({ order, value });
      return found.length < wanted;
    });

    found.sort((a, b) => (a.order < b.order === descending ? 1 : -1));
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const items = page.map(({ value }) => value);
    return last && found.length > limit ? { items, next: toCursor(list, last.order) } : { items };
  }
}

/** Where a record is kept. */
export const keyOf = <T>({ name }: Collection<T>, id: string): string => join(name, id);

/** The stretch of a list under a prefix. */
export function rangeOf<T>(
  { name }: Collection<T>,
  prefix: readonly string[],
  { from = '', to = '', descending }: Stretch<T> = {},
): Range {
  return {
    from: join(name, ...prefix, from),
    to: join(name, ...prefix, to) + LAST,
    descending,
  };
}

/** A record that does not fit (an older version, a hand that slipped) is an honest error. */
function read<T>({ schema }: Collection<T>, value: unknown): T {
  return parseResponse(schema, value);
}
