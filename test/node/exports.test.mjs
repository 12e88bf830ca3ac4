import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import test, { describe } from 'node:test';
import { entries } from '../../scripts/entries.mjs';

/** Entries that are pages' business and touch the DOM at once would break a server's render. */
describe('every export can be imported in Node', () => {
  for (const { specifier, built } of entries()) {
    test(specifier, async () => {
      assert.ok(existsSync(built), `${built} is missing: run npm run build`);
      assert.ok(existsSync(built.replace(/js$/, 'd.ts')), `${built} has no types`);
      await import(specifier);
    });
  }
});
