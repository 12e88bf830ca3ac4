import { serve as listen } from '@hono/node-server';
import type { Server } from 'node:http';
import type { App } from './create-app.js';

/** A server that runs. */
export interface RunningServer {
  readonly url: string;
  /**
   * Takes no more connections, ends the streams, lets requests finish, and cuts what is still open
   * after `grace` milliseconds. Default 10,000.
   */
  close(grace?: number): Promise<void>;
}

/** Serves an app on a port; port 0 is any that is free. */
export function serve(
  app: App,
  { port = 0, hostname = '127.0.0.1' }: { port?: number; hostname?: string } = {},
): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, port, hostname }, (info) => {
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address;
      resolve({ url: `http://${host}:${info.port}`, close: (grace) => close(server, app, grace) });
    }) as Server;
    // A request that dribbles in is cut: slow clients must not hold all connections.
    server.requestTimeout = 30_000;
    server.headersTimeout = 10_000;
    server.once('error', reject);
  });
}

function close(server: Server, app: App, grace = 10_000): Promise<void> {
  app.drain();
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    // A connection that has had its answer is kept open for the next request, which is not to come.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(idle);
      resolve();
    });
  });
}
