import { fillPlaceholders, sql, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Queries, Row } from './database.js';

const dialect = new PgDialect();

/** A value that is given when the statement runs. */
export const given = (name: string) => sql.placeholder(name);

/**
 * A statement of Drizzle's that is put into words once, and not for each call: that would cost more
 * than most of them do. It is sent in the turn in which it is asked for, so its place among others is
 * the one that it is written at.
 */
export function statement<R extends Row>(
  make: () => SQL,
): (tx: Pick<Queries, 'query'>, values: Record<string, unknown>) => Promise<R[]> {
  let made: { sql: string; params: unknown[] } | undefined;
  return (tx, values) => {
    made ??= dialect.sqlToQuery(make());
    return tx.query<R>(made.sql, fillPlaceholders(made.params, values));
  };
}
