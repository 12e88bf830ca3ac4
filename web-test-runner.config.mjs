import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumArgs, ensureChromium } from './scripts/chromium.mjs';
import { optimizeDeps } from './scripts/optimize-deps.mjs';
import { summaryReporter } from './scripts/summary-reporter.mjs';
import { viteMiddleware } from './scripts/wtr-vite.mjs';

const { middleware, plugin } = await viteMiddleware({ optimizeDeps });

export default {
  files: ['test/**/*.test.ts', '!test/node/**', '!test/e2e/**', '!test/server/**'],
  concurrency: 2,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: ensureChromium(), args: chromiumArgs, headless: true },
      // Two files run at a time: neither may see the other's storage and channels, or lack focus.
      async createPage({ browser }) {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.emulateFocusedPage(true);
        return page;
      },
    }),
  ],
  middleware: [middleware],
  plugins: [plugin],
  reporters: [defaultReporter({ reportTestProgress: !process.env.CI }), summaryReporter()],
  filterBrowserLogs: ({ args: [message] }) => !String(message).startsWith('Lit is in dev mode'),
  // Thresholds are per floor: scripts/coverage.mjs reads the lcov file.
  coverageConfig: {
    include: ['src/**/*.ts'],
    reporters: ['lcovonly'],
    report: true,
    reportDir: 'coverage',
  },
  // A busy machine is not a failed test.
  testsFinishTimeout: 300_000,
  // Real media on two busy cores is sometimes late; what is broken fails three times.
  testFramework: { config: { timeout: 10_000, retries: 2 } },
};
