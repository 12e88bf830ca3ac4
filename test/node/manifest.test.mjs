import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test, { describe } from 'node:test';

const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);
const folders = readdirSync('src/components').filter((name) =>
  existsSync(`src/components/${name}/define.ts`),
);

describe('the custom elements manifest', () => {
  test('has every element', () => {
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), folders.sort());
  });

  test('points at built files', () => {
    const described = modules.filter(({ declarations }) => declarations.some((d) => d.tagName));
    for (const { path } of described) assert.ok(existsSync(path), path);
  });

  for (const { tagName, summary, members = [], attributes = [], events = [] } of elements) {
    test(`describes what <${tagName}> offers`, () => {
      assert.ok(summary, 'the class has no @summary');
      for (const { name, description } of [...members, ...attributes, ...events]) {
        assert.ok(description, `${name} has no description`);
      }
    });
  }
});
