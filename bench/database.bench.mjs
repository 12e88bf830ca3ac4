import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const SECONDS = 4;
const AT_ONCE = 16;
/** What it may cost beside the bare route today: measured 7 to 10 on a busy machine. The goal is 2. */
const MOST = 15;

/**
 * Check-in submissions through the API beside a bare Hono route that inserts one row, into the same
 * database in the same run; and their cost in a clinic of many beside one of few. PostgreSQL is
 * started for it; where it is not installed there is nothing to measure.
 */
export default async function bench() {
  const outfile = join(import.meta.dirname, '.database-bench.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'support/database-server.ts')],
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' },
    logLevel: 'error',
    define: {
      'import.meta.url': JSON.stringify(
        new URL('../examples/server/src/database/migrate.ts', import.meta.url).href,
      ),
    },
  });
  try {
    const { open } = await import(outfile);
    const server = await open();
    try {
      const { bare, few, many } = server;
      for (const each of [bare, few, many]) await load(each, 1);
      // In turns, so that what else the machine does falls on all alike.
      const results = { bare: [], few: [], many: [] };
      for (let turn = 0; turn < 3; turn++)
        for (const [name, each] of Object.entries({ bare, few, many }))
          results[name].push(await load(each, SECONDS / 3));
      const sum = (name) => ({
        rate: results[name].reduce((total, { rate }) => total + rate, 0) / 3,
        p99: Math.max(...results[name].map(({ p99 }) => p99)),
      });
      const [b, f, m] = ['bare', 'few', 'many'].map(sum);
      return [
        { figure: 'Bare route, one row', value: b.rate, unit: 'a second' },
        { figure: 'Bare route, p99', value: b.p99, unit: 'ms' },
        { figure: 'Check-ins, 1,000 participants', value: f.rate, unit: 'a second' },
        { figure: 'Check-ins, p99', value: f.p99, unit: 'ms' },
        { figure: 'Check-ins, 100,000 participants', value: m.rate, unit: 'a second' },
        {
          ...{ figure: 'Bare route beside check-ins (goal: 2)', value: b.rate / f.rate },
          ...{ unit: 'times', limit: MOST },
        },
        { figure: '100,000 beside 1,000', value: f.rate / m.rate, unit: 'times', limit: 1.2 },
      ];
    } finally {
      await server.close();
    }
  } finally {
    await rm(outfile, { force: true });
  }
}

/** Sends as fast as it goes, so many at once. */
async function load(send, seconds) {
  const end = performance.now() + seconds * 1000;
  const took = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, at) => {
      for (let count = 0; performance.now() < end; count++) {
        const start = performance.now();
        await send(at, count);
        took.push(performance.now() - start);
      }
    }),
  );
  took.sort((a, b) => a - b);
  return { rate: took.length / seconds, p99: took[Math.floor(took.length * 0.99)] };
}
