import { join } from 'node:path';
import { build } from 'vite';

const machines = join(import.meta.dirname, '../../test/support/daily-stand-in/call-machines.ts');

/** The tests' stand-in for Daily's call machine, as one classic script that daily-js can load. */
export async function callMachine() {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'import.meta.url': 'location.href' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: machines, formats: ['iife'], name: 'standIn' },
    },
  });
  // What daily-js has asked for so far waits for it.
  return `${output[0].code}\nstandIn.start(window._daily.pendings.splice(0), []);`;
}
