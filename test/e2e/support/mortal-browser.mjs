import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from '../../../scripts/chromium.mjs';

/** A browser with a profile on the disk, as a process of ours that can be killed like any other. */
export async function launchMortal(profile) {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const child = spawn(
    ensureChromium(),
    [...chromiumArgs, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
    // A group of its own, so that its helpers die with it.
    { stdio: 'ignore', detached: true },
  );
  const exited = once(child, 'exit');
  const port = await waitFor(() => readFileSync(portFile, 'utf8').split('\n')[0]);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  return {
    context,
    page: await context.newPage(),
    /** As a phone does when it needs the memory: no goodbye. */
    async kill() {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
      await exited;
    },
  };
}

/** What `look` returns once it does not throw and is not empty. */
export async function waitFor(look, patience = 20_000) {
  const until = Date.now() + patience;
  for (;;) {
    try {
      const found = look();
      if (found) return found;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    if (Date.now() > until) throw new Error('It did not come in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
