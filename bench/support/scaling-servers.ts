import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { commands } from '../../examples/server/src/commands.js';
import type { DatabasePlace } from '../../examples/server/src/database/open-database.js';
import { PostgresCluster } from '../../test/server/database/support/postgres-cluster.js';
import { ServerProgram } from '../../test/server/support/server-process.js';
import { best, CheckInLoad, PEOPLE, processorTime } from './check-in-load.js';

export { PostgresCluster };

export interface Row {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
}

const ROUNDS = 3;
const none = { count: 0, node: 0, database: 0 };

/** Instances that run together, and how many of them are asked; the others listen. */
interface Kind {
  readonly figure: string;
  readonly places: readonly DatabasePlace[];
  readonly asked?: number;
}

/** The server as it is run: instances, pools of several sizes, and PGlite. */
export async function measureServers(cluster: PostgresCluster): Promise<Row[]> {
  const program = await ServerProgram.build();
  const load = await CheckInLoad.of(['load']);
  const dataFolder = await mkdtemp(join(tmpdir(), 'wayfellow-bench-'));
  try {
    const url = await cluster.create('servers');
    const people = PEOPLE.map((id) => ({ id, role: 'participant', name: id, timeZone: 'UTC' }));
    for (const place of [{ url }, { dataFolder }])
      await commands['enrol']!(place, ['load', 'Load'], JSON.stringify(people));
    const pool = (connections: number) => ({ url, connections });
    const kinds: readonly Kind[] = [
      { figure: 'one instance, pool of 10', places: [{ url }] },
      { figure: 'two instances', places: [{ url }, { url }] },
      { figure: 'one, beside four that only listen', places: Array(5).fill({ url }), asked: 1 },
      { figure: 'PGlite', places: [{ dataFolder }] },
      ...[2, 5, 20].map((size) => ({ figure: `pool of ${size}`, places: [pool(size)] })),
    ];
    const postmaster = await postmasterOf(url);
    const found = new Map(kinds.map((kind) => [kind, { rates: [] as number[], ...none }]));
    // In turns, so that what else the machine does falls on all alike.
    for (let round = 0; round < ROUNDS; round++)
      for (const kind of kinds) {
        const servers = await Promise.all(kind.places.map((place) => program.serve(place)));
        const urls = servers.slice(0, kind.asked).map((server) => server.url);
        const node = () => servers.reduce((sum, { pid }) => sum + processorTime(pid), 0);
        // Until Node has compiled what is asked for most.
        await load.run(urls, 1.5);
        const before = { node: node(), database: processorTime(postmaster, true) };
        const { rate, count } = await load.run(urls, 1.5);
        const sums = found.get(kind)!;
        sums.rates.push(rate);
        sums.count += count;
        sums.node += node() - before.node;
        sums.database += processorTime(postmaster, true) - before.database;
        await Promise.all(servers.map((server) => server.kill()));
      }
    return kinds.flatMap((kind): Row[] => {
      const { rates, count, node, database } = found.get(kind)!;
      const { figure } = kind;
      return [
        { figure: `${figure}: check-ins`, value: best(rates), unit: 'a second' },
        { figure: `${figure}: processor in Node, each`, value: node / count, unit: 'ms' },
        ...(kind.places[0]?.url === undefined
          ? []
          : [{ figure: `${figure}: in PostgreSQL, each`, value: database / count, unit: 'ms' }]),
      ];
    });
  } finally {
    await program.remove();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** The process that all of PostgreSQL's connections are children of. */
async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const stat = readFileSync(`/proc/${rows[0]!.pid}/stat`, 'utf8').replace(/^.*\) /, '');
  await client.end();
  return Number(stat.split(' ')[1]);
}
