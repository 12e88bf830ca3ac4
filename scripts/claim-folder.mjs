import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two processes in one folder of PGlite would destroy it: the second one is told so. */
export function claimFolder(folder) {
  const mark = join(folder, 'in-use-by');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' });
  } catch {
    const owner = Number(readFileSync(mark, 'utf8'));
    if (owner !== process.pid && isRunning(owner))
      throw new Error(`Process ${owner} uses ${folder}. Stop it first, or set DATA_FOLDER.`);
    writeFileSync(mark, String(process.pid));
  }
  return () => rmSync(mark, { force: true });
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch ({ code }) {
    return code === 'EPERM';
  }
}
