import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test, { describe } from 'node:test';
import { gzipSync } from 'node:zlib';

const read = (path) => readFileSync(`cdn/${path}`, 'utf8');
const scripts = readdirSync('cdn', { recursive: true })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.js'));

/** What a script loads at once: itself and what it imports, but not what it may `import()`. */
function eager(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, file] of read(path).matchAll(
    /(?:from|import)\s*["'`]\.{1,2}\/(?:chunks\/)?([^"'`]+)["'`]/g,
  )) {
    eager(`chunks/${file}`, seen);
  }
  return seen;
}

describe('the script tag', () => {
  test('is at most 15 kB, gzipped', () => {
    const size = [...eager('wayfellow.js')].reduce(
      (sum, path) => sum + gzipSync(read(path)).length,
      0,
    );
    assert.ok(size <= 15_000, `${size} bytes`);
  });

  test('keeps Daily in a chunk that nothing loads at once', () => {
    const daily = scripts.filter((path) => read(path).includes('DailyIframe'));
    assert.ok(daily.length <= 1, `Daily is in ${daily}`);
    const loadedAtOnce = scripts.flatMap((path) =>
      [...eager(path)].filter((other) => other !== path),
    );
    assert.deepEqual(
      daily.filter((path) => loadedAtOnce.includes(path)),
      [],
    );
  });

  test('needs neither eval nor a bundler', () => {
    for (const path of scripts.filter((path) => !read(path).includes('DailyIframe'))) {
      assert.doesNotMatch(read(path), /\beval\(|new Function\(|process\.env/, path);
    }
  });
});
