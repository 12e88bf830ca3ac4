import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest address of a socket that every system takes. */
const MOST_BYTES = 100;

/**
 * Holds a data folder for this process, until it is let go or the process ends, however it ends: two
 * that write into one folder destroy it. What holds it is a socket, so a lock that was left behind
 * (a number in a file may be another process by then, and in containers all have the same) is told
 * from one that is held: nobody answers.
 * @returns lets go
 * @throws {Error} when another process has the folder
 */
export async function holdFolder(dataFolder: string): Promise<() => Promise<void>> {
  await mkdir(dataFolder, { recursive: true });
  const address = addressOf(await realpath(dataFolder));
  const server =
    (await listen(address)) ??
    ((await answers(address))
      ? undefined
      : await rm(address, { force: true }).then(() => listen(address)));
  if (!server)
    throw new Error(
      `Another process has the data folder ${dataFolder} open. Nothing was changed. ` +
        'Stop that one first, or run several instances on PostgreSQL (DATABASE_URL).',
    );
  // It ends with the process, and does not keep it from ending.
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Beside the folder, where other containers with the same volume may find it; else by its name. */
function addressOf(folder: string): string {
  const name = `wayfellow-${createHash('sha256').update(folder).digest('hex').slice(0, 20)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inside = join(folder, 'in-use.sock');
  return Buffer.byteLength(inside) <= MOST_BYTES ? inside : join(tmpdir(), `${name}.sock`);
}

/** Undefined when somebody has been there. */
function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const say = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => say(true));
    socket.once('error', () => say(false));
  });
}
