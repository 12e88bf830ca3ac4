import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test, { after, before, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../scripts/browser.mjs';
import { run } from '../../scripts/run.mjs';
import { serve } from './support/serve.mjs';
import { watch } from './support/watch.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${repository}package.json`, 'utf8'));

const page = (body, head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
const cdn = '<script type="module" src="/cdn/wayfellow.js"></script>';

/** Pages of hosts that are not kind. */
const pages = {
  '/page/hostile.html': page(
    `<button id="own">Own button</button>
     <mentorship-provider backend="embedded">
       <crisis-resources region="US"></crisis-resources>
       <mentor-card mentor-id="maya"></mentor-card>
     </mentorship-provider>`,
    `${cdn}<style>
      * { all: unset; letter-spacing: 1em; text-transform: uppercase; line-height: 0.5; }
      head, script, style { display: none; }
      div, section, p, ul, li, button, svg, h2, h3 { display: none !important; }
      button, a { position: fixed !important; opacity: 0 !important; }
      #own { display: inline-block !important; opacity: 1 !important; color: rgb(1, 2, 3); }
    </style>`,
  ),
  '/page/two-versions.html': page(
    `<mentorship-provider backend="embedded"><mentor-card mentor-id="maya"></mentor-card></mentorship-provider>`,
    `${cdn}<script type="module" src="/older/wayfellow.js"></script>`,
  ),
  '/page/prefix.html': page(
    `<wf-mentorship-provider backend="embedded"><wf-mentor-card mentor-id="maya"></wf-mentor-card></wf-mentorship-provider>
     <mentor-card>Somebody else's</mentor-card>`,
    `<script type="module" src="/cdn/wayfellow.js?prefix=wf-"></script>`,
  ),
};

/** The same files, of another version. */
const older = (path) =>
  readFileSync(`${repository}cdn/${path.replace('/older/', '')}`, 'utf8').replaceAll(
    new RegExp(`(["'\`])${version.replaceAll('.', '\\.')}\\1`, 'g'),
    '"0.0.9"',
  );

describe('one script tag', { timeout: 60_000 }, () => {
  let server, browser, context, watched, tab;

  before(async () => {
    if (!existsSync(`${repository}cdn/wayfellow.js`)) run('vite build --mode cdn');
    server = await serve(repository, { page: (path) => pages[path], older });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  const open = async (path) => {
    context = await browser.newContext();
    watched = await watch(context, server.origin);
    tab = await context.newPage();
    await tab.goto(server.origin + path);
    return tab;
  };
  const isDefined = (name) => tab.evaluate((tag) => Boolean(customElements.get(tag)), name);

  test('fetches the elements that the page uses, under a strict policy', async () => {
    await open('/examples/script-tag/');
    await tab.locator('mentor-card').getByRole('heading', { name: 'Maya' }).waitFor();
    await tab.locator('crisis-resources').getByRole('button').waitFor();

    for (const tag of ['checkin-form', 'group-room', 'milestone-timeline'])
      assert.equal(await isDefined(tag), false, tag);
    const fetched = watched.requests.map((url) => new URL(url).pathname);
    assert.doesNotMatch(fetched.join('\n'), /checkin-form|group-room|milestone-timeline|daily/);
    watched.assertNone();
  });

  test('defines an element that comes later', async () => {
    await tab.getByRole('button', { name: 'Show my milestones' }).click();
    await tab.locator('milestone-timeline').getByRole('heading').first().waitFor();
    assert.equal(await isDefined('milestone-timeline'), true);
    assert.equal(await isDefined('group-room'), false);
    watched.assertNone();
  });

  test('leaves nothing behind in the page', async () => {
    const known = /^(?:lit|reactiveElement|__zod)/;
    const globals = await tab.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      frame.remove();
      const named = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
      return Object.getOwnPropertyNames(window).filter(
        (name) => !plain.has(name) && !named.has(name) && !/^\d+$/.test(name),
      );
    });
    assert.deepEqual(
      globals.filter((name) => !known.test(name)),
      [],
    );
    await context.close();
  });

  test('looks and works as ever under a hostile style sheet, and returns no hostility', async () => {
    await open('/page/hostile.html');
    const card = tab.locator('mentor-card');
    const heading = card.getByRole('heading', { name: 'Maya' });
    await heading.waitFor();
    const look = await heading.evaluate((element) => {
      const { textTransform, letterSpacing, opacity, position } = getComputedStyle(element);
      return { textTransform, letterSpacing, opacity, position };
    });
    assert.equal(look.textTransform, 'none');
    assert.equal(look.opacity, '1');
    assert.equal(look.position, 'static');
    assert.notEqual(look.letterSpacing, '16px');

    const box = await card.getByRole('button').first().boundingBox();
    assert.ok(box.height >= 24 && box.width >= 24, JSON.stringify(box));
    await tab.locator('crisis-resources').getByRole('link', { name: /988/ }).first().waitFor();
    const own = await tab.locator('#own').evaluate((element) => {
      const { color, letterSpacing } = getComputedStyle(element);
      return { color, letterSpacing };
    });
    assert.equal(own.color, 'rgb(1, 2, 3)');
    watched.assertNone();
    await context.close();
  });

  test('says which two versions meet on a page, and goes on with the first', async () => {
    await open('/page/two-versions.html');
    await tab.locator('mentor-card').getByRole('heading', { name: 'Maya' }).waitFor();
    const warned = () => watched.faults.filter((fault) => fault.includes('<mentor-card>'));
    for (let i = 0; i < 50 && warned().length === 0; i++) await tab.waitForTimeout(50);
    assert.equal(warned().length, 1, watched.faults.join('\n'));
    assert.match(warned()[0], new RegExp(version.replaceAll('.', '\\.')));
    assert.match(warned()[0], /0\.0\.9/);
    watched.assertNone(/is already defined by wayfellow/);
    await context.close();
  });

  test('takes a prefix where a name is taken', async () => {
    await open('/page/prefix.html');
    await tab.locator('wf-mentor-card').getByRole('heading', { name: 'Maya' }).waitFor();
    assert.equal(await isDefined('mentor-card'), false);
    watched.assertNone();
    await context.close();
  });
});
