import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { createServer } from 'vite';

/**
 * `npm run shapes`: writes src/client/shapes.ts, the structures of what elements read, from the
 * schemas of the model; and breakout-shapes.ts, which few pages ever load.
 */
const CONCEPTS = {
  'check-in': ['CheckIn', 'CheckInReceipt'],
  'check-in-plan': ['CheckInFollowUp'],
  consent: ['Grant'],
  draft: ['Draft'],
  matching: ['MentorMatch'],
  meeting: ['Attendance', 'Meeting', 'RoomAccess'],
  mentor: ['Mentor'],
  message: ['Message'],
  milestone: ['Milestone'],
  pairing: ['Pairing'],
  'recording-answer': ['RecordingAnswer'],
  'recovery-record': ['RecoveryRecord'],
  safety: ['EscalationPolicy', 'SafetyAlert'],
  scoring: ['Score'],
  session: ['Session'],
};

/** File of src/client by file: what it holds. */
export const FILES = {
  'shapes.ts': CONCEPTS,
  'breakout-shapes.ts': { breakouts: ['RoomBreakouts'] },
};
const target = (file) => fileURLToPath(new URL(`../src/client/${file}`, import.meta.url));

/** How often a schema that contains itself is followed; below that, any object will do. */
const DEPTH = 1;

/** JSON Schema, as zod makes it, to the structures that src/client/shape.ts reads. */
function structure(schema, definitions, depth = 0) {
  const part = (inner) => structure(inner, definitions, depth);
  if (schema.$ref) {
    const definition = definitions[schema.$ref.split('/').at(-1)];
    return depth < DEPTH ? structure(definition, definitions, depth + 1) : {};
  }
  const { type, format: kind, properties, required = [], ...rest } = schema;
  if (rest.const !== undefined) return `=${rest.const}`;
  if (rest.enum) return `=${rest.enum.join('|')}`;
  const options = rest.anyOf ?? rest.oneOf;
  if (options) return options.map(part);
  if (type === 'array') return [part(rest.items)];
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [
        required.includes(name) ? name : `${name}?`,
        // A refinement has no JSON Schema; this is the one that a page must not meet unchecked.
        name === 'timeZone' ? 'z' : part(inner),
      ]),
    );
  if (type === 'object') return { '': part(rest.additionalProperties) };
  const basic = { string: 's', number: 'n', integer: 'n', boolean: 'b', null: '0' }[type] ?? '?';
  return { date: 'd', 'date-time': 't' }[kind] ?? basic;
}

/** The text of one of the files. */
export async function shapesSource(file) {
  const concepts = FILES[file];
  const vite = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { toJSONSchema } = await vite.ssrLoadModule('zod/mini');
    const lines = [
      '// Made from the schemas of the model by `npm run shapes`. Do not edit.',
      ...Object.entries(concepts).map(
        ([model, names]) => `import type { ${names.join(', ')} } from './model/${model}.js';`,
      ),
      `import type { Shape } from './shape.js';`,
    ];
    for (const [model, names] of Object.entries(concepts)) {
      const module = await vite.ssrLoadModule(`/src/client/model/${model}.ts`);
      for (const name of names) {
        const json = toJSONSchema(module[name], { unrepresentable: 'any', io: 'input' });
        const shape = JSON.stringify(structure(json, json.$defs));
        lines.push('', `export const ${name}Shape: Shape<${name}> = ${shape};`);
      }
    }
    const options = await resolveConfig(target(file));
    return await format(lines.join('\n'), { ...options, parser: 'typescript' });
  } finally {
    await vite.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const file of Object.keys(FILES)) writeFileSync(target(file), await shapesSource(file));
