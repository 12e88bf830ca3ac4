import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { portalServer } from '../examples/portal/server.mjs';

/**
 * Serves examples/portal from source, in front of a clinic's server, or, without one, with the
 * clinic in the browser. Without a port it takes a free one, as tests want.
 *
 * @param {{ port?: number, clinic?: Awaited<ReturnType<typeof import('./clinic.mjs').openClinic>> }} [options]
 */
export async function servePortal({ port = 0, clinic } = {}) {
  const root = fileURLToPath(new URL('../examples/portal', import.meta.url));
  const server = await createServer({
    root,
    mode: clinic ? 'served' : 'embedded',
    plugins: clinic ? [portalServer(clinic)] : [],
    server: { port, host: 'localhost' },
  });
  await server.listen();
  return { url: server.resolvedUrls.local[0], close: () => server.close() };
}
