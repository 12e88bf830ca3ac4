import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { launchBrowser } from '../../scripts/browser.mjs';
import { openClinic } from '../../scripts/clinic.mjs';
import { servePortal } from '../../scripts/portal.mjs';
import { watch } from './support/watch.mjs';

/**
 * A participant and a mentor, each in a browser of their own, on the real server. Everything goes by
 * what a person sees and reads out, and nobody reloads a page.
 */
const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };

for (const [size, viewport] of Object.entries(sizes)) {
  describe(`a participant and a mentor on a ${size}`, { timeout: 600_000 }, () => {
    let browsers, clinic, portal, jordan, maya;
    before(async () => {
      [browsers, clinic] = await Promise.all([
        Promise.all([launchBrowser(), launchBrowser()]),
        openClinic(),
      ]);
      portal = await servePortal({ clinic });
      const [one, two] = browsers;
      [jordan, maya] = await Promise.all([open(one, 'jordan', 'team'), open(two, 'maya', 'today')]);
    });
    after(async () => {
      await Promise.all(browsers.map((browser) => browser.close()));
      await portal?.close();
      await clinic?.close();
    });

    async function open(browser, as, view) {
      const context = await browser.newContext({ locale: 'en-US', viewport });
      context.setDefaultTimeout(45_000);
      const watched = await watch(context, new URL(portal.url).origin);
      const page = await context.newPage();
      await page.goto(`${portal.url}?as=${as}#/${view}`);
      let loads = 0;
      page.on('load', () => loads++);
      // Vite loads the page again when it has found what to bundle; that is before all this.
      await page.getByText(as === 'jordan' ? 'Your peer mentor' : 'Hello, Maya').waitFor();
      const assertFine = () => {
        // What is not shared is refused, which browsers write down.
        watched.assertNone(/Lit is in dev mode|status of 403/);
        assert.equal(loads, 0, `${as} had to load the page again`);
      };
      return { page, assertFine };
    }

    const card = () => jordan.page.getByRole('region', { name: 'Your peer mentor' });
    const go = (page, name) =>
      page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name }).click();
    const fine = () => [jordan, maya].forEach(({ assertFine }) => assertFine());

    test('are brought together: one asks, the other says yes', async () => {
      await card().getByRole('button', { name: 'Ask Maya to be my mentor' }).click();
      await card().getByLabel('Message to Maya').fill('Evenings are hard for me.');
      await card().getByRole('button', { name: 'Send request' }).click();
      const request = maya.page
        .getByRole('listitem')
        .filter({ hasText: 'Evenings are hard for me.' });
      await request.getByRole('button', { name: 'Yes, walk with River' }).click();
      await maya.page.getByRole('status').getByText('You are now the mentor of River.').waitFor();
      await card().getByText('Maya is your mentor', { exact: true }).waitFor();
      fine();
    });

    test('write to each other', async () => {
      await card().getByRole('button', { name: 'Message Maya' }).click();
      const his = jordan.page.getByRole('dialog', { name: 'Messages with Maya' });
      await his.getByLabel('Message to Maya').fill('Thank you for saying yes.');
      await his.getByRole('button', { name: 'Send', exact: true }).click();

      await maya.page.getByRole('button', { name: 'Write to River' }).click();
      const hers = maya.page.getByRole('dialog', { name: 'Messages with River' });
      await hers.getByText('Thank you for saying yes.').waitFor();
      await hers.getByLabel('Message to River').fill('Glad you asked. How was today?');
      await hers.getByRole('button', { name: 'Send', exact: true }).click();
      await his.getByText('Glad you asked. How was today?').waitFor();

      await his.getByRole('button', { name: 'Close' }).click();
      await hers.getByRole('button', { name: 'Close' }).click();
      fine();
    });

    test('share what the participant chose, from then on', async () => {
      const mentee = maya.page.getByRole('listitem').filter({ hasText: 'River' });
      await mentee.getByRole('button', { name: 'See their path' }).click();
      await maya.page
        .getByText(/not shared/i)
        .first()
        .waitFor();
      const team = jordan.page.getByRole('complementary', { name: 'Care team' });
      await team.getByLabel('Your recovery time and milestones').check();
      await maya.page.getByText('days in recovery').first().waitFor();
      // It is fetched once it comes into view.
      await maya.page.locator('[part=plot]').scrollIntoViewIfNeeded();
      await maya.page.getByText('Check-in answers are not shared with you.').waitFor();
      await team.getByLabel('Your check-in answers').check();
      await maya.page.getByText(/Checked in on \d+ of the last \d+ days/).waitFor();
      fine();
    });

    test('see a check-in, as far as it is shared', async () => {
      const before = await maya.page
        .getByText(/Checked in on \d+ of the last \d+ days/)
        .innerText();
      await go(jordan.page, 'Today');
      const reflection = 'Only for my own eyes.';
      await checkIn(jordan.page, reflection);
      await maya.page.waitForFunction(
        (old) => {
          const path = document.querySelector('milestone-timeline').shadowRoot.textContent;
          return !path.includes(old);
        },
        before,
        { timeout: 20_000 },
      );
      await maya.page.getByText(/Checked in on \d+ of the last \d+ days/).waitFor();
      assert.equal(await maya.page.getByText(reflection).count(), 0);
      fine();
    });

    test('celebrate a milestone together', async () => {
      await go(jordan.page, 'Progress');
      await jordan.page.getByRole('button', { name: 'Add a milestone' }).click();
      await jordan.page.getByLabel('What is it?').fill('First run along the harbor');
      await jordan.page.getByRole('button', { name: 'Add to my path' }).click();

      await maya.page
        .getByRole('button', { name: 'Celebrate: First run along the harbor' })
        .click();
      await maya.page.getByRole('radio').first().check({ force: true });
      await maya.page.getByLabel('Words, if you like').fill('I can see you run!');
      await maya.page.getByRole('button', { name: 'Send', exact: true }).click();
      await maya.page.getByText('Your celebration is on its way to them.').waitFor();
      await jordan.page.getByText('I can see you run!').waitFor();
      fine();
    });

    test('meet by video, each on a machine of their own, and are noted', async () => {
      const both = [jordan.page, maya.page];
      await Promise.all(both.map((page) => go(page, 'Groups')));
      await Promise.all(both.map(enter));
      await Promise.all([seesMoving(jordan.page, 'Maya'), seesMoving(maya.page, 'Jordan')]);

      await maya.page.getByRole('button', { name: 'Leave' }).click();
      await jordan.page.getByText('You are the first one here').waitFor();
      await jordan.page.getByRole('button', { name: 'Leave' }).click();
      for (const page of both) await page.getByText(/You were (here|there|in the room)/).waitFor();
      fine();
    });
  });
}

/** Answers every question as it comes, in words of one's own where there is room for them. */
async function checkIn(page, words) {
  const thanks = page.getByRole('heading', { name: 'Thank you for checking in.' });
  const next = page.getByRole('button', { name: /^(Next|Skip|Send check-in)/ });
  const field = page.getByRole('main').getByRole('textbox');
  // How somebody is has to be said; the rest may be passed over.
  await page.getByRole('slider').first().press('ArrowRight');
  for (;;) {
    if ((await field.count()) && !(await field.first().inputValue()))
      await field.first().fill(words);
    const isLast = (await next.innerText()).startsWith('Send');
    await next.click();
    if (isLast) break;
    await page.waitForTimeout(300);
  }
  await thanks.waitFor();
}

async function enter(page) {
  await page.getByRole('button', { name: /^Join/ }).first().click();
  await page.getByLabel('I agree to all of this').check();
  const camera = page.getByRole('group', { name: 'Camera' });
  await camera.getByLabel('On').check({ force: true });
  await page.locator('video').first().waitFor();
  await page.getByRole('button', { name: 'Go in' }).click();
  await page.getByRole('button', { name: 'Leave' }).waitFor();
}

/** The picture of somebody of that name has frames, and more and more of them. */
async function seesMoving(page, name) {
  await page.locator('group-room').getByText(name, { exact: true }).first().waitFor();
  await page.waitForFunction(
    () => {
      const { shadowRoot } = document.querySelector('group-room');
      const video = shadowRoot.querySelector('.tile:not(.self) video');
      const frames = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
      globalThis.firstFrames ??= frames || undefined;
      return frames > (globalThis.firstFrames ?? Infinity) + 5;
    },
    undefined,
    { timeout: 30_000, polling: 200 },
  );
}
