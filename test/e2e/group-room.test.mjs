import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, afterEach, before, describe } from 'node:test';
import { launchBrowser } from '../../scripts/browser.mjs';
import { launchMortal, waitFor } from './support/mortal-browser.mjs';
import { roomPage } from './support/room-page.mjs';
import { watch } from './support/watch.mjs';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** The policies that the README publishes: without a Daily room, and with one. */
const [meshPolicy, dailyPolicy] = [...readme.matchAll(/^Content-Security-Policy: (.*)$/gm)].map(
  ([, policy]) => policy,
);

const mesh = { transport: 'mesh', room: '6f1d0b6e-3c1c-4a57-9e36-0c1b7c0c5f7e', iceServers: [] };
const daily = {
  transport: 'daily',
  url: 'https://stand-in.daily.co/0b51c1f7-8a49-4d4c-b7a5-6a5c5a3b8f0e',
};

/** Agrees, turns camera and microphone on, tries the sound out. */
async function prepare(page) {
  const room = page.locator('group-room');
  await room.getByLabel('I agree to all of this').check();
  for (const name of ['Camera', 'Microphone'])
    await room.getByRole('group', { name }).getByLabel('On').check({ force: true });
  await room.locator('.mirror video').waitFor();
  return room;
}

describe('a group room under the published policy', { timeout: 120_000 }, () => {
  let browser, page, served, watched;
  before(async () => (browser = await launchBrowser()));
  after(() => browser.close());
  afterEach(() => served?.close());

  const open = async (options) => {
    served = await roomPage(options);
    const context = await browser.newContext();
    watched = await watch(context, served.origin);
    page = await context.newPage();
    await page.goto(served.origin);
    await page.locator('group-room').getByRole('button', { name: 'Go in' }).waitFor();
  };

  test('tries out sound, goes in over the mesh and out, and asks nobody else', async () => {
    await open({ policy: meshPolicy, access: mesh });
    const room = await prepare(page);
    await room.getByText('Try out sound and connection').click();
    await room.getByRole('button', { name: 'Record and listen' }).click();
    await room.getByText('Did you hear yourself?').waitFor();
    await room.getByRole('button', { name: 'Play three notes' }).click();
    await room.getByText('Did you hear three notes?').waitFor();
    await room.getByRole('button', { name: 'Test the connection' }).click();
    await room.getByText('we can only tell in the room').waitFor();
    await room.getByRole('button', { name: 'Go in' }).click();
    await room.getByRole('button', { name: 'Leave quietly' }).click();
    await room.getByRole('button', { name: 'It helped' }).click();
    await room.getByText('Thank you for telling us.').waitFor();
    watched.assertNone();
    assert.equal(await page.title(), 'Portal', 'what the group is about stays out of the title');
    assert.equal(page.url(), `${served.origin}/`);
    const told = watched.requests.map((url) => decodeURIComponent(url)).join(' ');
    assert.doesNotMatch(told, /depress|living/i);
  });

  test('has its last words when the network is gone by then', async () => {
    await open({ policy: meshPolicy, access: mesh });
    const room = await prepare(page);
    await room.getByRole('button', { name: 'Go in' }).click();
    await room.getByRole('button', { name: 'Leave quietly' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1000);
    await page.context().setOffline(true);
    await room.getByRole('button', { name: /People/ }).click();
    await room.getByText('Keyboard shortcuts').waitFor();
    await room.getByRole('button', { name: 'Leave quietly' }).click();
    await room.getByRole('button', { name: 'Come back in' }).waitFor();
    await room.getByText('Your camera and microphone are off.').waitFor();
  });

  test('says that it is over, and tries again, when the rest of its words did not come', async () => {
    await open({ policy: meshPolicy, access: mesh });
    // A page that never rests has fetched nothing ahead.
    await page.evaluate(() => (window.requestIdleCallback = () => 0));
    const room = await prepare(page);
    await room.getByRole('button', { name: 'Go in' }).click();
    await room.getByRole('button', { name: 'Leave quietly' }).waitFor();
    await page.context().setOffline(true);
    await room.getByRole('button', { name: 'Leave quietly' }).click();
    await room.getByRole('heading', { name: 'You left the room' }).waitFor();
    await room.getByText('Your camera and microphone are off.').waitFor();
    const again = room.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    const focused = await room.evaluate((el) => el.shadowRoot.activeElement?.textContent);
    assert.equal(focused, 'You left the room', 'the focus is where it is said');
    await page.context().setOffline(false);
    await again.click();
    await room.getByRole('button', { name: 'Come back in' }).waitFor();
  });

  test('asks nobody before a join over Daily; then Daily alone, and never for error reports', async () => {
    await open({ policy: dailyPolicy, access: daily });
    const asked = [];
    await page.context().route(
      (url) => url.origin !== served.origin,
      (route) => {
        asked.push(route.request().url());
        return route.abort();
      },
    );
    const room = await prepare(page);
    await page.waitForLoadState('networkidle');
    watched.assertNone();
    assert.deepEqual(asked, [], 'before the join');
    await room.getByRole('button', { name: 'Go in' }).click();
    await room.getByText('This page does not allow video rooms.').waitFor({ timeout: 60_000 });
    const hosts = new Set(asked.map((url) => new URL(url).host));
    assert.ok(hosts.has('c.daily.co'), [...hosts].join());
    assert.ok(
      [...hosts].every((host) => /\.(?:daily\.co|dailywebrtc\.com|dailywebrtc\.net)$/.test(host)),
      [...hosts].join(),
    );
    const blocked = watched.faults.filter((fault) => fault.includes('policy: connect-src'));
    assert.ok(
      blocked.some((fault) => /ingest\.(?:\w+\.)?sentry\.io/.test(fault)),
      `a report is blocked: ${watched.faults.join('\n')}`,
    );
  });
});

describe('a group room in a browser that is killed', { timeout: 120_000 }, () => {
  test('has its attendance on record to within two minutes', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'wayfellow-room-'));
    const served = await roomPage({ policy: meshPolicy, access: mesh });
    const browser = await launchMortal(profile);
    try {
      const { page } = browser;
      await page.clock.install();
      await page.goto(served.origin);
      const room = page.locator('group-room');
      await room.getByLabel('I agree to all of this').check();
      await room.getByRole('button', { name: 'Go in' }).click();
      await room.getByRole('button', { name: 'Leave quietly' }).waitFor();
      await waitFor(() => served.attendances.length === 1);
      for (let beats = 1; beats <= 5; beats++) {
        await page.clock.fastForward(121_000);
        await waitFor(() => served.attendances.length === 1 + beats);
      }
      await browser.kill();
      const { joinedAt, leftAt } = served.attendances.at(-1);
      const minutes = (Date.parse(leftAt) - Date.parse(joinedAt)) / 60_000;
      assert.ok(minutes >= 10 && minutes < 11, `${minutes} minutes`);
      assert.equal(new Set(served.attendances.map((a) => a.joinedAt)).size, 1, 'one visit');
    } finally {
      await browser.kill();
      served.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
