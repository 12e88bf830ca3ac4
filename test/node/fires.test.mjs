import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { describe } from 'node:test';
import { build } from 'vite';

const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);

/** Events that the code of an element makes, with all that it loads later and without what it leaves. */
async function madeBy(tagName) {
  const entry = `src/components/${tagName}/${tagName}.ts`;
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const made = output.flatMap(({ code }) => [...code.matchAll(/new (Wf\w+Event)\(/g)]);
  return [...new Set(made.map(([, name]) => name))].sort();
}

describe('the events in the manifest', () => {
  for (const { tagName, events = [] } of elements) {
    test(`of <${tagName}> are those that it fires`, async () => {
      assert.deepEqual(
        events.map(({ type }) => type.text).sort(),
        await madeBy(tagName),
        'the @fires list and the code differ',
      );
    });
  }
});
