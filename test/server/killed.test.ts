import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../examples/server/src/commands.js';
import type { DatabasePlace } from '../../examples/server/src/database/open-database.js';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import { PostgresCluster } from './database/support/postgres-cluster.js';
import { tokenFor } from './support/clinic-server.js';
import { ServerProgram } from './support/server-process.js';
import { pause, until } from './support/until.js';

/**
 * `KILLS=100` kills it so often on each; most of the minutes that it takes are PGlite's start. Without
 * it, a hundred times on both together.
 */
const KILLS = Number(process.env['KILLS']);
/** So many that nobody writes faster than a person may, however fast the machine is. */
const PEOPLE = Array.from({ length: 16 }, (_, at) => `w-${at}`);
/** Write in one round. */
const AT_ONCE = 4;
const tenant = 'quay';

const started = await PostgresCluster.start().catch((error: Error) => error);
if (started instanceof Error) console.warn(`Killed on PGlite alone: ${started.message}`);
const folder = await mkdtemp(join(tmpdir(), 'wayfellow-killed-'));

describe.each([
  { on: 'PGlite', kills: KILLS || 10, place: () => ({ dataFolder: folder }) },
  {
    ...{ on: 'PostgreSQL', kills: KILLS || 90 },
    place: async () => ({ url: await (started as PostgresCluster).create('killed') }),
  },
])('the server’s process, killed in the middle of writes on $on', ({ on, kills, place: make }) => {
  if (on === 'PostgreSQL' && started instanceof Error) return it.skip('no server');
  let program: ServerProgram;
  let place: DatabasePlace;
  beforeAll(async () => {
    program = await ServerProgram.build();
    place = await make();
    const people = PEOPLE.map((id) => ({ id, role: 'participant', name: id, timeZone: 'UTC' }));
    await commands['enrol']!(place, [tenant, 'Quay'], JSON.stringify(people));
  }, 120_000);
  afterAll(async () => {
    await program.remove();
    if (place.url === undefined) await rm(folder, { recursive: true, force: true });
    else await (started as PostgresCluster).close();
  });

  it(
    `loses no acknowledged write and doubles none, ${kills} times`,
    async () => {
      const acknowledged = new Map<string, string>();
      // What was under way when it was killed: nobody knows whether it was done.
      const unknown = new Set<string>();
      let interrupted = 0;
      let wereDone = 0;
      for (let round = 0; round <= kills; round++) {
        const server = await program.serve(place);
        const as = (person: string) =>
          new HttpBackend({
            // A start after a crash may take long beside other work; nothing is repeated.
            ...{ baseUrl: server.url, retries: 0, timeout: 60_000, shareChanges: false },
            token: () => tokenFor(person, { tenant }),
          }).goals!;
        const kept = await everything(as);
        expect([...kept.keys()]).toEqual(expect.arrayContaining([...acknowledged.keys()]));
        for (const key of unknown) if (kept.has(key)) wereDone++;

        const write = async (key: string) => {
          const [person = ''] = key.split(' ');
          unknown.add(key);
          const options = { idempotencyKey: key.replace(' ', ':') };
          const { id } = await as(person).add({ kind: 'goal', title: key }, options);
          unknown.delete(key);
          acknowledged.set(key, id);
        };
        // The same key again, as the outbox does: what was done stays one.
        for (const key of [...unknown]) await write(key);
        const [before, id] = [...acknowledged][0] ?? [];
        if (before) await write(before).then(() => expect(acknowledged.get(before)).toBe(id));
        if (round === kills) {
          const all = await everything(as);
          expect(Object.fromEntries(all)).toEqual(Object.fromEntries(acknowledged));
          await server.kill();
          break;
        }

        const first = (round * AT_ONCE) % PEOPLE.length;
        const writers = PEOPLE.slice(first, first + AT_ONCE).map(async (person) => {
          for (let n = 0; n < 40; n++) await write(`${person} ${round}-${n}`);
        });
        const ended = Promise.allSettled(writers);
        const enough = acknowledged.size + 4 + Math.random() * 20;
        const isEnough = until(() => acknowledged.size >= enough, 'enough was written', 20_000);
        // A write that the server refuses while it runs is told, and not waited for.
        await Promise.race([isEnough, Promise.all(writers).then(() => isEnough)]);
        await pause(Math.random() * 20);
        await server.kill();
        await ended;
        interrupted += unknown.size;
      }
      console.info(
        `${kills} kills on ${on}: ${acknowledged.size} writes, ${interrupted} cut short, ` +
          `${wereDone} of them done all the same`,
      );
      expect(interrupted).toBeGreaterThan(kills);
      expect(acknowledged.size).toBeGreaterThan(interrupted);
    },
    60_000 + kills * 10_000,
  );
});

/** Titles and ids of all goals; a title that is there twice is refused. */
async function everything(
  as: (person: string) => NonNullable<HttpBackend['goals']>,
): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const person of PEOPLE)
    for (let cursor: string | undefined; ;) {
      const { items, next } = await as(person).list({
        limit: 200,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const { id, title } of items) {
        const [text = ''] = Object.values(title);
        expect(all.has(text), `${text} twice`).toBe(false);
        all.set(text, id);
      }
      if (next === undefined) break;
      cursor = next;
    }
  return all;
}
