import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, afterEach, before, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launchMortal, waitFor } from './support/mortal-browser.mjs';
import { recordOffice } from './support/record-office.mjs';

const entry = fileURLToPath(new URL('support/outbox-page.ts', import.meta.url));
const AUTHORED = '2026-03-01T21:15:00-06:00';
const UNSEALED = 'This may be read by anybody';
const SECRET = 'I thought of my sister today';

describe('an outbox in a browser that is killed', { timeout: 120_000 }, () => {
  let script, office, profile, browser;

  before(async () => {
    const [{ output }] = await build({
      configFile: false,
      logLevel: 'warn',
      build: { write: false, target: 'es2022', lib: { entry, formats: ['es'] } },
    });
    script = output[0].code;
  });
  after(() => office?.close());
  afterEach(async () => {
    await browser?.kill();
    office.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const open = async () => {
    browser = await launchMortal(profile);
    await browser.page.goto(office.origin);
    assert.equal(await browser.page.evaluate(() => globalThis.ready()), 'jordan');
    return browser.page;
  };
  const begin = async () => {
    profile = mkdtempSync(join(tmpdir(), 'wayfellow-outbox-'));
    office = await recordOffice(script);
    return open();
  };
  const written = () => [...office.kept.values()].map(({ response }) => response);

  test('sends once, after the kill, what was written with no network', async () => {
    const page = await begin();
    await browser.context.setOffline(true);
    const receipts = await page.evaluate(
      async ([authored, text]) => [
        await globalThis.submit(authored, `${text} 1`),
        await globalThis.submit(authored, `${text} 2`),
      ],
      [AUTHORED, SECRET],
    );
    assert.deepEqual(
      receipts.map(({ status }) => status),
      ['queued', 'queued'],
    );
    await page.evaluate(keepUnsealed, UNSEALED);
    await browser.kill();
    assert.equal(office.requests, 0);
    const holds = (words) => filesOf(profile).filter((file) => readFileSync(file).includes(words));
    // What is not sealed can be found in this way.
    assert.notDeepEqual(holds(UNSEALED), []);
    assert.deepEqual(holds(SECRET), []);

    await open();
    await waitFor(() => office.kept.size === 2);
    await browser.page.waitForFunction(() => globalThis.outbox.state.waiting === 0);
    assert.deepEqual(
      written().map(({ authored, item }) => [authored, item[0].answer[0].valueString]),
      [
        [AUTHORED, `${SECRET} 1`],
        [AUTHORED, `${SECRET} 2`],
      ],
    );
    // Another start finds nothing left to send.
    await browser.kill();
    const page2 = await open();
    await page2.evaluate(() => globalThis.outbox.flush());
    assert.equal(office.requests, 2);
  });

  test('sends again under its key what was killed on the way back', async () => {
    const page = await begin();
    office.answers = false;
    await page.evaluate(
      ([authored, text]) => void globalThis.submit(authored, text),
      [AUTHORED, SECRET],
    );
    await waitFor(() => office.requests === 1);
    await browser.kill();

    office.answers = true;
    await open();
    await waitFor(() => office.requests === 2);
    await browser.page.waitForFunction(() => globalThis.outbox.state.waiting === 0);
    assert.deepEqual(
      written().map(({ authored }) => authored),
      [AUTHORED],
    );
  });
});

/** Every file below a folder. Sockets and links are none. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

/** Runs in the page. */
function keepUnsealed(words) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('unsealed', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('words');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tx = opening.result.transaction('words', 'readwrite', { durability: 'strict' });
      tx.objectStore('words').put({ words }, 1);
      tx.oncomplete = resolve;
    };
  });
}
