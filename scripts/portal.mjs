import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** Serves examples/portal from source. Without a port it takes a free one, as tests want. */
export async function servePortal({ port = 0 } = {}) {
  const root = fileURLToPath(new URL('../examples/portal', import.meta.url));
  const server = await createServer({ root, server: { port, host: 'localhost' } });
  await server.listen();
  return { url: server.resolvedUrls.local[0], close: () => server.close() };
}
