import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import * as schema from '../../../../examples/server/src/database/schema.js';
import type { Instance } from './instance.js';

/** The schema in Drizzle and the migrations describe the same tables. */
export function schemaAgreement(instance: () => Instance): void {
  const ask = <R extends Record<string, unknown>>(query: string) =>
    instance().db.transaction((tx) => tx.query<R>(query));
  const tables = Object.values(schema).flatMap((each) =>
    is(each, PgTable) ? [getTableConfig(each)] : [],
  );

  it('has in Drizzle the columns that the migrations made', async () => {
    const made = await ask<{ line: string }>(`
      SELECT concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN 'not null' END,
        CASE WHEN a.atthasdef OR a.attidentity <> '' THEN 'default' END) AS line
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.attnum > 0
        AND NOT a.attisdropped`);
    const said = tables.flatMap(({ name, columns }) =>
      columns.map((c) =>
        [
          ...[name, c.name, c.getSQLType()],
          ...(c.notNull ? ['not null'] : []),
          ...(c.hasDefault ? ['default'] : []),
        ].join(' '),
      ),
    );
    expect(said.sort()).toEqual(made.map(({ line }) => line).sort());
  });

  it('has in Drizzle the keys and indexes that the migrations made', async () => {
    const made = await ask<{ line: string }>(`
      SELECT concat_ws(' ', c.relname, CASE WHEN i.indisprimary THEN 'key' ELSE n.relname END,
        (SELECT string_agg(a.attname, ',' ORDER BY k.at) FROM unnest(i.indkey) WITH ORDINALITY k(n, at)
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.n)) AS line
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class n ON n.oid = i.indexrelid
      WHERE c.relnamespace = current_schema()::regnamespace`);
    const names = (columns: readonly unknown[]) =>
      columns.flatMap((column) => (column as { name?: string }).name ?? []).join(',');
    const said = tables.flatMap(({ name, columns, primaryKeys, indexes }) => [
      ...columns.filter((c) => c.primary).map((c) => `${name} key ${c.name}`),
      ...primaryKeys.map((key) => `${name} key ${names(key.columns)}`),
      ...indexes.map(({ config }) => `${name} ${config.name} ${names(config.columns)}`),
    ]);
    expect(said.sort()).toEqual(made.map(({ line }) => line).sort());
  });
}
