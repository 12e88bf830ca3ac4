import { heading, run } from './run.mjs';
import { runTests, summary } from './test.mjs';

/** Everything that must hold before a change is merged. One failure does not hide the next. */
const results = [];
const check = (title, passed) => results.push({ title, passed });
const checkCommand = (title, command) => {
  heading(title);
  check(title, run(command));
};

// First, because it installs and builds what the others look at.
const tests = await runTests({ coverage: true });
check('Tests', tests.failed === 0);

checkCommand('Coverage', 'node scripts/coverage.mjs');
checkCommand('Format', 'prettier --check .');
checkCommand('Lint', 'eslint .');
checkCommand('Types', 'tsc -p tsconfig.json');
checkCommand('Types of the tools', 'tsc -p tsconfig.tools.json');
checkCommand('Types of the examples', 'tsc -p tsconfig.examples.json');
checkCommand('Types of the server', 'tsc -p tsconfig.server.json');
checkCommand('Package', 'node scripts/package.mjs');
checkCommand('Sizes', 'npm run bench size');

heading('Result');
for (const { title, passed } of results) console.log(`${passed ? '✓' : '✗'} ${title}`);
console.log(`\n${summary(tests)}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
