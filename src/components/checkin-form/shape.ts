// What we read of a FHIR element, and what it must be. What we do not read passes through untouched.

const SHAPES: readonly (readonly [shape: string, names: RegExp])[] = [
  [
    'string',
    /^(?:linkId|type|text|title|prefix|display|url|version|language|system|question|operator|enableBehavior|(?:value|answer)(?:String|Code|Uri|Date|DateTime|Time|ValueSet))$/,
  ],
  ['boolean', /^(?:required|repeats|readOnly|initialSelected|(?:value|answer)Boolean)$/],
  ['number', /^(?:maxLength|(?:value|answer)(?:Integer|Decimal))$/],
  ['object', /^(?:_.+|(?:value|answer)(?:Coding|Quantity|CodeableConcept))$/],
  ['array', /^(?:item|extension|enableWhen|answerOption|initial|coding)$/],
];

const known = new Map<string, string | undefined>();

/** The shape that a field must have; undefined: any. */
export function shapeOf(name: string): string | undefined {
  if (!known.has(name)) known.set(name, SHAPES.find(([, names]) => names.test(name))?.[0]);
  return known.get(name);
}

export function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

/** Of an item `code` is a list, of a coding a text; the narrative of a resource is an object. */
export const OTHERWISE: Readonly<Record<'root' | 'item', Readonly<Record<string, string>>>> = {
  root: { text: 'object', code: 'array' },
  item: { code: 'array' },
};
