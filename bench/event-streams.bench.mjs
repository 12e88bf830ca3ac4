import { build } from 'esbuild';
import { SignJWT } from 'jose';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const MANY = 1000;
const FEW = 10;
const ROUNDS = 5;
const JWT_ISSUER = 'https://portal.example';
const JWT_SECRET = 'a secret that the bench and its server share';

/** Open streams of changes on the reference server, a process of its own over PGlite. */
export default async function bench() {
  // Beside the packages, which it finds from there.
  const file = join(import.meta.dirname, '../node_modules/.bench/stream-server.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'support/stream-server.mjs')],
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile: file },
    // `import.meta.url` leads to the migrations.
    define: { 'import.meta.url': 'MIGRATIONS' },
    banner: {
      js: `const MIGRATIONS = ${JSON.stringify(new URL('../examples/server/src/database/x.js', import.meta.url).href)};`,
    },
    logLevel: 'error',
  });
  const env = { ...process.env, PEOPLE: String(MANY), JWT_ISSUER, JWT_SECRET };
  const server = fork(file, { env, execArgv: ['--expose-gc'] });
  try {
    const [{ url }] = await once(server, 'message');
    const memory = async () => {
      server.send('memory');
      return (await once(server, 'message'))[0];
    };
    await measure(url, FEW);
    const before = await memory();
    const few = await measure(url, FEW);
    const many = await measure(url, MANY, memory);
    const each = (what) => (many.memory[what] - before[what]) / MANY / 1024;
    return [
      { figure: `${MANY} streams: those who may know and heard`, value: many.heard, unit: '' },
      {
        figure: `${MANY} streams: those who may not and heard`,
        value: many.told,
        unit: '',
        limit: 0,
      },
      { figure: `${MANY} streams: until the last heard (median)`, value: many.time, unit: 'ms' },
      { figure: `${FEW} streams: until the last heard (median)`, value: few.time, unit: 'ms' },
      { figure: 'memory a stream, heap and buffers', value: each('used'), unit: 'kB', limit: 64 },
      { figure: 'memory a stream, of the process', value: each('rss'), unit: 'kB' },
    ];
  } finally {
    server.kill();
    await rm(file, { force: true });
  }
}

/** Opens streams, has p-0 write, and sees who hears of it and when. */
async function measure(url, count, memory) {
  const ids = Array.from({ length: count }, (_, n) => `p-${n}`);
  let hearing = new Map();
  const streams = [];
  for (const id of ids) streams.push(await open(url, id, () => hearing.set(id, performance.now())));
  const mayKnow = (id) => id === 'p-0' || (Number(id.slice(2)) - 1) % 2 === 1;
  const allowed = ids.filter(mayKnow);
  const times = [];
  let [heard, told] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    hearing = new Map();
    const start = performance.now();
    await addGoal(url);
    const end = performance.now() + 10_000;
    while (allowed.some((id) => !hearing.has(id)) && performance.now() < end) await pause(1);
    times.push(Math.max(...hearing.values()) - start);
    await pause(100);
    heard = allowed.filter((id) => hearing.has(id)).length;
    if (heard < allowed.length) throw new Error(`${allowed.length - heard} heard nothing`);
    told += [...hearing.keys()].filter((id) => !mayKnow(id)).length;
  }
  const taken = await memory?.();
  for (const stream of streams) stream.destroy();
  await pause(200);
  times.sort((a, b) => a - b);
  return { time: times[ROUNDS >> 1], heard, told, memory: taken };
}

async function open(url, id, onGoal) {
  const headers = { authorization: `Bearer ${await tokenFor(id)}` };
  const sent = request(`${url}/v1/changes`, { headers, agent: false }).end();
  sent.on('error', () => undefined);
  const [answer] = await once(sent, 'response');
  if (answer.statusCode !== 200) throw new Error(`A stream was answered ${answer.statusCode}`);
  answer.setEncoding('utf8').on('data', (text) => {
    if (text.includes('"topic":"goals","ids"')) onGoal();
  });
  answer.on('error', () => undefined);
  return sent;
}

async function addGoal(url) {
  const answer = await fetch(`${url}/v1/goals`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokenFor('p-0')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ kind: 'goal', title: 'Rest' }),
  });
  if (answer.status !== 201) throw new Error(`A goal was answered ${answer.status}`);
}

const key = new TextEncoder().encode(JWT_SECRET);
const tokenFor = (id) =>
  new SignJWT({ tenant: 'clinic', roles: ['participant'] })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setIssuer(JWT_ISSUER)
    .setAudience('wayfellow')
    .setExpirationTime('1h')
    .sign(key);

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
