import { afterAll, beforeAll, describe, it } from 'vitest';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import { backendCases, runCase } from '../../src/client/conformance/index.js';
import type { ConformanceWorld } from '../../src/client/conformance/index.js';
import type { Role } from '../../src/client/model/person.js';
import { embeddedWorld } from '../client/backends/embedded/world.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';

const ROLE = {
  participant: 'participant',
  peer: 'participant',
  mentor: 'mentor',
  clinician: 'clinician',
} as const;

describe('HttpBackend over a server on a socket', () => {
  let server: ClinicServer;
  let worlds = 0;
  beforeAll(async () => {
    server = await ClinicServer.start();
  });
  afterAll(() => server.close());

  /** A tenant of its own for each case. */
  function world(): ConformanceWorld {
    const tenant = `clinic-${++worlds}`;
    let ahead = 0;
    const clock = () => new Date(Date.now() + ahead);
    server.addTenant(tenant, clock);
    const open: HttpBackend[] = [];
    const { people, mentors, meetings, timeZone } = embeddedWorld();
    const as = async (id: string, role: Role) => {
      const token = () => tokenFor(id, { tenant, roles: [role] });
      const backend = new HttpBackend({ baseUrl: server.url, token });
      open.push(backend);
      return backend;
    };
    return {
      ...{ people, mentors, meetings, timeZone, now: clock, settle: 150 },
      ...{ waitingRoom: 'g-wait', pairs: 'g-pairs' },
      connect: (persona) => as(people[persona], ROLE[persona]),
      host: () => as('f-1', 'facilitator'),
      async advance(ms) {
        ahead += ms;
      },
      async close() {
        for (const backend of open) backend.close();
        await server.removeTenant(tenant);
      },
    };
  }

  for (const each of backendCases)
    it(each.name, async ({ skip }) => {
      const { outcome, error } = await runCase({ open: async () => world() }, each);
      if (outcome === 'skipped') skip(String(error));
      if (outcome === 'failed') throw error;
    });
});
