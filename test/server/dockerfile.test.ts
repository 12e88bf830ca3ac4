import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import { tokenFor } from './support/clinic-server.js';
import { pause } from './support/until.js';

const run = promisify(execFile);
const ROOT = new URL('../../', import.meta.url).pathname;
const text = await readFile(join(ROOT, 'examples/server/Dockerfile'), 'utf8');
/** Instructions with what they are given. */
const instructions = text
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => [line.split(' ', 1)[0] ?? '', line.slice(line.indexOf(' ') + 1)] as const);
const all = (name: string) =>
  instructions.filter(([each]) => each === name).map(([, rest]) => rest);
const one = (name: string) => all(name).at(-1) ?? '';
const list = (rest: string) => JSON.parse(rest.slice(rest.indexOf('['))) as string[];

describe('the Dockerfile', () => {
  it('builds apart from what runs, and runs as nobody special', () => {
    expect(all('FROM')).toHaveLength(2);
    for (const image of all('FROM')) expect(image).toMatch(/^node:\d+-[\w-]+-slim/);
    const at = (name: string) => instructions.findLastIndex(([each]) => each === name);
    expect(one('USER')).toBe('node');
    expect(at('USER')).toBeLessThan(at('CMD'));
    expect(at('USER')).toBeGreaterThan(at('RUN'));
    expect(all('HEALTHCHECK')).toHaveLength(1);
    expect(all('ADD')).toEqual([]);
    // No secret is baked in.
    for (const env of [...all('ENV'), ...all('ARG')])
      expect(env).not.toMatch(/SECRET|DATABASE_URL/);
  });

  it('copies what is there, and sees no more of the repository', async () => {
    const seen = await readFile(join(ROOT, 'examples/server/Dockerfile.dockerignore'), 'utf8');
    expect(seen.split('\n')[0]).toBe('*');
    for (const copy of all('COPY').filter((rest) => !rest.startsWith('--from')))
      for (const source of copy.split(' ').slice(0, -1)) {
        expect(existsSync(join(ROOT, source)), source).toBe(true);
        expect(seen).toContain(`!${source}\n`);
      }
  });
});

describe('what the image runs', () => {
  let folder = '';
  const running: ChildProcess[] = [];
  const errors: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wayfellow-image-'));
    // As in the image, but that the packages are those that are installed here.
    for (const command of all('RUN').filter((rest) => rest.includes('/app')))
      await run('sh', ['-c', command.replaceAll('/app', folder)], { cwd: ROOT });
  }, 60_000);
  afterAll(async () => {
    for (const each of running) each.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  async function start(dataFolder: string): Promise<{ url: string; stop: () => Promise<unknown> }> {
    const port = await freePort();
    const env = {
      ...{ PATH: process.env['PATH'], PORT: String(port), DATA_FOLDER: dataFolder },
      ...{ JWT_ISSUER: 'https://portal.example', SANDBOX_TENANT: 'sandbox' },
      JWT_SECRET: 'a secret that the portal and the server share in these tests',
    };
    const [command = '', ...args] = list(one('CMD'));
    const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.on('data', (data) => errors.push(String(data)));
    running.push(child);
    const [probe = '', ...rest] = list(one('HEALTHCHECK'));
    for (let tries = 0; ; tries++) {
      const isHealthy = await run(probe, rest, { env }).then(
        () => true,
        () => false,
      );
      if (isHealthy) break;
      expect(tries, errors.join('')).toBeLessThan(60);
      await pause(500);
    }
    const url = `http://127.0.0.1:${port}`;
    const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    return { url, stop: () => (child.kill('SIGTERM'), exited) };
  }

  it('serves, says that it is healthy, stops when told, and goes on from a copy', async () => {
    const data = join(folder, 'data');
    const backendAt = (baseUrl: string) =>
      new HttpBackend({ baseUrl, token: () => tokenFor('jordan', { tenant: 'sandbox' }) });
    const first = await start(data);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    const goal = await backendAt(first.url).goals?.add({ kind: 'goal', title: 'Walk' });
    expect(await first.stop()).toBe(0);

    // The backup that docs/operations.md describes.
    const copy = join(folder, 'copy');
    await cp(data, copy, { recursive: true });
    const second = await start(copy);
    const { items = [] } = (await backendAt(second.url).goals?.list({ limit: 200 })) ?? {};
    expect(items.map(({ id }) => id)).toContain(goal?.id);
    expect(await second.stop()).toBe(0);
    expect(errors).toEqual([]);
  }, 120_000);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
