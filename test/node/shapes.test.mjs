import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { shapesSource } from '../../scripts/shapes.mjs';

const file = fileURLToPath(new URL('../../src/client/shapes.ts', import.meta.url));

test('src/client/shapes.ts is what `npm run shapes` makes of the schemas', async () => {
  assert.equal(readFileSync(file, 'utf8'), await shapesSource());
});
