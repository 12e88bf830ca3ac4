import { build } from 'esbuild';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const OUT = join(import.meta.dirname, '../../node_modules/.bench');

/** Imports a module of TypeScript and what it imports of ours, each of which knows where it lies. */
export async function importTypeScript(file) {
  // Beside the packages, which it finds from there.
  const outfile = join(OUT, `${process.pid}-${Date.now()}.mjs`);
  await build({
    ...{ entryPoints: [file], outfile, bundle: true, platform: 'node', format: 'esm' },
    ...{ packages: 'external', logLevel: 'error', plugins: [keepsItsPlace] },
  });
  try {
    return await import(outfile);
  } finally {
    await rm(outfile, { force: true });
  }
}

const keepsItsPlace = {
  name: 'keeps-its-place',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};
