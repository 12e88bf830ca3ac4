import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../examples/server/src/http/create-app.js';
import { serve } from '../../examples/server/src/http/serve.js';
import type { Backend, Change } from '../../src/client/backend.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';
import { until } from './support/until.js';

/** A change that is big, so that few of them fill what the two ends keep for each other. */
const change = (n: number): Change => ({ topic: 'goals', ids: [`n-${n}-`, 'x'.repeat(16_000)] });

describe('a reader on a socket who stops reading', () => {
  it('is cut off, takes no more memory, and goes on where they were', async () => {
    const listeners = new Set<(change: Change) => void>();
    const backend = {
      session: { current: async () => ({}), signOut: async () => undefined },
      watch: (listener: (change: Change) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    } as unknown as Backend;
    const app = createApp({
      backendFor: () => backend,
      authenticate: ClinicServer.authenticate,
      streamLimit: 1,
      heartbeat: 50,
      log: () => undefined,
    });
    const server = await serve(app);
    const tell = (n: number) => listeners.forEach((listener) => listener(change(n)));
    const token = await tokenFor('p-1');
    const open = (lastId?: string): Socket => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname);
      const resume = lastId === undefined ? '' : `last-event-id: ${lastId}\r\n`;
      socket.write(
        `GET /v1/changes HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n${resume}\r\n`,
      );
      return socket;
    };

    const slow = open();
    let heard = '';
    let isClosed = false;
    slow.setEncoding('latin1');
    slow.on('data', (text: string) => (heard += text)).on('error', () => undefined);
    slow.on('close', () => (isClosed = true));
    await until(() => heard.includes('\nid: '), 'the stream began');
    tell(1);
    await until(() => heard.includes('n-1-'), 'the first was heard');
    slow.pause();
    // More than sockets hold, and then more than the server keeps.
    let told = 1;
    const isFull = async () => {
      const again = await app.fetch(
        new Request(`${server.url}/v1/changes`, { headers: { authorization: `Bearer ${token}` } }),
      );
      await again.body?.cancel();
      return again.status === 429;
    };
    while (await isFull()) {
      expect(told, 'nobody cut it off').toBeLessThan(5000);
      for (let i = 0; i < 20; i++) tell(++told);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    // Cut, and not only told to end: nothing waits any longer for one who will not read.
    slow.resume();
    await until(() => isClosed, 'the connection was closed');

    const [lastId = ''] =
      heard.match(/id: [\w.-]+(?=\nevent: change\ndata: .*\n\n)/g)?.slice(-1) ?? [];
    const last = Number(lastId.split('.')[1]);
    expect(last).toBeGreaterThan(0);
    expect(last).toBeLessThan(told);
    const fresh = open(lastId.slice('id: '.length));
    let more = '';
    fresh.setEncoding('latin1').on('data', (text: string) => (more += text));
    // What is still known is told; when it is too much, that it is.
    await until(() => more.includes(`n-${told}-`) || more.includes('event: reset'), 'it went on');
    fresh.destroy();
    await server.close(100);
  });
});
