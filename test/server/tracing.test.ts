import {
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanStatus,
  type Tracer,
} from '@opentelemetry/api';
import { afterEach, describe, expect, it } from 'vitest';
import { SIGNALS_PATH } from '../../src/client/backends/http/room-signals.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';

interface Seen {
  name: string;
  attributes: Attributes;
  status?: SpanStatus;
  isEnded?: true;
}

/** As much of an SDK as it takes to see what is told to one. */
function record(): Seen[] {
  const seen: Seen[] = [];
  const begin = (name: string, attributes: Attributes = {}): Span => {
    const each: Seen = { name, attributes: { ...attributes } };
    seen.push(each);
    const span = {
      setAttribute: (key: string, value: never) => ((each.attributes[key] = value), span),
      setAttributes: (more: Attributes) => (Object.assign(each.attributes, more), span),
      updateName: (to: string) => ((each.name = to), span),
      setStatus: (status: SpanStatus) => ((each.status = status), span),
      end: () => (each.isEnded = true),
    } as unknown as Span;
    return span;
  };
  const tracer = {
    startSpan: (name: string, options?: { attributes?: Attributes }) =>
      begin(name, options?.attributes),
    startActiveSpan: (
      name: string,
      options: { attributes?: Attributes },
      _context: Context,
      run: (span: Span) => unknown,
    ) => run(begin(name, options.attributes)),
  } as unknown as Tracer;
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  return seen;
}

afterEach(() => trace.disable());

describe('traces', () => {
  it('have a span for each request, named by its route, with nothing of what was said', async () => {
    const seen = record();
    const server = await ClinicServer.start({ enrol: async () => undefined });
    const headers = {
      authorization: `Bearer ${await tokenFor('p-1')}`,
      'content-type': 'application/json',
    };
    const send = (method: string, path: string, body?: object) =>
      server.app.fetch(
        new Request(`http://x${path}`, {
          ...{ method, headers },
          ...(body ? { body: JSON.stringify(body) } : {}),
        }),
      );
    await send('POST', '/v1/goals/secret-id/status', { status: 'completed' });
    await send('POST', '/v1/goals', { kind: 'goal', title: 'secret words' });
    await send('GET', '/v1/goals?personId=secret-person');
    await send('GET', '/v1/meetings/secret-id/signals?end=an-end-of-this-test');
    await send('POST', '/v1/meetings/secret-id/signals', { from: 'secret' });
    await send('PUT', '/admin/people', { id: 'secret-id' });
    await send('GET', '/secret-place');
    await server.close();
    expect(seen.map(({ name, attributes }) => [name, attributes])).toEqual([
      [
        'POST /v1/goals/{goalId}/status',
        spanOf('POST', 404, '/v1/goals/{goalId}/status', 'goals.setStatus'),
      ],
      ['POST /v1/goals', spanOf('POST', 201, '/v1/goals', 'goals.add')],
      ['GET /v1/goals', spanOf('GET', 403, '/v1/goals', 'goals.list')],
      [`GET ${SIGNALS_PATH}`, spanOf('GET', 404, SIGNALS_PATH, 'signals')],
      [`POST ${SIGNALS_PATH}`, spanOf('POST', 400, SIGNALS_PATH, 'signals.send')],
      ['PUT /admin/people', spanOf('PUT', 403, '/admin/people', 'people.enrol')],
      ['GET', { 'http.request.method': 'GET', 'http.response.status_code': 404 }],
    ]);
    expect(seen.every(({ isEnded }) => isEnded)).toBe(true);
    expect(JSON.stringify(seen)).not.toMatch(/secret|p-1/);
  });

  it('say which request was a fault of the server’s', async () => {
    const seen = record();
    const server = await ClinicServer.start({
      backendFor: () => {
        throw new RangeError('secret');
      },
    });
    const headers = { authorization: `Bearer ${await tokenFor('p-1')}` };
    await server.app.fetch(new Request('http://x/v1/goals', { headers }));
    await server.close();
    expect(seen[0]?.status).toEqual({ code: 2 });
    expect(JSON.stringify(seen)).not.toContain('secret');
  });
});

function spanOf(method: string, status: number, route: string, operation: string): Attributes {
  return {
    ...{ 'http.request.method': method, 'http.response.status_code': status },
    ...{ 'http.route': route, 'wayfellow.operation': operation },
  };
}
