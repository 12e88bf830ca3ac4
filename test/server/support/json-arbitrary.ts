import fc from 'fast-check';

type Schema = Readonly<Record<string, unknown>>;

/**
 * Values of a JSON Schema, and values that it does not allow: any part may be something else.
 * @param wrong Share of the parts that are something else, 0–1.
 */
export function valuesOf(
  schema: Schema,
  definitions: Readonly<Record<string, Schema>>,
  wrong: number,
  depth = 0,
): fc.Arbitrary<unknown> {
  const part = (inner: unknown) => valuesOf(inner as Schema, definitions, wrong, depth + 1);
  const right = (): fc.Arbitrary<unknown> => {
    const { $ref, const: only, enum: words, anyOf, oneOf, type } = schema;
    if (typeof $ref === 'string')
      return depth > 8 ? anything : part(definitions[$ref.split('/').at(-1) ?? '']);
    if (only !== undefined) return fc.constant(only);
    if (Array.isArray(words)) return fc.constantFrom(...(words as unknown[]));
    const options = (anyOf ?? oneOf) as unknown[] | undefined;
    if (options) return fc.oneof(...options.map(part));
    if (type === 'object') return objects(schema, part);
    if (type === 'array') return fc.array(part(schema['items']), { maxLength: 2 });
    if (type === 'string') return strings(schema);
    if (type === 'integer') return fc.integer();
    if (type === 'number') return fc.double();
    if (type === 'boolean') return fc.boolean();
    if (type === 'null') return fc.constant(null);
    return anything;
  };
  const share = Math.round(wrong * 100);
  return fc.oneof(
    { weight: 100 - share, arbitrary: right() },
    { weight: share, arbitrary: anything },
  );
}

function objects(schema: Schema, part: (inner: unknown) => fc.Arbitrary<unknown>) {
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, unknown>);
  const required = (schema['required'] ?? []) as string[];
  const model = Object.fromEntries(fields.map(([name, inner]) => [name, part(inner)]));
  return fc.record(model, { requiredKeys: required.filter((name) => name in model) });
}

function strings({ format }: Schema): fc.Arbitrary<string> {
  if (format === 'date') return fc.constantFrom('2026-05-06', '0000-00-00', '9999-12-31');
  if (format === 'date-time')
    return fc.constantFrom('2026-05-06T15:00:00Z', '9999-12-31T23:59:59-12:00', '2026-05-06');
  return fc.oneof(
    fc.constantFrom('p-1', 'm-open', 'g-open', 'UTC', 'a', ''),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
}

/** Anything that JSON can say, and what breaks those who did not expect it. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('__proto__', 'constructor', '\0', '\ud800', 'x'.repeat(5000), 1e308, -1, {}, []),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":1}')),
);
