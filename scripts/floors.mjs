import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * The floors of the house as lint rules: model → ports and errors → adapters | controllers →
 * elements → entries. Each imports only from those before it. Folders are read from the disk, so
 * that a new element or adapter is covered from its first file.
 */
export function floors() {
  const adapters = new Set([
    ...folders('src/client/backends'),
    ...folders('src/client/video'),
    ...Object.keys(packages),
    'src/client/outbox',
    'src/client/conformance',
  ]);
  const elements = folders('src/components').filter((folder) => basename(folder) !== 'shared');

  return [
    floor('src/**/*.ts', { lazy: [DAILY] }),
    floor('src/client/*.ts', {
      eager: [allBut(ZOD, './model/', './video/[\\w-]+.js', './[\\w-]+.js')],
    }),
    floor('src/client/video/*.ts', {
      eager: [allBut('../model/', '../errors.js', '../random-key.js', './[\\w-]+.js')],
    }),
    floor('src/client/model/*.ts', { eager: [allBut(ZOD, './')] }),
    floor('src/client/model/*/**/*.ts', { eager: [allBut(ZOD, './', '../[\\w-]+.js')] }),
    ...[...adapters].map((folder) => adapterFloor(folder, [...adapters])),
    ...['src/components/shared', ...elements].map((folder) => elementFloor(folder, elements)),
  ];
}

const ZOD = 'zod/mini$';
const DAILY = '^@daily-co/';
const ADAPTER = '/client/(?:backends/|outbox/|conformance/|video/[\\w-]+/)';

/** The one package that an adapter translates for the rest of the house. */
const packages = {
  'src/client/backends/embedded': 'idb$',
  'src/client/outbox': 'idb$',
  'src/client/backends/http': 'ky$',
  'src/client/backends/fhir': 'ky$',
  'src/client/video/daily': '@daily-co/daily-js$',
};

function adapterFloor(folder, adapters) {
  const others = namesIn(adapters, basename(folder));
  const own = packages[folder] ?? [];
  return floor(`${folder}/**/*.ts`, {
    eager: [allBut('.', ZOD, own), '/components/', ...others],
    lazy: ['/components/', ...others, ...(folder.endsWith('/daily') ? [] : [DAILY])],
  });
}

/** What an element may fetch when it comes to need it. */
const fetches = {
  'mentorship-provider': '/client/(?!backends/(?:embedded|http)/|outbox/)',
  'group-room': '/client/(?!video/)',
};

function elementFloor(folder, elements) {
  const name = basename(folder);
  return floor(`${folder}/**/*.ts`, {
    // Registering an element registers those that it renders, hence define.js.
    eager: [
      ADAPTER,
      '^(?:ky|idb)$',
      ...namesIn(elements, name).map((other) => `${other}(?!define\\.js$)`),
    ],
    lazy: [fetches[name] ?? ADAPTER, DAILY],
    // Who fetches an adapter may name what it gets.
    types: new Set(name in fetches ? [ADAPTER] : []),
  });
}

/**
 * Files and what they may not import: at once (`eager`, of which `types` may still be named as
 * types), or later by `import()` (`lazy`).
 */
function floor(files, { eager = [], lazy = [], types = new Set() }) {
  const message = 'This floor may not import that one: see "Floors" in CONTRIBUTING.md.';
  const patterns = eager.map((regex) => ({ regex, message, allowTypeImports: types.has(regex) }));
  const daily = {
    regex: DAILY,
    allowTypeImports: true,
    message: 'Daily is heavy: import() it on join.',
  };
  return {
    files: [files],
    rules: {
      'no-restricted-imports': ['error', { patterns: [...patterns, daily] }],
      'no-restricted-syntax': [
        'error',
        ...lazy.map((regex) => ({
          selector: `ImportExpression[source.value=${new RegExp(regex)}]`,
          message,
        })),
        {
          selector: 'ImportDeclaration[source.value=/^\\.(?!.*\\.(js|json)$)/]',
          message: 'Name the file, with .js: Node and the published types need it.',
        },
      ],
    },
  };
}

const folders = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${path}/${entry.name}`);

const namesIn = (paths, self) => {
  const others = paths.map((path) => basename(path)).filter((name) => name !== self);
  return others.length ? [`/(?:${others.join('|')})/`] : [];
};

const allBut = (...allowed) => `^(?!${allowed.flat().join('|').replaceAll('.', '\\.')})`;
