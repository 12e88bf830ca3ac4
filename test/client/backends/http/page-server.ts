import type { Backend } from '../../../../src/client/backend.js';
import { versionOf } from '../../../../src/client/backends/embedded/version-of.js';
import { everyRoute } from '../../../../src/client/backends/http/api.js';
import { toArguments } from '../../../../src/client/backends/http/arguments.js';
import { STATUS_OF } from '../../../../src/client/backends/http/problem.js';
import { BackendError } from '../../../../src/client/errors.js';

type Methods = Record<string, (...args: unknown[]) => Promise<unknown>>;

const routes = [...everyRoute()].map((placed) => ({
  ...placed,
  pattern: new RegExp(`^${placed.route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** A `fetch` that answers as a server would, from a backend in this page. */
export function pageServer(backend: Backend): typeof fetch {
  return async (input) => {
    const request = input as Request;
    request.signal.throwIfAborted();
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/v1/changes') return changes(backend, request.signal);
    for (const { service, method, route, pattern } of routes) {
      const { groups } = (request.method === route.method && pattern.exec(pathname)) || {};
      if (!pattern.test(pathname) || request.method !== route.method) continue;
      const text = await request.text();
      const parts = {
        params: mapped(groups ?? {}, decodeURIComponent),
        query: mapped(Object.fromEntries(searchParams), fromQuery),
        body: text ? (JSON.parse(text) as unknown) : undefined,
      };
      const idempotencyKey = request.headers.get('idempotency-key') ?? undefined;
      try {
        const [, seen] = /"(.*)"/.exec(request.headers.get('if-match') ?? '') ?? [];
        const args = toArguments(route, parts, { idempotencyKey, seen });
        const answer = await (backend[service] as unknown as Methods)[method]?.(...args);
        if (!route.answer) return new Response(null, { status: 204 });
        const etag = `"${versionOf(answer)}"`;
        if (request.headers.get('if-none-match') === etag)
          return new Response(null, { status: 304 });
        return Response.json(answer, { status: route.creates ? 201 : 200, headers: { etag } });
      } catch (error) {
        return problem(error as BackendError);
      }
    }
    return problem(new BackendError('not-found'));
  };
}

function problem({ code, detail }: BackendError): Response {
  const status = code === 'offline' ? 503 : STATUS_OF[code];
  return Response.json({ type: '', title: '', status, code, reason: detail }, { status });
}

function changes(backend: Backend, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let end: () => void;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      end = backend.watch((change) =>
        controller.enqueue(encoder.encode(`event: change\ndata: ${JSON.stringify(change)}\n\n`)),
      );
      signal.addEventListener('abort', () => end());
    },
    cancel: () => end(),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

const mapped = <T>(record: Record<string, string>, map: (value: string, name: string) => T) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));

function fromQuery(text: string, name: string): unknown {
  if (name === 'limit') return Number(text);
  return name === 'kept' ? text === 'true' : text;
}
