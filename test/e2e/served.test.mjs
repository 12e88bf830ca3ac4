import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before, describe } from 'node:test';
import { launchBrowser } from '../../scripts/browser.mjs';
import { claimFolder } from '../../scripts/claim-folder.mjs';
import { openClinic } from '../../scripts/clinic.mjs';
import { servePortal } from '../../scripts/portal.mjs';
import { watch } from './support/watch.mjs';

/** What `npm start` serves: the portal from source, in front of the reference server. */
describe('the portal in front of a server', { timeout: 120_000 }, () => {
  let dataFolder, browser, clinic, portal;
  const start = async () => {
    clinic = await openClinic({ dataFolder });
    portal = await servePortal({ clinic });
  };
  const stop = async () => {
    await portal?.close();
    await clinic?.close();
    clinic = portal = undefined;
  };
  before(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'wayfellow-clinic-'));
    [browser] = await Promise.all([launchBrowser(), start()]);
  });
  after(async () => {
    await browser?.close();
    await stop();
    rmSync(dataFolder, { recursive: true });
  });

  async function open(as, view) {
    const context = await browser.newContext({ locale: 'en-US' });
    context.setDefaultTimeout(20_000);
    const watched = await watch(context, new URL(portal.url).origin);
    const page = await context.newPage();
    await page.goto(`${portal.url}?as=${as}#/${view}`);
    return { page, watched, close: () => context.close() };
  }

  test('signs in whom the address names, and another when asked to', async () => {
    const { page, watched, close } = await open('maya', 'today');
    await page.getByRole('heading', { name: 'Hello, Maya' }).waitFor();
    await page.getByText('saw you know about panic at night').waitFor();
    await page.getByLabel('I am').selectOption('sam');
    await page.getByRole('heading', { name: 'Hello, Sam' }).waitFor();
    await page.locator('checkin-form').getByRole('slider').first().waitFor();
    watched.assertNone(/Lit is in dev mode|ERR_ABORTED/);
    await close();
  });

  test('gives tokens to its own pages alone', async () => {
    const ask = (headers) =>
      fetch(`${portal.url}peer-support-token?as=maya`, { method: 'POST', headers });
    const own = await ask({ 'sec-fetch-site': 'same-origin' });
    const { sub, roles, tenant, exp } = JSON.parse(atob((await own.text()).split('.')[1]));
    assert.deepEqual({ sub, roles, tenant }, { sub: 'maya', roles: ['mentor'], tenant: 'harbor' });
    assert.ok(exp - Date.now() / 1000 <= 300, 'it lives for minutes');
    const foreign = await ask({ 'sec-fetch-site': 'cross-site' });
    assert.deepEqual([foreign.status, await foreign.text()], [403, '']);
  });

  test('keeps what was done when the server is started again, and can start over', async () => {
    const asked = { name: 'Ask Maya to be my mentor' };
    const first = await open('jordan', 'team');
    const card = first.page.locator('.mentor-main');
    await card.getByRole('button', asked).click();
    await card.getByRole('button', { name: 'Send request' }).click();
    await card.getByText('You asked Maya.').waitFor();
    await first.close();
    await stop();

    await start();
    const { page, watched, close } = await open('jordan', 'team');
    await page.locator('.mentor-main').getByText('You asked Maya.').waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.locator('.mentor-main').getByRole('button', asked).waitFor();
    watched.assertNone(/Lit is in dev mode|ERR_ABORTED/);
    await close();
  });

  test('lets nobody else into its database meanwhile', async () => {
    // As another process that is alive would have left it.
    const folder = mkdtempSync(join(tmpdir(), 'wayfellow-claim-'));
    const release = claimFolder(folder);
    writeFileSync(join(folder, 'in-use-by'), String(process.ppid));
    assert.throws(() => claimFolder(folder), /uses .* Stop it first/);
    release();
    claimFolder(folder)();
    rmSync(folder, { recursive: true });
  });
});
