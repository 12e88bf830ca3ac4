import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { entries } from '../../scripts/entries.mjs';

const repository = new URL('../..', import.meta.url);
const inRepository = (path: string) => fileURLToPath(new URL(path, repository));

/** The portal imports `wayfellow/…` as a customer's does; here that means the source. */
export default defineConfig(({ mode }) => ({
  plugins: mode === 'served' ? [] : [embedded],
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
}));

/** Without a server behind it, the clinic lives in the browser: `embedded.ts`. */
const embedded: Plugin = {
  name: 'embedded-clinic',
  transformIndexHtml: (html) => html.replace(/(<mentorship-provider)[^>]*/, '$1'),
};
