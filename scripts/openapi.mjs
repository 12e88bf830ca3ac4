import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { createServer } from 'vite';

/** Writes dist/openapi.json, the HTTP API for those who implement it or call it themselves. */
const target = fileURLToPath(new URL('../dist/openapi.json', import.meta.url));

const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { openApiDocument } = await vite.ssrLoadModule('/src/client/backends/http/openapi.ts');
  const options = { ...(await resolveConfig(target)), parser: 'json' };
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, await format(JSON.stringify(openApiDocument()), options));
} finally {
  await vite.close();
}
