import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command line as an npm script would, output and all; true when it succeeded. */
export function run(command, env = {}) {
  const path = [`${root}node_modules/.bin`, process.env.PATH].join(delimiter);
  const { status } = spawnSync(command, {
    cwd: root,
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, ...env, PATH: path },
  });
  return status === 0;
}

export const heading = (title) => console.log(`\n━━━ ${title} ━━━\n`);
