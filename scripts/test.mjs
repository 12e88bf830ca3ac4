import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';
import { heading, run } from './run.mjs';
import { suites } from './suites.mjs';

/**
 * Builds, then runs every test, whatever fails on the way. With `coverage` the tests of the units
 * also write coverage/lcov.info.
 */
export async function runTests({ coverage = false } = {}) {
  ensureDependencies();
  const { ensureChromium } = await import('./chromium.mjs');
  process.env.CHROME_PATH = ensureChromium();

  const results = mkdtempSync(join(tmpdir(), 'wayfellow-'));
  const total = { passed: 0, failed: 0, skipped: 0 };

  heading('Build');
  // Stories read the manifest; the tests in Node read what is built.
  if (!run('npm run build')) total.failed++;

  suites().forEach((suite, index) => {
    if (suite.files.length === 0) return;
    heading(suite.title);
    const result = join(results, String(index));
    const succeeded = run(suite.command({ result, coverage }), { TEST_RESULT: result });
    const counts = read(result, suite.counts);
    // A runner that broke down, or that ran nothing, has failed although no test of it has.
    const silent = counts.passed + counts.failed === 0;
    if (counts.failed === 0 && (silent || !succeeded)) counts.failed = 1;
    for (const key of Object.keys(total)) total[key] += counts[key];
  });

  rmSync(results, { recursive: true });
  return total;
}

export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

function read(path, counts) {
  try {
    return counts(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const total = await runTests({ coverage: process.argv.includes('--coverage') });
  console.log(`\n${summary(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}
