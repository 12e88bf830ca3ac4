import { API_VERSION, everyRoute, type PlacedRoute } from './api.js';
import { CAPABILITIES_PATH } from './capabilities.js';
import { CHANGES_PATH } from './change-event.js';
import { JsonSchemas, ref, type Json } from './json-schemas.js';
import { PROBLEM_TYPE } from './problem.js';
import { changes, signals } from './openapi-streams.js';
import { SIGNALS_PATH } from './room-signals.js';
import { isSafe, type Route, type ServiceName } from './route.js';

/** Those of the codes, and 413, 415 and 500, which say more than their codes' own. */
const ERRORS = [400, 401, 403, 404, 409, 413, 415, 429, 500, 502, 503, 504];

const json = (schema: unknown) => ({ 'application/json': { schema } });

/**
 * The API as an OpenAPI 3.1 document, for those who implement it or call it from another language.
 * @param services What is offered; default all.
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApiDocument(services?: readonly ServiceName[]): Json {
  const placed = [...everyRoute()].filter(({ service }) => services?.includes(service) ?? true);
  const schemas = new JsonSchemas(placed);
  const paths: Record<string, Json> = {
    [CAPABILITIES_PATH]: { get: capabilities },
    [CHANGES_PATH]: { get: changes },
  };
  if (services?.includes('sessions') ?? true) paths[SIGNALS_PATH] = signals;
  for (const each of placed)
    (paths[each.route.path] ??= {})[each.route.method.toLowerCase()] = operation(each, schemas);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Wayfellow',
      version: API_VERSION,
      description:
        'Peer mentorship for virtual intensive outpatient programmes. Answers may have more fields than are named here. No URL says anything about a person’s health.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: schemas.named,
      responses: Object.fromEntries([...ERRORS, 412].map(problemResponse)),
      parameters: { IdempotencyKey: idempotencyKey, IfMatch: ifMatch, IfNoneMatch: ifNoneMatch },
      headers: { ETag: entityTag },
    },
  };
}

function operation({ service, operation, route }: PlacedRoute, schemas: JsonSchemas): Json {
  const body = schemas.of(`${operation} body`);
  return {
    operationId: operation,
    tags: [service],
    summary: route.summary,
    ...(isSafe(route) ? { 'x-safe': true } : {}),
    parameters: parametersOf(operation, route, schemas),
    ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: {
      ...(route.answer
        ? {
            [route.creates ? 201 : 200]: {
              description: 'The answer.',
              ...(route.tagged || route.changes
                ? { headers: { ETag: ref('headers', 'ETag') } }
                : {}),
              content: json(schemas.of(`${operation} answer`)),
            },
          }
        : { 204: { description: 'Done.' } }),
      ...Object.fromEntries(errorsOf(route).map((s) => [s, ref('responses', `Problem${s}`)])),
      ...(route.rules ? { 409: conflict(route) } : {}),
      ...(route.tagged ? { 304: { description: 'Still as `If-None-Match` says.' } } : {}),
      ...(route.changes ? { 412: ref('responses', 'Problem412') } : {}),
    },
  };
}

/** The rules that say no are part of the contract, so a conflict lists its own. */
function conflict(route: Route): Json {
  const rules = [...(route.rules ?? []), ...(route.keyed ? ['key-reused'] : [])];
  const description = `A rule does not allow it; \`reason\` is one of ${rules.map((r) => `\`${r}\``).join(', ')}.`;
  return { description, content: { [PROBLEM_TYPE]: { schema: ref('schemas', 'Problem') } } };
}

/** What any call may be refused with. */
function errorsOf(route: Route): number[] {
  const takesBody = Boolean(route.body ?? (route.method === 'GET' ? undefined : route.options));
  return ERRORS.filter((status) => {
    if (status === 409) return !route.rules && !isSafe(route);
    return takesBody || (status !== 413 && status !== 415);
  });
}

function parametersOf(operation: string, route: Route, schemas: JsonSchemas): Json[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true },
    schema: { type: 'string', minLength: 1, maxLength: 256 },
  }));
  const fields = (schemas.of(`${operation} query`)?.['properties'] ?? {}) as Json;
  const inQuery = Object.entries(fields).map(([name, schema]) => ({ name, in: 'query', schema }));
  return [
    ...inPath,
    ...inQuery,
    ...(route.keyed ? [ref('parameters', 'IdempotencyKey')] : []),
    ...(route.tagged ? [ref('parameters', 'IfNoneMatch')] : []),
    ...(route.changes ? [ref('parameters', 'IfMatch')] : []),
  ];
}

const entityTag = {
  description: 'Another one as soon as anything in the answer is different (RFC 9110, 8.8.3).',
  schema: { type: 'string' },
};

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of an earlier answer: 304 while it is still the same.',
  schema: { type: 'string' },
};

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  description:
    'The `ETag` of what the person saw. Once that has become something else, nothing is done and the answer is a 412 with the reason `changed-meanwhile`, unless the same `Idempotency-Key` was answered before.',
  schema: { type: 'string' },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'The same key again gives the first answer and changes nothing; for another request it is a 409 with the reason `key-reused`.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
};

const problemResponse = (status: number): [string, Json] => [
  `Problem${status}`,
  {
    description: `An error with the status ${status} (RFC 9457).`,
    content: { [PROBLEM_TYPE]: { schema: ref('schemas', 'Problem') } },
  },
];

const capabilities = {
  operationId: 'capabilities',
  summary: 'What this server offers.',
  security: [],
  responses: { 200: { description: 'Services.', content: json(ref('schemas', 'Capabilities')) } },
};
