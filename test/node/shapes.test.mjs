import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { FILES, shapesSource } from '../../scripts/shapes.mjs';

for (const name of Object.keys(FILES))
  test(`src/client/${name} is what \`npm run shapes\` makes of the schemas`, async () => {
    const file = fileURLToPath(new URL(`../../src/client/${name}`, import.meta.url));
    assert.equal(readFileSync(file, 'utf8'), await shapesSource(name));
  });
