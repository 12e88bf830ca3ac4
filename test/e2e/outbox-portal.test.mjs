import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before, describe } from 'node:test';
import { launchBrowser } from '../../scripts/browser.mjs';
import { openClinic } from '../../scripts/clinic.mjs';
import { servePortal } from '../../scripts/portal.mjs';
import { launchMortal, waitFor } from './support/mortal-browser.mjs';

const WORDS = 'A walk with my sister';

/** The way of one check-in, from a phone without a network to the mentor who reads it. */
describe('a check-in through the portal, with the browser killed', { timeout: 300_000 }, () => {
  let profile, clinic, portal, phone, desk;
  before(async () => {
    profile = mkdtempSync(join(tmpdir(), 'wayfellow-portal-outbox-'));
    clinic = await openClinic();
    portal = await servePortal({ clinic });
    desk = await launchBrowser();
  });
  after(async () => {
    await phone?.kill();
    await desk?.close();
    await portal?.close();
    await clinic?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const take = async () => {
    phone = await launchMortal(profile);
    phone.page.setDefaultTimeout(30_000);
    phone.fetched = [];
    phone.page.on('response', (response) => phone.fetched.push(response.url()));
    await phone.page.goto(`${portal.url}?as=jordan#/today`);
    await phone.page.getByRole('heading', { name: 'Hello, Jordan' }).waitFor();
    return phone.page;
  };
  const backendOf = (page, run, ...args) =>
    page.evaluate(
      ([code, given]) => {
        const { connectedBackend } = document.querySelector('mentorship-provider');
        return new Function('backend', '...args', `return (${code})(backend, ...args)`)(
          connectedBackend,
          ...given,
        );
      },
      [String(run), args],
    );
  /** What the server has of these words, as the mentor may read it. */
  const readBy = async (mentor) => {
    const items = await backendOf(mentor, async ({ checkIns }) => {
      const page = await checkIns.list({ personId: 'jordan', limit: 200 });
      return page.items;
    });
    return items.filter(({ response }) => JSON.stringify(response).includes(WORDS));
  };

  test('arrives once, with the time at which the person answered, and the mentor reads it', async () => {
    let page = await take();
    // Jordan and Maya walk together, and Jordan shares what is written.
    const pairingId = await backendOf(page, async ({ pairings, consents }) => {
      const { items } = await pairings.list();
      const open = items.find(({ status }) => ['requested', 'active'].includes(status));
      const expiresAt = new Date(Date.now() + 86_400_000 * 30).toISOString();
      for (const scope of ['check-in-answers', 'free-text'])
        await consents.grant({ granteeId: 'maya', scope, purpose: 'peer-support', expiresAt });
      return (open ?? (await pairings.request({ mentorId: 'maya' }))).id;
    });
    const mentor = await (await desk.newContext({ locale: 'en-US' })).newPage();
    mentor.setDefaultTimeout(30_000);
    await mentor.goto(`${portal.url}?as=maya#/today`);
    await mentor.getByRole('heading', { name: 'Hello, Maya' }).waitFor();
    await backendOf(
      mentor,
      async ({ pairings }, id) => {
        if ((await pairings.get(id)).status === 'requested')
          await pairings.apply(id, { type: 'accept' });
      },
      pairingId,
    );

    const form = page.locator('checkin-form');
    const again = form.getByRole('button', { name: 'Check in again' });
    const mood = form.getByRole('slider').first();
    await mood.or(again).first().waitFor();
    if (await again.isVisible()) await again.click();
    await mood.waitFor();
    await mood.press('ArrowRight');
    // What it takes to send is here before the network goes.
    await waitFor(() => phone.fetched.some((url) => url.includes('/telling')));
    await page.waitForTimeout(500);
    await phone.context.setOffline(true);
    await form.getByRole('textbox').last().fill(WORDS);
    const began = Date.now();
    await form.getByRole('button', { name: 'Send check-in' }).click();
    await form.getByText('It is kept on this device.').waitFor();
    const ended = Date.now();
    await phone.kill();
    assert.deepEqual(await readBy(mentor), []);

    // Long enough for the clock to tell the answer from the arrival.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    page = await take();
    let found = [];
    for (let tries = 0; tries < 100 && !found.length; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      found = await readBy(mentor);
    }
    const [{ response, receivedAt }] = found;
    const authored = Date.parse(response.authored);
    assert.ok(authored >= began - 1000 && authored <= ended, `${response.authored} is when`);
    assert.ok(Date.parse(receivedAt) >= ended + 2000, 'and it arrived later');
    await page.waitForFunction(
      () => document.querySelector('mentorship-provider').outbox?.state.waiting === 0,
    );

    // Nothing is left to be sent twice by the next start.
    await phone.kill();
    page = await take();
    await page.evaluate(() => document.querySelector('mentorship-provider').outbox.flush());
    assert.equal((await readBy(mentor)).length, 1);

    // Whoever has answered is not called quiet.
    const row = mentor.locator(`mentee-list li[data-id="${pairingId}"]`);
    await row.getByText('You are their mentor').waitFor();
    assert.equal(await row.getByText('No check-in for').count(), 0);
  });
});
