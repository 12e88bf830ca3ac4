import { gzipSync } from 'node:zlib';
import { openPage } from './support/page.mjs';

/** An element whose backend the page hands in: an object, so that none of ours is counted. */
const handedIn = (tag, more = '') => ({
  body: `<${tag}></${tag}>`,
  code: `
    import 'wayfellow/elements/${tag}';
    const element = document.querySelector('${tag}');
    element.backend = { watch: () => () => {} };
    ${more}
  `,
});

const elements = ['mentor-card', 'checkin-form', 'milestone-timeline', 'group-room'];

/**
 * Limits are what no change may exceed, just above today's sizes. The goals are 20, 25, 20, 25 and
 * 60 kB; a change that comes nearer lowers the limit.
 */
const scenarios = [
  { figure: '`<mentor-card>`', limit: 27, ...handedIn('mentor-card') },
  {
    figure: '`<checkin-form>` with PHQ-9',
    limit: 45,
    ...handedIn(
      'checkin-form',
      `import { phq9 } from 'wayfellow/questionnaires/phq-9'; element.questionnaire = phq9.questionnaire;`,
    ),
  },
  { figure: '`<milestone-timeline>`', limit: 34, ...handedIn('milestone-timeline') },
  { figure: '`<group-room>` before a join', limit: 29, ...handedIn('group-room') },
  {
    figure: 'all of them with the embedded backend',
    limit: 110,
    body: `<mentorship-provider backend="embedded">${elements.map((tag) => `<${tag}></${tag}>`).join('')}</mentorship-provider>`,
    code: `import 'wayfellow/define';`,
  },
];

/** Kilobytes, gzipped, of every script that a page has fetched once it has come to rest. */
export default async function size() {
  const rows = [];
  for (const { figure, limit, body, code } of scenarios) {
    const { files, loaded, close } = await openPage({ body, code });
    await close();
    const bytes = [...loaded]
      .filter((name) => name.endsWith('.js'))
      .reduce((sum, name) => sum + gzipSync(files.get(name)).length, 0);
    rows.push({ figure: `Size of ${figure}`, value: bytes / 1000, unit: 'kB', limit });
  }
  return rows;
}
