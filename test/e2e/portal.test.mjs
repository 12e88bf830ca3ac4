import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { launchBrowser } from '../../scripts/browser.mjs';
import { servePortal } from '../../scripts/portal.mjs';
import { assertAccessible } from './support/accessible.mjs';
import { focused, focusLeaves, tabTo } from './support/keyboard.mjs';
import { buildPortal } from './support/portal.mjs';
import { watch } from './support/watch.mjs';

const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };
const views = ['today', 'team', 'groups', 'progress', 'plan'];
const reflection = 'Called my sister before it got hard.';
const milestone = 'First run along the harbor';

let portal, browser;
before(async () => {
  [portal, browser] = await Promise.all([buildPortal(), launchBrowser()]);
});
after(async () => {
  await browser?.close();
  portal?.close();
});

/** Another person's tab or window: pages of one context share what is stored. */
async function open(context, view, settings = {}) {
  const page = await context.newPage();
  await page.goto(`${portal.origin}/?${new URLSearchParams(settings)}#/${view}`);
  await page.locator('.who-name', { hasText: /./ }).waitFor({ state: 'attached' });
  return page;
}

/** As a person would, by the navigation. */
const go = (page, view) => page.locator(`.nav > a[href="#/${view}"]:not(.logo)`).click();

const newContext = async (options) => {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  context.setDefaultTimeout(15_000);
  return { context, watched: await watch(context, portal.origin) };
};

for (const [size, viewport] of Object.entries(sizes)) {
  describe(`a participant on a ${size}`, { timeout: 120_000 }, () => {
    let context, watched, jordan;

    before(async () => {
      ({ context, watched } = await newContext({ viewport, hasTouch: size === 'phone' }));
      jordan = await open(context, 'team');
    });
    after(() => context?.close());

    test('asks a mentor, who says yes in another window', async () => {
      const card = jordan.locator('.mentor-main');
      await card.getByRole('button', { name: 'Ask Maya to be my mentor' }).click();
      await card.getByLabel('Message to Maya').fill('Evenings are hard for me.');
      await card.getByRole('button', { name: 'Send request' }).click();
      await card.getByText('You asked Maya.').waitFor();

      const maya = await open(context, 'today', { as: 'maya' });
      const request = maya
        .locator('mentee-list')
        .getByRole('listitem')
        .filter({ hasText: 'Evenings are hard for me.' });
      assert.doesNotMatch(await request.innerText(), /Jordan/, 'the name is not shared yet');
      // Sam shares their answers and has gone quiet; it is said kindly.
      const sam = maya
        .locator('mentee-list')
        .getByRole('listitem')
        .filter({ hasText: 'Sam' })
        .first();
      await sam.getByText(/No check-in for \d days\. A kind hello may help\./).waitFor();
      await sam.getByRole('button', { name: 'Write to Sam' }).waitFor();
      await request.getByRole('button', { name: /^Yes, walk with/ }).click();

      await maya.getByRole('status').getByText('You are now the mentor of').waitFor();
      await maya.waitForFunction(() =>
        document.activeElement?.shadowRoot?.activeElement?.matches('[part=mentee] h3'),
      );
      await card.getByText('Maya is your mentor', { exact: true }).waitFor();
      await maya.close();
      watched.assertNone();
    });

    test('checks in by the keyboard alone, and keeps what was begun', async () => {
      await go(jordan, 'today');
      const form = jordan.locator('checkin-form');
      await form.getByRole('slider').first().waitFor();
      await jordan.keyboard.press('Tab');
      await tabTo(jordan, ({ type, label }) => type === 'range' && /mood/.test(label));
      for (let i = 0; i < 2; i++) await jordan.keyboard.press('ArrowRight');
      const { value } = await focused(jordan);
      assert.equal(value, '7');

      // A reload in the middle of it loses nothing.
      await jordan.waitForTimeout(1200);
      await jordan.reload();
      await form.getByText(/We kept what you wrote/).waitFor();
      assert.equal(await form.getByRole('slider').first().inputValue(), '7');

      for (let i = 0; i < 12; i++) {
        const { tag, label } = await tabTo(
          jordan,
          (at) => (at.tag === 'textarea' && !at.value) || at.type === 'submit',
        );
        if (tag === 'textarea') await jordan.keyboard.type(reflection);
        else {
          await jordan.keyboard.press('Enter');
          if (/Send/.test(label)) break;
          // The next question takes the focus, once what checks the answers is there.
          await focusLeaves(jordan, ({ type }) => type === 'submit');
        }
      }
      await form.getByRole('heading', { name: 'Thank you for checking in.' }).waitFor();
      assert.match((await focused(jordan)).label, /Thank you/);
      watched.assertNone();
    });

    test('meets somebody in a group, sees them move, and leaves with the camera off', async () => {
      await go(jordan, 'groups');
      const sam = await open(context, 'groups', { as: 'sam' });
      await Promise.all([enter(jordan), enter(sam)]);
      await Promise.all([seesOthersMove(jordan), seesOthersMove(sam)]);

      const tracks = await jordan.locator('group-room').evaluate((room) => {
        const live = [...room.shadowRoot.querySelectorAll('.self video')].flatMap((video) =>
          video.srcObject.getTracks(),
        );
        globalThis.tracksOfMine = live;
        return live.length;
      });
      assert.ok(tracks > 0);
      await jordan.locator('group-room').getByRole('button', { name: 'Leave' }).click();
      await jordan.locator('group-room').getByText('You left the room').waitFor();
      const states = await jordan.evaluate(() =>
        globalThis.tracksOfMine.map(({ readyState }) => readyState),
      );
      assert.deepEqual(new Set(states), new Set(['ended']));
      await sam
        .locator('group-room')
        .getByText(/the first one here/)
        .first()
        .waitFor();
      await sam.close();
      watched.assertNone();
    });

    test('adds a milestone and celebrates it', async () => {
      await go(jordan, 'progress');
      const path = jordan.locator('milestone-timeline');
      await path.getByRole('button', { name: 'Add a milestone' }).click();
      await path.getByLabel('What is it?').fill(milestone);
      await path.getByRole('button', { name: 'Add to my path' }).click();
      await path.getByRole('button', { name: `Celebrate: ${milestone}` }).click();
      await path.getByText('Well done. This one is yours.').first().waitFor();
      watched.assertNone();
    });

    test('finds everything again after a reload', async () => {
      await jordan.reload();
      const path = jordan.locator('milestone-timeline');
      await path.getByText(milestone).waitFor();
      await path.locator('[part=plot]').scrollIntoViewIfNeeded();
      await path.getByText('The last 30 days').waitFor();
      await go(jordan, 'team');
      await jordan
        .locator('.mentor-main')
        .getByText('Maya is your mentor', { exact: true })
        .waitFor();
      await go(jordan, 'groups');
      await jordan.locator('group-room').getByRole('heading').first().waitFor();
      await go(jordan, 'today');
      await jordan.locator('checkin-form').getByText('You have checked in today.').waitFor();
      watched.assertNone();
    });

    test('leaves no trace in addresses, titles or web storage', async () => {
      const stored = await jordan.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      );
      assert.doesNotMatch(stored, /sister|harbor|Evenings|mood|craving|recovery|maya|pairing/i);
      for (const view of views) {
        await go(jordan, view);
        const words = `${jordan.url()} ${await jordan.title()}`;
        assert.doesNotMatch(words, /check-?in|recover|sober|mentor|health|mood|iop/i);
      }
      const asked = watched.requests.map((url) => new URL(url).search).join('');
      assert.doesNotMatch(asked, /sister|Evenings|mood/);
    });

    test('reaches help in a crisis on every view, with no network', async () => {
      await context.setOffline(true);
      for (const view of views) {
        await go(jordan, view);
        const controls = jordan.locator(`header crisis-resources, #${view}:not([hidden]) :is(
          checkin-form, checkin-history, mentor-card, group-room, milestone-timeline)`);
        for (const element of await controls.all()) {
          if (!(await element.isVisible())) continue;
          const help = element.getByRole('button', { name: /Get help now/ }).last();
          // What comes into view on the way there may be fetched; that is not help's doing.
          await help.scrollIntoViewIfNeeded();
          await jordan.waitForTimeout(300);
          const asked = watched.requests.length;
          await help.click();
          const call = element.getByRole('link', { name: /988/ }).first();
          await call.waitFor();
          assert.match(await call.getAttribute('href'), /^(tel|sms):988/);
          assert.deepEqual(watched.requests.slice(asked), [], 'help asks for nothing');
          await jordan.keyboard.press('Escape');
          await call.waitFor({ state: 'hidden' });
        }
      }
      await context.setOffline(false);
      watched.assertNone(/ERR_INTERNET_DISCONNECTED/);
    });

    test('is accessible on every view', async () => {
      for (const view of views) {
        await go(jordan, view);
        await jordan.locator(`#${view} .bone`).first().waitFor({ state: 'detached' });
        await assertAccessible(jordan);
      }
    });
  });
}

/** Agrees, turns the camera on and goes into the room whose doors are open. */
async function enter(page) {
  const room = page.locator('group-room');
  await room.getByRole('button', { name: /^Join/ }).first().click();
  await room.getByLabel('I agree to all of this').check();
  await room.getByRole('group', { name: 'Camera' }).getByLabel('On').check({ force: true });
  await room.locator('video').first().waitFor();
  await room.getByRole('button', { name: 'Go in' }).click();
  await room.getByRole('button', { name: 'Leave' }).waitFor();
}

async function seesOthersMove(page) {
  await page.waitForFunction(
    () => {
      const root = document.querySelector('group-room').shadowRoot;
      const video = root.querySelector('.tile:not(.self) video');
      if (!video?.videoWidth) return false;
      const frames = video.getVideoPlaybackQuality().totalVideoFrames;
      globalThis.firstFrames ??= frames;
      return frames > globalThis.firstFrames + 5;
    },
    undefined,
    { timeout: 20_000, polling: 200 },
  );
}

describe('the page around the elements', { timeout: 90_000 }, () => {
  test('speaks Spanish when it is chosen, and so do the elements', async () => {
    const { context, watched } = await newContext({ viewport: sizes.desktop });
    const page = await open(context, 'today');
    await page.getByLabel('Language').selectOption('es');
    await page.getByRole('heading', { name: 'Hola, Jordan' }).waitFor();
    await page.locator('checkin-form').getByText('¿Cómo está tu ánimo ahora?').waitFor();
    await go(page, 'team');
    await page.locator('.mentor-main').getByRole('button', { name: /Maya/ }).first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'es-US');
    assert.equal(await page.title(), 'Equipo · Harbor');
    watched.assertNone();
    await context.close();
  });

  for (const [name, settings, width] of [
    ['at 320 pixels', {}, 320],
    ['at 320 pixels in Spanish', { lang: 'es' }, 320],
    ['from right to left on a phone', { lang: 'ar' }, 360],
    ['from right to left on a desktop', { lang: 'ar' }, 1280],
  ]) {
    test(`never scrolls sideways ${name}`, async () => {
      const { context, watched } = await newContext({ viewport: { width, height: 740 } });
      const page = await open(context, 'today', settings);
      for (const view of views) {
        await go(page, view);
        await page.locator(`#${view} .bone`).first().waitFor({ state: 'detached' });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0, view);
      }
      watched.assertNone();
      await context.close();
    });
  }

  test('says what is wrong when every call fails, and recovers', async () => {
    const { context, watched } = await newContext({ viewport: sizes.phone });
    const page = await open(context, 'plan');
    await page.locator('.demo summary').click();
    await page.getByLabel('Network').selectOption('down');
    await page.reload();
    await go(page, 'progress');
    const path = page.locator('milestone-timeline');
    await path.getByRole('alert').waitFor();
    await path.getByRole('button', { name: /Get help now/ }).waitFor();
    await page.locator('.demo summary').click();
    await page.getByLabel('Network').selectOption('fine');
    await path.getByRole('button', { name: 'Try again' }).first().click();
    await path.getByText('days in recovery').first().waitFor();
    watched.assertNone();
    await context.close();
  });

  test('is served from source by `npm start`, under the same policy', async () => {
    const source = await servePortal();
    const context = await browser.newContext();
    const watched = await watch(context, new URL(source.url).origin);
    const page = await context.newPage();
    await page.goto(source.url);
    await page.locator('checkin-form').getByRole('slider').first().waitFor();
    watched.assertNone(/Lit is in dev mode/);
    await context.close();
    await source.close();
  });
});
