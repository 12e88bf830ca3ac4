import { fromJSONSchema } from 'zod';
import { openApiDocument } from '../../../src/client/backends/http/openapi.js';

type Json = Record<string, unknown>;

export interface DocumentedOperation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, Json>>;
}

export const document = openApiDocument() as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>;
};

/** Every operation by its id. */
export const operations = new Map(
  Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .map((operation) => [operation.operationId, operation]),
);

/** What a `$ref` of the document leads to. */
export function resolve<T extends Json>(part: T): Json {
  const { $ref } = part as { $ref?: string };
  if ($ref === undefined) return part;
  let found: unknown = document;
  for (const step of $ref.split('/').slice(1)) found = (found as Json | undefined)?.[step];
  if (!found) throw new Error(`${$ref} leads nowhere`);
  return found as Json;
}

/** Why the document does not allow this answer; undefined when it does. */
export async function misfit(operationId: string, response: Response): Promise<string | undefined> {
  const documented = operations.get(operationId)?.responses[response.status];
  if (!documented) return `${operationId} may not answer ${response.status}`;
  const { content } = resolve(documented) as { content?: Record<string, { schema: Json }> };
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  if (!content) return (await response.text()) ? `${operationId} has a body` : undefined;
  const schema = content[type]?.schema;
  if (!schema) return `${operationId} may not answer ${response.status} as ${type}`;
  const { success, error } = validator(schema).safeParse(await response.json());
  return success ? undefined : `${operationId} ${response.status}: ${error.message}`;
}

const validators = new Map<string, ReturnType<typeof fromJSONSchema>>();

/** The document's JSON Schema put to use. */
function validator(schema: Json): ReturnType<typeof fromJSONSchema> {
  const defs = { $defs: document.components['schemas'] };
  const text = JSON.stringify({ ...schema, ...defs }).replaceAll(
    '#/components/schemas/',
    '#/$defs/',
  );
  let known = validators.get(text);
  if (!known) validators.set(text, (known = fromJSONSchema(JSON.parse(text) as Json)));
  return known;
}
