import type { Parts } from '../../../../src/client/backends/http/arguments.js';
import type { Route } from '../../../../src/client/backends/http/route.js';
import { BackendError } from '../../../../src/client/errors.js';
import * as z from 'zod/mini';

/** Deeper than any questionnaire is nested, and shallow enough for any parser. */
const DEEPEST = 64;

/** Reads the requests of a route. */
export function partsReader(route: Route): (request: Request) => Promise<Omit<Parts, 'params'>> {
  const readQuery = queryReader(route);
  const hasBody = Boolean(route.body ?? (route.options && route.method !== 'GET'));
  return async (request) => ({
    query: readQuery(request.url),
    body: hasBody ? await readBody(request) : undefined,
  });
}

/** A query is text; the numbers and booleans of the route's options become such again. */
function queryReader({ options, method }: Route): (url: string) => Parts['query'] {
  if (!options || method !== 'GET') return () => ({});
  const { properties = {} } = z.toJSONSchema(options, { unrepresentable: 'any' });
  return (url) => {
    const query = new URL(url).searchParams;
    return Object.fromEntries(
      Object.entries(properties)
        .filter(([name]) => query.has(name))
        .map(([name, field]) => {
          const text = query.get(name) ?? '';
          const { type } = field as { type?: string };
          if (type === 'integer') return [name, /^-?\d+$/.test(text) ? Number(text) : text];
          if (type === 'boolean') return [name, { true: true, false: false }[text] ?? text];
          return [name, text];
        }),
    );
  };
}

/** A request that is not JSON; `status` says more than its code's own. */
export class UnreadableBody extends BackendError {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super('invalid-request', { detail });
  }
}

async function readBody(request: Request): Promise<unknown> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  // Also what keeps other sites' forms out: they cannot send this type without being asked first.
  if (type.trim().toLowerCase() !== 'application/json')
    throw new UnreadableBody(415, 'content-type');
  const text = await request.text();
  if (isTooDeep(text)) throw new UnreadableBody(400, 'body');
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableBody(400, 'body');
  }
}

/** Whether brackets are nested so deep that following them might exhaust the stack. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}
