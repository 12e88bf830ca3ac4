import * as fc from 'fast-check';

/** What does harm where a page takes it for its own. */
export const hostile = [
  '<script>window.harmed = true</script>',
  '<img src="x" onerror="window.harmed = true">',
  '<a href="javascript:window.harmed = true" onclick="window.harmed = true">More</a>',
  '<svg onload="window.harmed = true"><script>window.harmed = true</script></svg>',
  'javascript:window.harmed = true',
  '[More](javascript:window.harmed=true)',
  '<iframe srcdoc="<script>window.harmed = true</script>"></iframe>',
] as const;

const markup = (words: string) => ({
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/rendering-xhtml', valueString: words },
    { url: 'http://hl7.org/fhir/StructureDefinition/rendering-markdown', valueMarkdown: words },
  ],
});

const pieces = fc.constantFrom<unknown>(
  undefined,
  null,
  0,
  -1e308,
  '',
  'x',
  true,
  [],
  {},
  [null],
  [[]],
  { url: 1 },
  { item: [] },
  'gtable',
  [{ linkId: 'z', type: 'group' }],
  { valueCoding: null },
  [{ valueCoding: 'x' }],
  [{ linkId: '__proto__', answer: [{ valueString: 'x' }] }],
  { _$litType$: 1, strings: [] },
  '(a+)+$',
  'x'.repeat(10_000),
  ...hostile,
  ...hostile.map(markup),
);

/** Puts a piece somewhere in a copy. */
function mutate(value: unknown, path: readonly number[], piece: unknown): unknown {
  const copy = structuredClone(value);
  let at = copy as Record<string, unknown>;
  for (const [depth, step] of path.entries()) {
    const keys = Object.keys(at);
    const key = keys[step % (keys.length || 1)];
    if (key === undefined) break;
    const next = at[key];
    if (depth + 1 === path.length || typeof next !== 'object' || next === null) {
      at[key] = piece;
      break;
    }
    at = next as Record<string, unknown>;
  }
  return copy;
}

/** One of these values, with one to four pieces put where they do not belong. */
export function mutated(...values: readonly unknown[]): fc.Arbitrary<unknown> {
  const path = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 9 });
  const changes = fc.array(fc.tuple(path, pieces), { minLength: 1, maxLength: 4 });
  return fc
    .tuple(fc.constantFrom(...values), changes)
    .map(([value, list]) => list.reduce((v, [at, piece]) => mutate(v, at, piece), value));
}
