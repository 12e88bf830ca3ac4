import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { entries } from '../../scripts/entries.mjs';

const repository = new URL('../..', import.meta.url);
const inRepository = (path: string) => fileURLToPath(new URL(path, repository));

/** The portal imports `wayfellow/…` as a customer's does; here that means the source. */
export default defineConfig({
  cacheDir: inRepository('node_modules/.vite/portal'),
  resolve: {
    alias: entries().map(({ specifier, source }) => ({
      find: new RegExp(`^${specifier}$`),
      replacement: inRepository(source),
    })),
  },
  // Icons are imported one by one and are ES modules already.
  optimizeDeps: { exclude: ['lucide'] },
  server: { fs: { allow: [inRepository('.')] } },
});
