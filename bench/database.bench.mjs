import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from './support/http-load.mjs';

const TURNS = 9;
const SECONDS = 1;
const AT_ONCE = 64;
/** Those who check in, one after another. */
const PEOPLE = 1000;
/** What it may cost beside the bare route today: 2.1 to 3.4 on a busy machine. The goal is 2. */
const MOST = 4;

/**
 * Check-in submissions through the API beside a bare Hono route that inserts one row, into the same
 * database in the same run; and their cost in a clinic of many beside one of few.
 *
 * - The database is a PostgreSQL started for it that waits for its disk at every commit, as a
 *   clinic's does. Where PostgreSQL is not installed there is nothing to measure.
 * - Each route is served by `@hono/node-server` in a process of its own: ours by the whole reference
 *   server, with its log, rates, sign-outs and jobs; the bare one as one would write it, with `pg`'s
 *   pool as it comes. Both pools open ten connections.
 * - This process is the load: 64 at once over connections that stay open, in turns, so that what else
 *   the machine does falls on all alike. Each check-in is another person's, with a grant to a mentor.
 */
export default async function bench() {
  // Beside the packages, which they find from there.
  const folder = join(import.meta.dirname, '../node_modules/.bench');
  const [clinics, server] = await Promise.all(
    ['check-in-clinics', 'check-in-server'].map((name) => bundle(name, folder)),
  );
  try {
    const { openClinics, tokensOf, checkIn } = await import(clinics);
    const { url, close } = await openClinics({ few: 1000, many: 100_000 });
    const servers = ['bare', 'whole'].map((kind) =>
      fork(server, [kind, url], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    );
    try {
      const [bare, whole] = await Promise.all(
        servers.map(async (each) => `${(await once(each, 'message'))[0]}/v1/check-ins`),
      );
      const body = JSON.stringify(checkIn);
      const [few, many] = [await tokensOf('few', PEOPLE), await tokensOf('many', PEOPLE)];
      const routes = { bare: [bare, few], few: [whole, few], many: [whole, many] };
      const results = { bare: [], few: [], many: [] };
      for (let turn = 0; turn <= TURNS; turn++)
        for (const [name, [route, tokens]] of Object.entries(routes)) {
          const result = await load(route, body, tokens, { atOnce: AT_ONCE, seconds: SECONDS });
          // The first turn warms up.
          if (turn > 0) results[name].push(result);
        }
      return figures(results);
    } finally {
      for (const each of servers) {
        each.disconnect();
        await once(each, 'exit');
      }
      await close();
    }
  } finally {
    await Promise.all([clinics, server].map((file) => rm(file, { force: true })));
  }
}

function figures(results) {
  const [b, f, m] = ['bare', 'few', 'many'].map((name) => ({
    rate: median(results[name].map(({ rate }) => rate)),
    p99: median(results[name].map(({ p99 }) => p99)),
  }));
  return [
    { figure: 'Bare route, one row', value: b.rate, unit: 'a second' },
    { figure: 'Bare route, p99', value: b.p99, unit: 'ms' },
    { figure: 'Check-ins, 1,000 participants', value: f.rate, unit: 'a second' },
    { figure: 'Check-ins, p99', value: f.p99, unit: 'ms' },
    { figure: 'Check-ins, 100,000 participants', value: m.rate, unit: 'a second' },
    {
      ...{
        figure: 'Bare route beside check-ins (goal: 2)',
        value: times(results.bare, results.few),
      },
      ...{ unit: 'times', limit: MOST },
    },
    {
      ...{ figure: '100,000 beside 1,000', value: times(results.few, results.many) },
      ...{ unit: 'times', limit: 1.2 },
    },
  ];
}

/** How many times faster one is than the other, turn by turn: what disturbed one disturbed both. */
function times(one, other) {
  return median(one.map(({ rate }, turn) => rate / other[turn].rate));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

async function bundle(name, folder) {
  const outfile = join(folder, `${name}.mjs`);
  const migrate = new URL('../examples/server/src/database/migrate.ts', import.meta.url).href;
  await build({
    entryPoints: [join(import.meta.dirname, `support/${name}.ts`)],
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' },
    logLevel: 'error',
    // It leads to the migrations.
    define: { 'import.meta.url': JSON.stringify(migrate) },
  });
  return outfile;
}
