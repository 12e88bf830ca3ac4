import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfiguration } from '../../../examples/server/src/configuration.js';
import type { RunningServer } from '../../../examples/server/src/http/serve.js';
import { start } from '../../../examples/server/src/start.js';
import { HttpBackend } from '../../../src/client/backends/http/http-backend.js';
import { tokenFor } from '../support/clinic-server.js';

const jwt = {
  JWT_ISSUER: 'https://portal.example',
  JWT_SECRET: 'a secret that the portal and the server share in these tests',
};

describe('start', () => {
  let server: RunningServer;
  const open: HttpBackend[] = [];
  beforeAll(async () => {
    const local = { PORT: '0', HOSTNAME_TO_LISTEN_ON: '127.0.0.1', SANDBOX_TENANT: 'sandbox' };
    server = await start(readConfiguration({ ...jwt, ...local }));
  }, 60_000);
  afterAll(async () => {
    for (const backend of open) backend.close();
    await server.close(1000);
  });

  function as(personId: string, role: 'participant' | 'mentor', tenant = 'sandbox') {
    const token = () => tokenFor(personId, { tenant, roles: [role], name: personId });
    const backend = new HttpBackend({ baseUrl: server.url, token });
    open.push(backend);
    return backend;
  }

  it('serves the sandbox from the database, and says what changes', async () => {
    const [jordan, maya] = [as('jordan', 'participant'), as('maya', 'mentor')];
    expect((await jordan.session.current())?.person.name).toBe('Jordan');
    const heard = vi.fn();
    maya.watch(heard);
    const { id } = await jordan.pairings!.request({ mentorId: 'maya' });
    await maya.pairings!.apply(id, { type: 'accept' });
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 5000);
    expect((await jordan.pairings!.get(id)).status).toBe('active');
  });

  it('knows nobody of a clinic that it does not keep', async () => {
    const asked = as('jordan', 'participant', 'elsewhere').goals!.list();
    await expect(asked).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('is ready while the database answers', async () => {
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});

describe('readConfiguration', () => {
  it('names what is missing or wrong', () => {
    const refused = (env: Record<string, string>) => () => readConfiguration(env);
    expect(refused({})).toThrow('JWT_ISSUER');
    expect(refused({ ...jwt, PORT: 'eighty' })).toThrow('PORT');
    expect(refused({ JWT_ISSUER: 'x' })).toThrow('JWT_SECRET or JWKS_URL');
    const two = { ...jwt, DATABASE_URL: 'postgres://x', DATA_FOLDER: 'y' };
    expect(refused(two)).toThrow('DATABASE_URL or DATA_FOLDER');
  });

  it('tells a secret to nobody in its errors', () => {
    const wrong = () => readConfiguration({ ...jwt, PORT: '-1' });
    expect(wrong).not.toThrow(jwt.JWT_SECRET);
    expect(wrong).toThrow('PORT');
  });

  it('reads origins, one or more', () => {
    const { origins } = readConfiguration({
      ...jwt,
      CORS_ORIGINS: 'https://a.example, https://b.example',
    });
    expect(origins).toEqual(['https://a.example', 'https://b.example']);
  });
});
