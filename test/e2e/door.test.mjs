import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { launchBrowser } from '../../scripts/browser.mjs';
import { openClinic } from '../../scripts/clinic.mjs';
import { servePortal } from '../../scripts/portal.mjs';
import { watch } from './support/watch.mjs';

const MEETING = 'First steps';
const button = (page, name) => page.locator('group-room').getByRole('button', { name });
const says = (page, words) => page.locator('group-room').getByText(words).first().waitFor();

/** Picks the meeting with the waiting room, agrees, and asks to go in. */
async function goIn(page) {
  await button(page, `Join ${MEETING}`).click();
  await page.locator('group-room').getByLabel('I agree to all of this').check();
  await button(page, 'Go in').click();
}

const isIn = (page) => button(page, 'Leave quietly').waitFor();

/**
 * What a facilitator does with the door of a room, and what those before it see.
 *
 * @param open Opens the groups of the portal as somebody
 */
async function throughTheDoor(open) {
  const luis = await open('luis');
  await goIn(luis);
  await isIn(luis);

  const jordan = await open('jordan');
  await goIn(jordan);
  await says(jordan, 'You are in the waiting room');
  await says(jordan, 'Nobody sees or hears you while you wait.');
  await button(luis, '1 waiting').click();
  await button(luis, 'Let in: Jordan').click();
  await isIn(jordan);
  await button(luis, 'People (2)').waitFor();

  await button(luis, 'Lock the room').click();
  await button(luis, 'Unlock the room').waitFor();
  const sam = await open('sam');
  await goIn(sam);
  await says(sam, 'The facilitator has locked the room');
  await button(sam, 'Ask to be let in').click();
  await says(sam, 'You are in the waiting room');
  await button(luis, 'Not now: Sam').click();
  await says(sam, 'The facilitator could not let you in right now.');

  await button(luis, 'Remove Jordan…').click();
  await luis.locator('group-room').getByLabel('The group needs quiet').check();
  await button(luis, 'Remove Jordan').click();
  await says(jordan, 'You are no longer in the room');
  await says(jordan, 'The group needed some quiet.');
  await says(jordan, 'If Luis lets you back in, this page tells you');
  assert.equal(await button(jordan, 'Come back in').count(), 0, 'no way that leads nowhere');

  await button(jordan, 'All sessions').click();
  await button(jordan, `Join ${MEETING}`).click();
  await says(jordan, 'If Luis lets you back in, you can go in here.');
  assert.equal(await button(jordan, 'Go in').count(), 0, 'no way that leads nowhere');
  await button(luis, 'Let back in: Jordan').click();
  await button(jordan, 'Go in').click();
  await isIn(jordan);
  await button(luis, 'People (2)').waitFor();
}

describe('the door of a room', { timeout: 120_000 }, () => {
  let browser;
  before(async () => (browser = await launchBrowser()));
  after(() => browser.close());

  for (const kind of ['served', 'embedded'])
    test(`${kind}: knock, admit, lock, remove, let back in`, async () => {
      const clinic = kind === 'served' ? await openClinic() : undefined;
      const portal = await servePortal({ clinic });
      const contexts = [];
      const newContext = async () => {
        const context = await browser.newContext({ locale: 'en-US' });
        context.setDefaultTimeout(20_000);
        contexts.push({ context, watched: await watch(context, new URL(portal.url).origin) });
        return context;
      };
      // Where the clinic lives in the browser, all of them use the same one.
      const shared = clinic ? undefined : await newContext();
      try {
        await throughTheDoor(async (as) => {
          const page = await (shared ?? (await newContext())).newPage();
          await page.goto(`${portal.url}?as=${as}#/groups`);
          return page;
        });
        // A refusal of the door is an answer, which the browser notes.
        for (const { watched } of contexts)
          watched.assertNone(/Lit is in dev mode|ERR_ABORTED|status of 409/);
      } finally {
        for (const { context } of contexts) await context.close();
        await portal.close();
        await clinic?.close();
      }
    });
});
