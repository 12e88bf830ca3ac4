import { writeFileSync } from 'node:fs';

/**
 * Ends a Web Test Runner run with a plain line of counts, and leaves them as JSON in the file
 * that TEST_RESULT names.
 */
export function summaryReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const { testResults, passed } of sessions) {
        const failedBefore = counts.failed;
        if (testResults) count(testResults, counts);
        // A file that does not load has no failed test, and yet it has failed.
        if (!passed && counts.failed === failedBefore) counts.failed++;
      }
      if (process.env.TEST_RESULT) writeFileSync(process.env.TEST_RESULT, JSON.stringify(counts));
      const { passed, failed, skipped } = counts;
      process.on('exit', () =>
        console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`),
      );
    },
  };
}

function count(suite, counts) {
  for (const { skipped, passed } of suite.tests) {
    counts[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
  }
  for (const inner of suite.suites) count(inner, counts);
}
