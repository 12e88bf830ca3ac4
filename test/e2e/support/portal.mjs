import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('../../../examples/portal', import.meta.url));

/** The example portal as a clinic would put it online: built, and served as files. */
export async function buildPortal() {
  const outDir = mkdtempSync(join(tmpdir(), 'wayfellow-portal-'));
  await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const { origin, close } = await serve(outDir);
  return {
    origin,
    close() {
      close();
      rmSync(outDir, { recursive: true });
    },
  };
}
