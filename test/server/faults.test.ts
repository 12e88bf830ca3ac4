import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import { BackendError } from '../../src/client/errors.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';
import { FaultyProxy } from './support/faulty-proxy.js';

/** `FAULT_SEED=7` plays one schedule again. */
const seeds = process.env['FAULT_SEED']
  ? [Number(process.env['FAULT_SEED'])]
  : [1, 2, 3, 4, 5, 6, 7, 8];

describe('over a line that loses, cuts, delays and duplicates', () => {
  let server: ClinicServer;
  beforeAll(async () => {
    server = await ClinicServer.start();
  });
  afterAll(() => server.close());

  for (const seed of seeds)
    it(`no acknowledged write is lost and none is doubled, seed ${seed}`, async () => {
      const tenant = `faults-${seed}-${Math.random()}`;
      const proxy = await FaultyProxy.start(server.url, seed);
      const token = () => tokenFor('p-1', { tenant });
      const direct = new HttpBackend({ baseUrl: server.url, token });
      // Few tries, so that some calls fail for good.
      const options = { retries: 1, backOff: () => 1, timeout: 2000 };
      const backend = new HttpBackend({ ...options, baseUrl: proxy.url, token });

      const [acknowledged, failed]: [string[], string[]] = [[], []];
      for (let i = 0; i < 40; i++) {
        const title = `Goal ${i}`;
        try {
          await backend.goals?.add({ kind: 'goal', title });
          acknowledged.push(title);
        } catch (error) {
          expect(error).toBeInstanceOf(BackendError);
          expect((error as BackendError).retryable).toBe(true);
          failed.push(title);
        }
      }
      const { items = [] } = (await direct.goals?.list({ limit: 200 })) ?? {};
      const kept = items.map((goal) => Object.values(goal.title)[0] ?? '');
      expect(new Set(kept).size, 'written twice').toBe(kept.length);
      expect(kept).toEqual(expect.arrayContaining(acknowledged));
      for (const title of kept) expect([...acknowledged, ...failed]).toContain(title);
      // The line was as bad as it should be.
      expect(new Set(proxy.met).size).toBeGreaterThan(4);
      expect(acknowledged.length).toBeGreaterThan(20);
      await proxy.close();
      await server.removeTenant(tenant);
    });

  it('a call that failed for good is made good by the same key, once', async () => {
    const tenant = `faults-${Math.random()}`;
    const proxy = await FaultyProxy.start(server.url, 11, 0.8);
    const backend = new HttpBackend({
      baseUrl: proxy.url,
      token: () => tokenFor('p-1', { tenant }),
      retries: 0,
    });
    for (let i = 0; i < 10; i++) {
      const options = { idempotencyKey: `goal-${i}` };
      for (let tries = 0; ; tries++)
        try {
          await backend.goals?.add({ kind: 'goal', title: `Goal ${i}` }, options);
          break;
        } catch (error) {
          expect((error as BackendError).retryable, String(error)).toBe(true);
          expect(tries).toBeLessThan(100);
        }
    }
    expect(proxy.met.filter((fault) => fault !== 'none').length).toBeGreaterThan(10);
    const direct = new HttpBackend({
      baseUrl: server.url,
      token: () => tokenFor('p-1', { tenant }),
    });
    expect((await direct.goals?.list())?.items).toHaveLength(10);
    await proxy.close();
  });

  for (const [fault, code, isDone] of [
    ['cut-before', 'offline', false],
    ['cut-after', 'offline', true],
    ['truncate', 'offline', true],
    ['sorry', 'unavailable', false],
    // Given up before anybody knows whether it came.
    ['delay', 'timeout', undefined],
    ['duplicate', undefined, true],
  ] as const)
    it(`${fault} is ${code ?? 'nothing'} to the caller, whatever they do`, async () => {
      const tenant = `faults-${Math.random()}`;
      const proxy = await FaultyProxy.start(server.url, 1, 1, fault);
      const token = () => tokenFor('p-1', { tenant });
      const patience = { retries: 0, timeout: fault === 'delay' ? 15 : 2000 };
      const backend = new HttpBackend({ ...patience, baseUrl: proxy.url, token });
      const direct = new HttpBackend({ baseUrl: server.url, token });
      const services = ['goals', 'checkIns', 'milestones', 'safety', 'pairings'] as const;
      const on = '2026-05-06';
      const response = { resourceType: 'QuestionnaireResponse', status: 'completed' } as const;
      const calls = [
        backend.goals?.add({ kind: 'goal', title: 'Rest' }),
        backend.checkIns?.submit({ response, on, timeZone: 'UTC' }),
        backend.milestones?.add({ title: 'Slept', on, timeZone: 'UTC' }),
        backend.safety?.raise({
          triggers: [{ type: 'not-safe-now' }],
          raisedAt: new Date().toISOString(),
        }),
        backend.pairings?.request({ mentorId: 'm-open' }),
        backend.session.current(),
      ];
      for (const settled of await Promise.allSettled(calls.map(async (call) => call))) {
        expect(settled.status).toBe(code ? 'rejected' : 'fulfilled');
        if (settled.status === 'fulfilled') continue;
        expect(settled.reason).toBeInstanceOf(BackendError);
        expect(settled.reason).toMatchObject({ code, retryable: true });
      }
      // What reached the server was done, once.
      await new Promise((resolve) => setTimeout(resolve, 100));
      for (const service of services) {
        const list = direct[service]?.list as () => Promise<{ items: unknown[] }>;
        const { length } = (await list()).items;
        if (isDone === undefined) expect(length, service).toBeLessThan(2);
        else expect(length, service).toBe(isDone ? 1 : 0);
      }
      await proxy.close();
      await server.removeTenant(tenant);
    });

  it('the same seed meets the same faults', async () => {
    const met = async () => {
      const proxy = await FaultyProxy.start(server.url, 5);
      for (let i = 0; i < 20; i++) await fetch(`${proxy.url}/v1`).catch(() => undefined);
      await proxy.close();
      return proxy.met;
    };
    expect(await met()).toEqual(await met());
  });
});
