import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';

interface Made {
  name: string;
  privacy: string;
  properties: Record<string, unknown>;
}

/** Stands in for Daily's REST API on loopback: rooms by name, tokens, a key, and its troubles. */
export class DailyRest {
  readonly rooms = new Map<string, Made>();
  readonly tokens: Record<string, unknown>[] = [];
  /** Statuses with which the next requests are answered, whatever they ask. */
  readonly troubles: number[] = [];
  requests = 0;
  url = '';
  #server: ReturnType<typeof serve> | undefined;

  static async start(key: string): Promise<DailyRest> {
    const daily = new DailyRest();
    const app = new Hono();
    app.use(async (c, next) => {
      daily.requests++;
      const trouble = daily.troubles.shift();
      if (trouble) return c.json({ error: 'trouble' }, trouble as 500, { 'retry-after': '0' });
      if (c.req.header('authorization') !== `Bearer ${key}`)
        return c.json({ error: 'authentication-error' }, 401);
      return next();
    });
    const addressed = ({ name, ...rest }: Made) => ({
      ...{ id: crypto.randomUUID(), api_created: true, name, ...rest },
      url: `https://clinic.daily.co/${name}`,
    });
    app.post('/v1/rooms', async (c) => {
      const room = await c.req.json<Made>();
      if (!/^[\w-]{1,41}$/.test(room.name) || daily.rooms.has(room.name))
        return c.json({ error: 'invalid-request-error', info: 'a room of that name exists' }, 400);
      daily.rooms.set(room.name, room);
      return c.json(addressed(room));
    });
    app.post('/v1/rooms/:name', async (c) => {
      const room = daily.rooms.get(c.req.param('name'));
      if (!room) return c.json({ error: 'not-found' }, 404);
      const { properties } = await c.req.json<{ properties: Record<string, unknown> }>();
      Object.assign(room.properties, properties);
      return c.json(addressed(room));
    });
    app.get('/v1/rooms/:name', (c) => {
      const room = daily.rooms.get(c.req.param('name'));
      return room ? c.json(addressed(room)) : c.json({ error: 'not-found' }, 404);
    });
    app.post('/v1/meeting-tokens', async (c) => {
      const { properties } = await c.req.json<{ properties: Record<string, unknown> }>();
      daily.tokens.push(properties);
      return c.json({ token: `token-${daily.tokens.length}` });
    });
    await new Promise<void>((resolve) => {
      const listen = { fetch: app.fetch, port: 0, hostname: '127.0.0.1' };
      daily.#server = serve(listen, ({ port }: AddressInfo) => {
        daily.url = `http://127.0.0.1:${port}/v1`;
        resolve();
      });
    });
    return daily;
  }

  close(): void {
    this.#server?.close();
  }
}
