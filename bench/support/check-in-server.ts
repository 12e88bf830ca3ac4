import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';
import { readConfiguration } from '../../examples/server/src/configuration.js';
import { start } from '../../examples/server/src/start.js';

/** A server that takes check-ins, `bare` or `whole`, a process of its own; says where it is. */
const [, , kind, url = ''] = process.argv;
process.send?.(await (kind === 'bare' ? bare() : whole()));
process.on('disconnect', () => process.exit());

/** The route that one would write: reads JSON, inserts a row, answers. */
function bare(): Promise<string> {
  const pool = new pg.Pool({ connectionString: url });
  const app = new Hono();
  app.post('/v1/check-ins', async (c) => {
    await pool.query('INSERT INTO check_ins (value) VALUES ($1)', [await c.req.json()]);
    return c.json({ status: 'received' }, 201);
  });
  return new Promise((resolve) =>
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    ),
  );
}

/** The reference server as `main.ts` starts it. */
async function whole(): Promise<string> {
  const configuration = readConfiguration({
    ...{ DATABASE_URL: url, PORT: '0', HOSTNAME_TO_LISTEN_ON: '127.0.0.1' },
    JWT_ISSUER: 'https://portal.example',
    JWT_SECRET: 'a secret that the portal and the server share in these tests',
  });
  return (await start(configuration)).url;
}
