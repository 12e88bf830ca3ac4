import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import test, { after, before, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { bundle } from '../../bench/support/bundle.mjs';
import { launchBrowser } from '../../scripts/browser.mjs';
import { run } from '../../scripts/run.mjs';
import { serve } from './support/serve.mjs';
import { watch } from './support/watch.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(`${repository}README.md`, 'utf8');
const { scripts } = JSON.parse(readFileSync(`${repository}package.json`, 'utf8'));

/** The README's examples of one language, in order. */
const examples = (language) =>
  [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(([, , code]) => code);

const [html, weekly, overHttp] = examples('html');
const [css] = examples('css');
const [byNpm, byPrefix, policyByPage, events, ownBackend, overHttpByCode, outbox] = examples('ts');
const [conformance] = examples('js');
const [policy] = examples('http');

/** What the own backend's API answers; the routes are those that the example asks for. */
const api = {
  '/api/session': {
    person: { id: 'p1', name: 'Jordan', role: 'participant' },
    clinic: { id: 'c1', name: 'Clinic' },
    timeZone: 'America/Chicago',
  },
  '/api/mentors/maya': {
    id: 'maya',
    name: 'Maya',
    credentials: [],
    headline: { en: 'I have been where you are.' },
    experiences: [],
    languages: ['en'],
    timeZone: 'America/Chicago',
    availability: [],
    capacity: 2,
    openPlaces: 1,
    paused: false,
  },
};

/** What a server of the HTTP API answers, below the address that the example names. */
const peerSupport = {
  '/peer-support/v1': { version: '1', services: ['mentors'] },
  '/peer-support/v1/session': api['/api/session'],
  '/peer-support/v1/mentors/maya/match': { mentor: api['/api/mentors/maya'], reasons: [] },
};

const blank = (head, body = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <link rel="icon" href="data:,"><title>Page</title>${head}</head><body>${body}</body></html>`;

describe('the README', { timeout: 90_000 }, () => {
  const pages = new Map();
  let server, browser, context, watched, tab;

  before(async () => {
    if (!existsSync(`${repository}cdn/wayfellow.js`)) run('vite build --mode cdn');
    if (!existsSync(`${repository}dist/index.d.ts`)) run('npm run build');
    server = await serve(repository, {
      page: (path) => pages.get(path),
      wayfellow: (path) =>
        readFileSync(`${repository}cdn${path.replace('/wayfellow', '')}`, 'utf8'),
      api: (path) => JSON.stringify(api[path]),
      'peer-support': (path) => JSON.stringify(peerSupport[path]),
      'wayfellow-token': () => 'a-token',
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** Serves the files under /page/ and opens its index in a new context. */
  async function open(files) {
    for (const [name, text] of Object.entries(files)) pages.set(`/page/${name}`, text);
    await context?.close();
    context = await browser.newContext();
    watched = await watch(context, server.origin);
    tab = await context.newPage();
    await tab.goto(`${server.origin}/page/index.html`);
  }

  /** A page that runs TypeScript against the built package, as a customer's bundler makes it. */
  async function openScript(code, body) {
    const files = await bundle(ts.transpile(code, { target: 'ES2022', module: 'ESNext' }));
    await open({
      'index.html': blank('<script type="module" src="page.js"></script>', body),
      ...Object.fromEntries(files),
    });
  }

  test('names two commands that exist', () => {
    assert.ok(examples('sh').some((code) => code.includes('npm start')));
    assert.ok(scripts.start && scripts.test && scripts.storybook);
  });

  test('has TypeScript that compiles against the published types', () => {
    const folder = mkdtempSync(`${repository}.readme-`);
    try {
      const files = examples('ts').map((code, i) => {
        const file = `${folder}/example-${i}.ts`;
        writeFileSync(file, code.includes('import') ? code : `import 'wayfellow/define';\n${code}`);
        return file;
      });
      const { options } = ts.getParsedCommandLineOfConfigFile(
        `${repository}tsconfig.examples.json`,
        {},
        { ...ts.sys, onUnRecoverableConfigFileDiagnostic: assert.fail },
      );
      const found = ts.getPreEmitDiagnostics(ts.createProgram(files, options));
      assert.equal(
        ts.formatDiagnostics(found, {
          ...ts.sys,
          getNewLine: () => '\n',
          getCanonicalFileName: (name) => name,
        }),
        '',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('has a script-tag page that works under its own policy, with its own tokens', async () => {
    const value = policy.slice(policy.indexOf(':') + 1).trim();
    pages.set('/page/own.css', css);
    await open({
      'index.html': html.replace(
        '<head>',
        `<head><link rel="icon" href="data:,">
         <meta http-equiv="content-security-policy" content="${value}">
         <link rel="stylesheet" href="own.css">`,
      ),
    });
    await tab.getByRole('button', { name: /^Ask .* to be my mentor/ }).waitFor();
    await tab.getByRole('button', { name: 'Send check-in' }).waitFor();
    const look = await tab.locator('mentor-card').evaluate((card) => ({
      font: getComputedStyle(card).fontFamily,
      accent: getComputedStyle(card).getPropertyValue('--_accent').trim(),
    }));
    assert.deepEqual(look, { font: 'Georgia, serif', accent: 'rgb(138, 75, 45)' });
    watched.assertNone();
  });

  test('has an npm page that works', async () => {
    await openScript(byNpm);
    await tab.getByRole('button', { name: /^Ask .* to be my mentor/ }).waitFor();
    watched.assertNone();
  });

  test('has a prefix that works', async () => {
    await openScript(byPrefix, '<wf-mentor-card></wf-mentor-card>');
    await tab.waitForFunction(() => Boolean(customElements.get('wf-mentor-card')));
    assert.equal(await tab.evaluate(() => customElements.get('mentor-card')), undefined);
    watched.assertNone();
  });

  test('has PHQ-9 with somebody who receives alerts', async () => {
    await openScript(`import 'wayfellow/define';\n${policyByPage}`, weekly);
    await tab.getByText('Little interest or pleasure in doing things').waitFor();
    watched.assertNone();
  });

  test('has events that arrive', async () => {
    await openScript(`import 'wayfellow';\n${byNpm}\n${events}`);
    const said = tab.waitForEvent('console');
    await tab.getByRole('button', { name: /^Ask .* to be my mentor/ }).click();
    await tab.getByRole('button', { name: /^Send/ }).click();
    assert.equal((await said).text(), 'maya requested');
  });

  test('has a backend of one’s own that works', async () => {
    await openScript(ownBackend);
    await tab.getByRole('heading', { name: 'Maya' }).waitFor();
    watched.assertNone();
  });

  test('has the HTTP backend by attributes and by code', async () => {
    await openScript(`import 'wayfellow/define';`, overHttp);
    await tab.getByRole('heading', { name: 'Maya' }).waitFor();
    await openScript(
      `import 'wayfellow/elements/mentor-card';
       ${overHttpByCode}
       overHttp.innerHTML = '<mentor-card mentor-id="maya"></mentor-card>';
       document.body.append(overHttp);`,
    );
    await tab.getByRole('heading', { name: 'Maya' }).waitFor();
    const calls = watched.requests.filter((url) => url.includes('/peer-support/'));
    assert.ok(calls.length >= 3);
    assert.ok(calls.every((url) => !/token/.test(url)));
  });

  test('has an outbox that says what waits', async () => {
    await openScript(`${outbox}\nawait safe.session.current();\ndocument.title = 'Ready';`);
    await tab.waitForFunction(() => document.title === 'Ready');
    assert.equal(await tab.locator('html').getAttribute('data-unsent'), null);
    watched.assertNone();
  });

  test('has a conformance run that any runner can loop over', () => {
    const folder = mkdtempSync(`${repository}.readme-`);
    try {
      writeFileSync(
        `${folder}/my-harness.js`,
        `// A backend with no services: its own cases run, all others are skipped.
         export const myHarness = {
           async open() {
             const people = { participant: 'p', peer: 'q', mentor: 'm', clinician: 'c' };
             const connect = async (role) => ({
               session: {
                 current: async () => ({
                   person: { id: people[role], name: role, role: role === 'peer' ? 'participant' : role },
                   clinic: { id: 'clinic', name: 'Clinic' },
                   timeZone: 'America/Chicago',
                 }),
                 signOut: async () => {},
               },
               watch: () => () => {},
             });
             return { people, mentors: {}, meetings: {}, timeZone: 'America/Chicago', connect };
           },
         };`,
      );
      writeFileSync(`${folder}/run.test.mjs`, conformance);
      const { stdout } = spawnSync(
        process.execPath,
        ['--test', '--test-reporter=tap', `${folder}/run.test.mjs`],
        // Without this a test run inside another one reports to its parent.
        { encoding: 'utf8', env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
      );
      assert.match(stdout, /^# pass [1-9]/m);
      assert.match(stdout, /^# skipped [1-9]/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
