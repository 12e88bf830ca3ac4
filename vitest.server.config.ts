import { defineConfig } from 'vitest/config';

/** The reference server and the HTTP backend, in Node. */
export default defineConfig({
  test: {
    name: 'server',
    include: ['test/server/**/*.test.ts'],
    testTimeout: 30_000,
    // Two files have a server and many connections each: more at once would only wait.
    maxWorkers: 2,
  },
});
