import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { DatabasePlace } from '../../../examples/server/src/database/open-database.js';

const ROOT = new URL('../../../', import.meta.url).pathname;
const MAIN = 'dist/server/main.js';

/** One process of it. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** What it wrote, logs and errors. */
  said(): string;
  hasEnded(): boolean;
  kill(): Promise<void>;
}

/** The server as the command line has it: built once, run as processes of their own. */
export class ServerProgram {
  private constructor(private readonly folder: string) {}

  static async build(): Promise<ServerProgram> {
    // Below the packages, which it finds from there.
    const parent = join(ROOT, 'node_modules/.wayfellow');
    await mkdir(parent, { recursive: true });
    const folder = await mkdtemp(join(parent, 'server-'));
    await build({
      entryPoints: [join(ROOT, 'examples/server/src/main.ts')],
      ...{ outfile: join(folder, MAIN), bundle: true, platform: 'node', format: 'esm' },
      ...{ packages: 'external', logLevel: 'error' },
    });
    await cp(join(ROOT, 'examples/server/migrations'), join(folder, 'migrations'), {
      recursive: true,
    });
    return new ServerProgram(folder);
  }

  /** Starts it on a database; resolves once it listens. */
  async serve({ url: database, connections, dataFolder }: DatabasePlace): Promise<ServerProcess> {
    const env = {
      ...{ PATH: process.env['PATH'], PORT: '0', HOSTNAME_TO_LISTEN_ON: '127.0.0.1' },
      ...(database === undefined ? { DATA_FOLDER: dataFolder } : { DATABASE_URL: database }),
      ...(connections === undefined ? {} : { DATABASE_POOL: String(connections) }),
      JWT_ISSUER: 'https://portal.example',
      JWT_SECRET: 'a secret that the portal and the server share in these tests',
    };
    const child = spawn(process.execPath, [join(this.folder, MAIN)], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = once(child, 'exit');
    const errors: string[] = [];
    const lines: string[] = [];
    child.stderr.on('data', (data) => errors.push(String(data)));
    const url = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        lines.push(line);
        const { event, url } = JSON.parse(line) as { event?: string; url?: string };
        if (event === 'listening' && url) resolve(url);
      });
      void exited.then(() => reject(new Error(`It ended: ${errors.join('')}`)));
    });
    return {
      url,
      pid: child.pid ?? 0,
      said: () => [...lines, ...errors].join('\n'),
      hasEnded: () => child.exitCode !== null || child.signalCode !== null,
      async kill() {
        child.kill('SIGKILL');
        await exited;
      },
    };
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
