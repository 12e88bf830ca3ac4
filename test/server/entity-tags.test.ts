import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { everyRoute } from '../../src/client/backends/http/api.js';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';
import { misfit } from './support/openapi.js';
import { sampleRequest } from './support/sample-parts.js';

describe('entity tags', () => {
  let server: ClinicServer;
  let tenant = '';
  beforeAll(async () => {
    server = await ClinicServer.start();
  });
  afterAll(() => server.close());

  const start = () => {
    tenant = `tags-${Math.random()}`;
    const statuses: number[] = [];
    const backend = new HttpBackend({
      baseUrl: server.url,
      token: () => tokenFor('p-1', { tenant }),
      shareChanges: false,
      fetch: async (...request) => {
        const response = await fetch(...request);
        statuses.push(response.status);
        return response;
      },
    });
    return { backend, statuses };
  };
  const ask = async (path: string, headers: Record<string, string>, body?: object) =>
    fetch(`${server.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${await tokenFor('p-1', { tenant })}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const begin = { type: 'start', on: '2026-01-02', timeZone: 'UTC' } as const;

  it('are on every reading of one thing that may change, and 304 says it has not', async () => {
    tenant = `tags-${Math.random()}`;
    const token = await tokenFor('p-1', { tenant });
    for (const { operation, route } of everyRoute()) {
      const response = await server.app.fetch(sampleRequest(operation, route, token));
      if (!response.ok) continue;
      const tag = response.headers.get('etag');
      expect(Boolean(tag), operation).toBe(Boolean(route.tagged ?? route.changes));
      if (!tag || !route.tagged) continue;
      const again = new Request(sampleRequest(operation, route, token));
      again.headers.set('if-none-match', `"something", ${tag}`);
      const unchanged = await server.app.fetch(again);
      expect(unchanged.status, operation).toBe(304);
      expect(unchanged.headers.get('etag')).toBe(tag);
      expect(await unchanged.clone().text()).toBe('');
      expect(await misfit(operation, unchanged)).toBeUndefined();
    }
  });

  it('change with what they stand for', async () => {
    const { backend } = start();
    await backend.milestones!.changeRecord(begin);
    const first = (await ask('/v1/recovery-record', {})).headers.get('etag')!;
    expect((await ask('/v1/recovery-record', { 'if-none-match': first })).status).toBe(304);
    await backend.milestones!.changeRecord({ type: 'label', label: 'sober' });
    const second = await ask('/v1/recovery-record', { 'if-none-match': first });
    expect(second.status).toBe(200);
    expect(second.headers.get('etag')).not.toBe(first);
  });

  it('spare the client what it has', async () => {
    const { backend, statuses } = start();
    const record = await backend.milestones!.changeRecord(begin);
    const read = () => backend.milestones!.record();
    expect([await read(), await read()]).toEqual([record, record]);
    expect(statuses).toEqual([200, 200, 304]);
  });

  it('are answered 412 with a problem once the thing is another, and nothing is done', async () => {
    const { backend } = start();
    await backend.milestones!.changeRecord(begin);
    const seen = (await ask('/v1/recovery-record', {})).headers.get('etag')!;
    await backend.milestones!.changeRecord({ type: 'label', label: 'sober' });
    const path = '/v1/recovery-record/changes';
    const label = { type: 'label', label: 'custom', customLabel: 'Mine' };
    const late = await ask(path, { 'if-match': seen }, label);
    expect(late.status).toBe(412);
    expect(late.headers.get('content-type')).toContain('application/problem+json');
    expect(await late.clone().json()).toMatchObject({
      ...{ status: 412, code: 'conflict', reason: 'changed-meanwhile' },
      title: expect.stringContaining('nothing was done') as string,
    });
    expect(await misfit('milestones.changeRecord', late)).toBeUndefined();
    expect((await backend.milestones!.record())?.label).toBe('sober');
    // Also as a proxy that does not know weak tags would pass it on.
    const { headers } = await ask('/v1/recovery-record', {});
    const fresh = headers.get('etag')!.replace('W/', '');
    const done = await ask(path, { 'if-match': fresh }, label);
    expect(done.status).toBe(200);
    expect(done.headers.get('etag')).toBeTruthy();
  });

  it('are refused where nothing would heed them', async () => {
    const { backend } = start();
    await backend.session.current();
    const goal = { kind: 'goal', title: 'Rest' };
    for (const tag of ['"x"', 'x', '"x", "y"']) {
      const response = await ask('/v1/goals', { 'if-match': tag }, goal);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ reason: 'if-match' });
    }
    expect((await backend.goals!.list()).items).toEqual([]);
  });

  it('tell whoever shows it that it has changed', async () => {
    const { backend } = start();
    const seen = await backend.milestones!.changeRecord(begin);
    await backend.milestones!.changeRecord({ type: 'label', label: 'sober' });
    const heard = vi.fn();
    const end = backend.watch(heard);
    const late = backend.milestones!.changeRecord(
      { type: 'label', label: 'in-recovery' },
      { seen },
    );
    await expect(late).rejects.toMatchObject({ code: 'conflict', detail: 'changed-meanwhile' });
    expect(heard).toHaveBeenCalledWith({ topic: 'milestones' });
    end();
    backend.close();
  });
});
