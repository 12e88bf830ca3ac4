import { sql } from 'drizzle-orm';
import type { Ahead } from '../../../../src/client/backends/embedded/store.js';
import type { Row } from './database.js';
import { toOrderKey } from './order-key.js';
import type { Scope } from './scope.js';
import { given, statement } from './statement.js';

/** Records of a list that are fetched ahead; a longer list is read as it is needed. */
export const MOST_FETCHED = 64;

/** A record that was fetched ahead. */
export interface Fetched extends Row {
  readonly kind: string;
  readonly id: string;
  readonly owner_id: string | null;
  readonly value: unknown;
  readonly version: string;
  /** Its order key, hexadecimal, where it was found in the list. */
  readonly at: string | null;
}

/** What `fetch_call` is asked. */
export const askedOf = ({ tenantId, personId }: Scope, { keys, list }: Ahead) => ({
  ...{ tenant: tenantId, person: personId, keys: keys.map(split) },
  ...{ from: toOrderKey(list?.from ?? ''), to: toOrderKey(list?.to ?? '') },
  limit: list ? MOST_FETCHED : 0,
});

/** `kind\0id`; an id may hold anything. */
export function split(key: string): [kind: string, id: string] {
  const at = key.indexOf('\0');
  return [key.slice(0, at), key.slice(at + 1)];
}

const fetchCall = statement<Fetched>(
  () => sql`SELECT * FROM fetch_call(${given('asked')}::text::jsonb)`,
);

/** Fetches, inside a transaction, what a call has said that it will read. */
export const fetchAhead = (
  tx: Parameters<typeof fetchCall>[0],
  asked: ReturnType<typeof askedOf>,
): Promise<Fetched[]> => fetchCall(tx, { asked: JSON.stringify(asked) });
