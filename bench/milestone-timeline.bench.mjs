import { openPage } from './support/page.mjs';

const code = `
  import 'wayfellow/elements/milestone-timeline';

  const DAY = 86_400_000;
  const on = (ago) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
  const now = new Date().toISOString();
  const kinds = ['programme', 'personal', 'connection'];
  const milestones = (count) =>
    Array.from({ length: count }, (_, i) => ({
      id: 'm' + i,
      personId: 'p',
      kind: kinds[i % 3],
      title: { en: 'Milestone ' + i },
      on: on(i),
      timeZone: 'UTC',
      reached: true,
      recordedAt: now,
      celebrations: [],
    }));
  // A network takes its time: each answer is a task of its own.
  const answer = (value) => new Promise((resolve) => setTimeout(() => resolve(value)));

  window.backendOf = (count) => {
    const listeners = new Set();
    const backend = {
      past: milestones(count),
      emit: (change) => listeners.forEach((listener) => listener(change)),
      watch: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
      session: {
        current: async () => ({
          person: { id: 'p', name: 'Jordan', role: 'participant' },
          clinic: { id: 'c', name: 'Clinic' },
          timeZone: 'UTC',
        }),
      },
      milestones: {
        record: () =>
          answer({
            personId: 'p',
            label: 'in-recovery',
            chapters: [
              { id: 'c', startedOn: on(41), timeZone: 'UTC', recordedAt: now },
            ],
          }),
        list: ({ when, cursor = '0', limit = 50 }) => {
          if (when === 'coming') return answer({ items: [] });
          const end = Number(cursor) + limit;
          const items = backend.past.slice(Number(cursor), end);
          return answer({ items, ...(end < count && { next: String(end) }) });
        },
      },
    };
    return backend;
  };
`;

const RUNS = 15;
const MANY = 10_000;
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Milliseconds from the element's arrival in the page to its first painted entry. */
const timeToInteractive = (page, count) =>
  page.evaluate(async (n) => {
    document.querySelector('milestone-timeline')?.remove();
    const backend = window.backendOf(n);
    const element = document.createElement('milestone-timeline');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    const began = performance.now();
    element.backend = backend;
    document.body.append(element);
    while (!element.shadowRoot.querySelector('[data-id]'))
      await new Promise((resolve) => setTimeout(resolve));
    await frame();
    return performance.now() - began;
  }, count);

/** Scrolls from the first to the last entry; resolves with how many were shown. */
const scrollThrough = (page, count) =>
  page.evaluate(async (n) => {
    const { shadowRoot } = document.querySelector('milestone-timeline');
    const shown = () => shadowRoot.querySelectorAll('[data-id]').length;
    const end = performance.now() + 180_000;
    while (shown() < n && performance.now() < end) {
      for (let i = 0; i < 40; i++) {
        window.scrollBy(0, 600);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      shadowRoot.querySelector('.earlier:not([aria-disabled=true])')?.click();
    }
    return shown();
  }, count);

/**
 * Milliseconds of the longest task on the page's main thread while `act` goes on. Of the thread's own
 * time, so that whatever else the machine does is not counted.
 */
async function longestTask(page, act) {
  const cdp = await page.context().newCDPSession(page);
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const traceConfig = { includedCategories: ['toplevel'] };
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await act();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  const main = events.find(({ args }) => args?.name === 'CrRendererMain');
  const tasks = events.filter(
    ({ pid, tid, name }) => pid === main?.pid && tid === main?.tid && name.endsWith('RunTask'),
  );
  if (!tasks.length) throw new Error('The trace has no tasks');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

/** What a change elsewhere, and one celebration, make the element draw again. */
const redrawn = (page) =>
  page.evaluate(async () => {
    const element = document.querySelector('milestone-timeline');
    const backend = window.backendOf(20);
    element.backend = backend;
    const rest = () => new Promise((resolve) => setTimeout(resolve, 300));
    await rest();
    let updates = 0;
    element.addController({ hostUpdated: () => updates++ });
    await rest();
    updates = 0;
    const touched = new Set();
    new MutationObserver((records) => {
      for (const { target } of records) {
        const at = target instanceof Element ? target : target.parentElement;
        touched.add(at?.closest('[data-id]')?.dataset.id ?? at?.className ?? 'root');
      }
    }).observe(element.shadowRoot, { subtree: true, childList: true, characterData: true });

    for (const topic of ['messages', 'goals', 'pairings', 'milestones']) backend.emit({ topic });
    await rest();
    const unconcerned = updates + touched.size;
    backend.past = backend.past.map((m) =>
      m.id === 'm7'
        ? {
            ...m,
            celebrations: [
              {
                id: 'x',
                reaction: 'heart',
                from: { id: 'maya', name: 'Maya', role: 'mentor' },
                at: new Date().toISOString(),
              },
            ],
          }
        : m,
    );
    backend.emit({ topic: 'milestones', ids: ['m7'] });
    await rest();
    return { unconcerned, touched: [...touched] };
  });

/** How `<milestone-timeline>` bears 10,000 entries, and what a change makes it draw. */
export default async function milestoneTimeline() {
  const { page, close } = await openPage({ code });
  try {
    const times = { few: [], many: [] };
    // The first of each pays for code that was never run before; it does not count.
    for (let run = -1; run < RUNS; run++)
      for (const [name, count] of [
        ['few', 20],
        ['many', MANY],
      ]) {
        const time = await timeToInteractive(page, count);
        if (run >= 0) times[name].push(time);
      }
    let shown = 0;
    const longest = await longestTask(page, async () => {
      shown = await scrollThrough(page, MANY);
    });
    if (shown < MANY) throw new Error(`Only ${shown} of ${MANY} entries were reached by scrolling`);
    const { unconcerned, touched } = await redrawn(page);
    if (!touched.includes('m7')) throw new Error('The celebrated entry was not drawn again');
    return [
      {
        figure: '`<milestone-timeline>`, interactive with 10,000 entries beside 20',
        value: median(times.many) / median(times.few),
        unit: '×',
        limit: 3,
      },
      {
        figure: '`<milestone-timeline>`, longest task while scrolling through 10,000 entries',
        value: longest,
        unit: 'ms',
        limit: 50,
      },
      {
        figure: '`<milestone-timeline>`, renders after a change that brings nothing new',
        value: unconcerned,
        unit: 'renders',
        limit: 0,
      },
      {
        figure: '`<milestone-timeline>`, entries drawn again after a celebration of one of 20',
        value: touched.length,
        unit: 'entries',
        limit: 1,
      },
    ];
  } finally {
    await close();
  }
}
