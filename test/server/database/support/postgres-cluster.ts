import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
/** Where distributions keep the server's programs, one folder a version. */
const VERSIONS = '/usr/lib/postgresql';

/** A PostgreSQL server of its own in a temporary folder. */
export class PostgresCluster {
  private constructor(
    private readonly port: number,
    private readonly bin: string,
    private readonly stop: () => Promise<void>,
  ) {}

  /**
   * Rejects, saying why, where PostgreSQL is not installed or cannot be started.
   * @param isDurable Waits for the disk at every commit, as a clinic's does. Default no: tests are faster
   */
  static async start({ isDurable = false } = {}): Promise<PostgresCluster> {
    const bin = await programs();
    const folder = await mkdtemp(join(tmpdir(), 'wayfellow-pg-'));
    const identity = await unprivileged();
    if (identity) await chown(folder, identity.uid, identity.gid);
    const at = { ...identity, cwd: folder };
    const data = join(folder, 'data');
    const port = await freePort();
    const pgCtl = (...args: string[]) => run(join(bin, 'pg_ctl'), ['-D', data, '-w', ...args], at);
    try {
      await run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-N'], at);
      const disk = isDurable ? '' : '-c fsync=off';
      const settings = `-p ${port} -k ${folder} -h 127.0.0.1 ${disk}`;
      await pgCtl('-o', settings, '-l', join(folder, 'log'), 'start');
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    return new PostgresCluster(port, bin, async () => {
      await pgCtl('-m', 'immediate', 'stop');
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** A new database, owned by somebody who is no superuser. */
  async create(name: string): Promise<string> {
    await this.asSuperuser(`CREATE ROLE ${name} LOGIN CREATEROLE`);
    await this.asSuperuser(`CREATE DATABASE ${name} OWNER ${name}`);
    return `postgres://${name}@127.0.0.1:${this.port}/${name}`;
  }

  /** Runs a program that PostgreSQL comes with on a database, as its superuser. */
  async run(program: string, database: string, ...args: string[]): Promise<void> {
    const url = `postgres://postgres@127.0.0.1:${this.port}/${database}`;
    await run(join(this.bin, program), ['-d', url, ...args]);
  }

  async asSuperuser(sql: string): Promise<void> {
    const client = new pg.Client(`postgres://postgres@127.0.0.1:${this.port}/postgres`);
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }

  close(): Promise<void> {
    return this.stop();
  }
}

async function programs(): Promise<string> {
  const versions = await readdir(VERSIONS).catch((): string[] => []);
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  if (newest === undefined) throw new Error('PostgreSQL is not installed');
  return join(VERSIONS, String(newest), 'bin');
}

/** PostgreSQL refuses to run as root; then it runs as the user that its package made. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
