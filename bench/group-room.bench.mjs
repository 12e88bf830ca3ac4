import { gzipSync } from 'node:zlib';
import { clinicScript } from './support/clinic.mjs';
import { crowdScript } from './support/crowd.mjs';
import { callMachine } from './support/call-machine.mjs';
import { openPage } from './support/page.mjs';
import { firstFrames } from './support/first-frame.mjs';

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const element = {
  viewport: { width: 1280, height: 720 },
  body: `${clinicScript}${crowdScript}<group-room meeting-id="asking"></group-room>`,
  code: `
    import 'wayfellow/elements/group-room';
    const room = document.querySelector('group-room');
    room.roomFactory = async () => (window.crowd = window.makeCrowd());
    room.backend = window.clinic;
  `,
};

/** Goes in; in the page. */
const enter = async () => {
  const root = document.querySelector('group-room').shadowRoot;
  const until = async (find) => {
    const end = performance.now() + 10_000;
    for (;;) {
      const found = find();
      if (found) return found;
      if (performance.now() > end) throw new Error(root.textContent.replace(/\s+/g, ' '));
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  const agree = await until(() => root.querySelector('[part=enter]') && root);
  agree.querySelector('.agree input')?.click();
  agree.querySelector('[part=enter]').click();
  await until(() => root.querySelector('.room [part=controls]'));
};

/** 49 people whose levels come 10 times a second, of whom a few begin or cease to speak. */
async function crowd(rows) {
  const { page, close } = await openPage(element);
  try {
    await page.evaluate(enter);
    const result = await page.evaluate(async () => {
      const root = document.querySelector('group-room').shadowRoot;
      window.crowd.arrive(49);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const tiles = [...root.querySelectorAll('[part~=tile]')];
      const touched = new Set();
      const observer = new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
          const tile = element?.closest('[part~=tile]');
          if (tile) touched.add(tile);
        }
      });
      const whole = { attributes: true, childList: true, characterData: true, subtree: true };
      observer.observe(root, whole);
      const extra = [];
      const missed = [];
      const scripts = [];
      for (let tick = 0; tick < 100; tick++) {
        touched.clear();
        const begin = performance.now();
        const changed = window.crowd.tick(tick);
        await document.querySelector('group-room').updateComplete;
        scripts.push(performance.now() - begin);
        // A mutation observer reports after the microtasks in which Lit renders.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 80)));
        const isOf = (tile) => changed.some((name) => tile.textContent.includes(name));
        extra.push([...touched].filter((tile) => !isOf(tile)).length);
        missed.push(tiles.filter((tile) => isOf(tile) && !touched.has(tile)).length);
      }
      return {
        tiles: tiles.length,
        extra: Math.max(...extra),
        missed: Math.max(...missed),
        scripts,
      };
    });
    if (result.missed) throw new Error(`${result.missed} tiles were not drawn again`);
    rows.push(
      {
        figure:
          '`<group-room>` of 50, tiles drawn again that did not change, in 10 s of levels at 10 Hz',
        value: result.extra,
        unit: 'tiles',
        limit: 0,
      },
      {
        figure: `\`<group-room>\` of 50, script a frame in which somebody begins or ceases to speak (${result.tiles} tiles drawn), 95 of 100`,
        value: result.scripts.toSorted((a, b) => a - b)[94],
        unit: 'ms',
        limit: 4,
      },
    );
  } finally {
    await close();
  }
}

/** In and out, a thousand times: what is left of it. */
async function visits(rows) {
  const { page, close } = await openPage(element);
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.enable');
    const count = async () => {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const { jsHeapSizeUsed, nodes, jsEventListeners } = {
        jsHeapSizeUsed: metrics.find(({ name }) => name === 'JSHeapUsedSize').value,
        nodes: metrics.find(({ name }) => name === 'Nodes').value,
        jsEventListeners: metrics.find(({ name }) => name === 'JSEventListeners').value,
      };
      const left = await page.evaluate(() => window.left());
      return { heap: jsHeapSizeUsed, nodes, listeners: jsEventListeners, ...left };
    };
    await session.send('Performance.enable');
    const go = async (times) => {
      await page.evaluate(
        async ([inside, n]) => {
          const enter = (0, eval)(`(${inside})`);
          const room = document.querySelector('group-room');
          const root = room.shadowRoot;
          const frame = () => new Promise((resolve) => setTimeout(resolve));
          for (let i = 0; i < n; i++) {
            await enter();
            room.leave();
            const back = () =>
              [...root.querySelectorAll('.after button')].find((button) =>
                button.textContent.includes('Come back in'),
              );
            while (!back()) await frame();
            back().click();
            while (!root.querySelector('[part=enter]')) await frame();
          }
        },
        [String(enter), times],
      );
    };
    // The engine's own growth, for code that it compiles and compiles again, comes to rest by then.
    await go(1000);
    const before = await count();
    await go(1000);
    const after = await count();
    const grown = (key) => Math.max(0, after[key] - before[key]);
    const row = (figure, value, unit, limit) =>
      rows.push({ figure: `1,000 visits to a room, ${figure}`, value, unit, limit });
    row('event listeners left', grown('listeners'), 'listeners', 0);
    row('tracks left', after.tracks, 'tracks', 0);
    row('timers left', grown('timers'), 'timers', 0);
    row('DOM nodes left', grown('nodes'), 'nodes', 0);
    // An object that is kept would be some hundred bytes a visit.
    row('heap growth a visit', grown('heap') / 1000, 'bytes', 100);
  } finally {
    await close();
  }
}

const DAILY = /daily\.co|dailywebrtc|sentry/;

/** Idle time comes when this page says so, so that what is fetched in it is not what a join needs. */
const idleLater = `<script>
  const later = [];
  window.requestIdleCallback = (run) => later.push(run);
  window.beIdle = () => later.splice(0).forEach((run) => run());
</script>`;

/**
 * All that a page has fetched once somebody is in a room of Daily's and can use it; and what it
 * fetches after that, in idle time, so that it is there when it is wanted. The goal is 105 kB, of
 * which daily-js alone takes 70.
 */
async function bytes(rows) {
  const { page, files, loaded, close } = await openPage({
    body: `${idleLater}${clinicScript}<group-room meeting-id="asking"></group-room>`,
    code: `
      import 'wayfellow/elements/group-room';
      window.clinic.sessions.access = async () => ({
        transport: 'daily',
        url: 'https://bench.daily.co/0b51c1f7-8a49-4d4c-b7a5-6a5c5a3b8f0e',
      });
      document.querySelector('group-room').backend = window.clinic;
    `,
  });
  const machine = await callMachine();
  const weigh = (names) => names.reduce((sum, name) => sum + gzipSync(files.get(name)).length, 0);
  const scripts = () => [...loaded].filter((name) => name.endsWith('.js'));
  try {
    await page
      .context()
      .route(DAILY, (route) =>
        route.request().url().endsWith('/call-machine-object-bundle.js')
          ? route.fulfill({ contentType: 'text/javascript', body: machine })
          : route.abort(),
      );
    const room = page.locator('group-room');
    await room.getByRole('button', { name: 'Go in' }).waitFor();
    await room.getByRole('checkbox').first().check();
    await room.getByRole('button', { name: 'Go in' }).click();
    await room.locator('.room [part=controls]').waitFor({ timeout: 30_000 });
    await page.waitForLoadState('networkidle');
    const needed = scripts();
    await page.evaluate(() => window.beIdle());
    await page.waitForTimeout(500);
    await page.waitForLoadState('networkidle');
    const idle = scripts().filter((name) => !needed.includes(name));
    if (process.env.CHUNKS) for (const n of scripts()) console.log(weigh([n]), n, idle.includes(n));
    const row = (figure, names, limit) =>
      rows.push({ figure, value: weigh(names) / 1000, unit: 'kB', limit });
    row('Size of `<group-room>` in a room, with daily-js', needed, 122.5);
    const isDaily = (name) => name.startsWith('daily-esm');
    row('of these, daily-js alone', needed.filter(isDaily));
    row('fetched after that, in idle time', idle, 10.5);
  } finally {
    await close();
  }
}

export default async function groupRoom() {
  const rows = [];
  await crowd(rows);
  await visits(rows);
  await bytes(rows);
  const { room, bare } = await firstFrames();
  rows.push({
    figure: 'Mesh: join to the first remote frame, beside a bare RTCPeerConnection, medians',
    value: median(room) / median(bare),
    unit: '×',
    limit: 1.3,
  });
  return rows;
}
