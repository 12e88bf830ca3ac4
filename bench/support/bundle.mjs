import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { entries } from '../../scripts/entries.mjs';

/**
 * Bundles a few lines that import `wayfellow/…`, minified, from the built package: what a
 * customer's bundler makes of it. Resolves to the files by name.
 */
export async function bundle(code) {
  const folder = mkdtempSync(join(tmpdir(), 'wayfellow-bench-'));
  const entry = join(folder, 'page.js');
  writeFileSync(entry, code);
  try {
    const [{ output }] = await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      resolve: { alias: entries().map(builtAlias) },
      build: {
        write: false,
        target: 'es2022',
        minify: true,
        // Library mode spares us Vite's own preloading code, which other bundlers do not add.
        lib: { entry: { page: entry }, formats: ['es'] },
        rolldownOptions: {
          // A page's entry has no importers, so what its lazy parts share with it can stay in it.
          preserveEntrySignatures: false,
          output: { minify: { codegen: { removeWhitespace: true } } },
        },
      },
    });
    return new Map(output.map((file) => [file.fileName, file.code ?? file.source]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const builtAlias = ({ specifier, built }) => ({
  find: new RegExp(`^${specifier}$`),
  replacement: join(import.meta.dirname, '../..', built),
});
