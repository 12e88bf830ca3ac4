import { readdirSync } from 'node:fs';

/**
 * The kinds of test: their files, the command that runs them and leaves its result in a file, and
 * how to read counts from that file.
 */
export const suites = () => [
  {
    title: 'Units, in the browser',
    files: filesIn('test', '.test.ts'),
    command: ({ coverage }) => `wtr ${coverage ? '--coverage' : ''}`,
    counts: (json) => JSON.parse(json),
  },
  vitestSuite('Stories, in the browser', filesIn('stories', '.stories.ts'), 'vitest.config.ts'),
  vitestSuite('The server, in Node', filesIn('test/server', '.test.ts'), 'vitest.server.config.ts'),
  nodeSuite('The built package, in Node', filesIn('test/node', '.test.mjs')),
  nodeSuite('The example portal, end to end', filesIn('test/e2e', '.test.mjs')),
];

const vitestSuite = (title, files, config) => ({
  title,
  files,
  command: ({ result }) =>
    `vitest run -c ${config} --reporter=default --reporter=json --outputFile=${result}`,
  counts(json) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(json);
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    };
  },
});

const nodeSuite = (title, files) => ({
  title,
  files,
  command: ({ result }) =>
    [
      // One file at a time: each may have a browser and a server of its own.
      'node --test --test-concurrency=1',
      '--test-reporter=spec --test-reporter-destination=stdout',
      `--test-reporter=tap --test-reporter-destination=${result}`,
      ...files,
    ].join(' '),
  counts(tap) {
    const count = (name) => Number(new RegExp(`^# ${name} (\\d+)`, 'm').exec(tap)[1]);
    return {
      passed: count('pass'),
      failed: count('fail') + count('cancelled'),
      skipped: count('skipped') + count('todo'),
    };
  },
});

function filesIn(folder, ending) {
  try {
    return readdirSync(folder, { recursive: true })
      .filter((path) => path.endsWith(ending))
      .map((path) => `${folder}/${path}`);
  } catch {
    return [];
  }
}
