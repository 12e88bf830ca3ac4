import { serveBundles } from './support/serve.mjs';
import { launchBrowser } from '../scripts/browser.mjs';

const element = `
  import 'wayfellow/elements/checkin-form';
  import { phq9 } from 'wayfellow/questionnaires/phq-9';

  const form = document.createElement('checkin-form');
  form.layout = 'sheet';
  form.instrument = phq9;
  form.policy = { recipient: { en: 'your care team' }, hours: [], timeZone: 'America/Chicago' };
  form.backend = {
    watch: () => () => {},
    session: {
      current: async () => ({
        person: { id: 'p', name: 'Jordan', role: 'participant' },
        clinic: { id: 'c', name: 'Clinic' },
        timeZone: 'America/Chicago',
      }),
    },
    checkIns: { list: async () => ({ items: [] }) },
  };
  document.body.append(form);
`;

/** What one would write by hand for the same nine questions, with no library and no states. */
const plain = `
  import { phq9 } from 'wayfellow/questionnaires/phq-9';

  function* questions(items) {
    for (const item of items ?? []) {
      if (item.answerOption) yield item;
      yield* questions(item.item);
    }
  }
  const form = document.createElement('form');
  for (const item of [...questions(phq9.questionnaire.item)].slice(0, 9)) {
    const fieldset = document.createElement('fieldset');
    const legend = document.createElement('legend');
    legend.textContent = item.text;
    fieldset.append(legend);
    for (const { valueCoding } of item.answerOption) {
      const label = document.createElement('label');
      const radio = document.createElement('input');
      radio.type = 'radio';
      radio.name = item.linkId;
      radio.value = valueCoding.code;
      label.append(radio, valueCoding.display);
      fieldset.append(label);
    }
    form.append(fieldset);
  }
  document.body.append(form);
`;

const RUNS = 25;

/** Milliseconds from the first line of the script to the first frame with something in it. */
async function scriptToPaint(browser, address) {
  const page = await browser.newPage();
  await page.goto(address);
  const result = await page.evaluate(async () => {
    const painted = await new Promise((resolve) => {
      new PerformanceObserver((list) => {
        for (const { name, startTime } of list.getEntries())
          if (name === 'first-contentful-paint') resolve(startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    const root = document.querySelector('checkin-form')?.shadowRoot ?? document;
    return { time: painted - window.began, radios: root.querySelectorAll('[type=radio]').length };
  });
  await page.close();
  return result;
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** PHQ-9 painted by `<checkin-form>`, as a ratio to a plain DOM loop in the same run. */
export default async function checkinForm() {
  const server = await serveBundles({ element, plain });
  const browser = await launchBrowser();
  const times = { element: [], plain: [] };
  try {
    // The first page of each pays for the browser's own caches; it does not count.
    for (let run = -1; run < RUNS; run++)
      for (const name of ['element', 'plain']) {
        const { time, radios } = await scriptToPaint(browser, server.address(name));
        if (radios < 36) throw new Error(`${name} drew ${radios} radios instead of 36`);
        if (run >= 0) times[name].push(time);
      }
  } finally {
    await browser.close();
    server.close();
  }
  return [
    {
      figure: 'PHQ-9, script start to painted, beside a plain DOM loop',
      value: median(times.element) / median(times.plain),
      unit: '×',
      limit: 1.6,
    },
  ];
}
