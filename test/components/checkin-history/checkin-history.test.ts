import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../../../src/client/errors.js';
import { fakeBackend } from '../../support/fake-backend.js';
import {
  aCheckIn,
  aGrant,
  aReflection,
  aScore,
  button,
  checkInService,
  find,
  findAll,
  history,
  sharing,
  text,
  until,
  whole,
  withCheckIns,
  words,
} from './support.js';

const clinic = (seed: 'paired' | 'empty' = 'paired') =>
  new EmbeddedBackend({ storage: 'memory', persona: 'jordan', seed });
const days = (...ago: number[]) => ago.map((n) => aCheckIn(-n, { mood: 5, sleep: 7 }));
const dots = (el: Element, selector = '.dots') =>
  find(el, selector)?.getAttribute('d')?.match(/M/g)?.length;

describe('<checkin-history>', () => {
  it('is accessible, as pictures and as a table', async () => {
    const el = await whole(clinic());
    await expect(el).to.be.accessible();
    button(el, 'Show as table').click();
    await until(() => find(el, 'table'));
    await expect(el).to.be.accessible();
  });

  describe('trends', () => {
    it('say what was low, high and usual, how the week compares, and how many days', async () => {
      const all = [7, 6, 5, 5].map((mood, ago) => aCheckIn(-ago, { mood }));
      const before = [5, 4, 5].map((mood, i) => aCheckIn(-7 - i, { mood }));
      const el = await history(withCheckIns([...all, ...before]));
      expect(words(find(el, '.trend .words'))).to.equal(
        'Your mood was between 4 and 7; on most days around 5. ' +
          'The last 7 days are a little higher than the 7 before. Answered on 7 of 30 days.',
      );
    });

    it('have an axis of values and one of days', async () => {
      const el = await history(withCheckIns(days(0, 1, 2)));
      const chart = find(el, '.trend .chart')!;
      const values = [...chart.querySelectorAll('.axis text')].map((tick) => tick.textContent);
      expect(values).to.include.members(['0', '10']);
      const heights = [...chart.querySelectorAll('.axis text')].map((tick) =>
        parseFloat(tick.getAttribute('y')!),
      );
      expect(heights[values.indexOf('10')]).to.be.below(heights[values.indexOf('0')]!);
      const dates = [...chart.querySelectorAll('.dates span')].map((date) => date.textContent);
      expect(dates).to.have.length(3);
      expect(dates[0]).to.match(/\d/);
      expect(dates.at(-1)).to.equal('Today');
    });

    it('leave a gap where a day was not answered', async () => {
      const el = await history(withCheckIns(days(0, 1, 2, 5)));
      const line = find(el, '.line')?.getAttribute('d') ?? '';
      // Two runs: the day alone, and the three that follow each other.
      expect(line.match(/M/g)?.length).to.equal(2);
      expect(line.match(/L/g)?.length).to.equal(2);
    });

    it('show scores on stems, never joined, with the band in words', async () => {
      const el = await history(withCheckIns([aScore(-1, 7), aScore(-2, 12, 'Moderate symptoms')]));
      expect(find(el, '.line')).to.equal(undefined);
      expect(find(el, '.stems')?.getAttribute('d')).not.to.contain('L');
      expect(words(find(el, '.trend'))).to.contain('PHQ-9');
      expect(words(find(el, '.trend .words'))).to.match(/^7 of 27 on .+: Mild symptoms\. 2 scores/);
      expect(text(el)).to.contain('A score is not a diagnosis');
    });

    it('leave out what was never answered', async () => {
      const el = await history(withCheckIns(days(0)));
      expect(findAll(el, '.trend .name').map(words)).to.deep.equal(['Mood', 'Sleep']);
    });

    it('follow the span that the person chooses, by keyboard too, without asking again', async () => {
      const backend = withCheckIns(days(0, 20, 60));
      const el = await history(backend);
      expect(dots(el)).to.equal(2);
      find<HTMLInputElement>(el, '.track input:checked')?.focus();
      await sendKeys({ press: 'ArrowRight' });
      await el.updateComplete;
      expect(dots(el)).to.equal(3);
      expect(el.days).to.equal(90);
      expect((backend.checkIns as ReturnType<typeof checkInService>).asked.length).to.equal(1);
    });

    it('stand in a table too, with the same numbers', async () => {
      const el = await history(withCheckIns([...days(0, 3), aScore(-3, 7)]));
      const toggle = button(el, 'Show as table');
      toggle.focus();
      toggle.click();
      await until(() => find(el, 'table'));
      const rows = findAll(el, 'tbody tr').map(words);
      expect(rows.length).to.equal(2);
      expect(rows[0]).to.match(/5 .*no answer.*7 hr .*no answer/);
      expect(rows[1]).to.contain('7 of 27, Mild symptoms');
      expect(el.shadowRoot?.activeElement).to.equal(button(el, 'Show as pictures'));
    });

    it('read from right to left in such a page, time included', async () => {
      const el = await history(withCheckIns(days(0, 1)), { dir: 'rtl' });
      expect(getComputedStyle(find(el, '.plane')!).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
      const [first, , last] = findAll(el, '.dates span').map((s) => s.getBoundingClientRect().x);
      expect(last).to.be.lessThan(first ?? 0);
    });

    for (const width of [320, 480, 1100])
      it(`fits into ${width} px`, async () => {
        const el = await whole(clinic(), { width });
        for (const part of findAll(el, '.sheet, .sheet *:not(.table, .table *, .visually-hidden)'))
          if (!(part instanceof SVGElement))
            expect(part.getBoundingClientRect().right, part.className).to.be.at.most(
              el.getBoundingClientRect().right + 1,
            );
      });
  });

  describe('what went well', () => {
    it('counts days kindly, and says nothing of what did not happen', async () => {
      const el = await history(withCheckIns(days(0, 1, 4, 4)));
      expect(words(find(el, '.wins ul'))).to.equal('You checked in on 3 of the last 30 days.');
      expect(text(el)).not.to.match(/streak|missed|failed|only 3/i);
    });
  });

  describe('who sees it', () => {
    const all = [aReflection(0, 'A walk helped.')];
    const seen = (el: Element, part: string) => words(find(el, `${part} .seen`));

    it('is only you without a grant', async () => {
      const el = await whole(withCheckIns(all));
      await until(() => seen(el, '.trend') === 'Seen by only you');
      expect(seen(el, '.entry')).to.equal('Seen by only you');
    });

    it('is the mentor by first name, for words only with both grants', async () => {
      const grants = [aGrant('check-in-answers')];
      const backend = withCheckIns(all, sharing(grants));
      const el = await whole(backend);
      await until(() => seen(el, '.trend') === 'Seen by you and Maya');
      expect(seen(el, '.entry')).to.equal('Seen by only you');
    });

    it('follows a grant and a revocation at once', async () => {
      const grants = [aGrant('check-in-answers')];
      const list = () => Promise.resolve({ items: grants });
      const services = sharing([]);
      const backend = withCheckIns(all, { ...services, consents: { ...services.consents!, list } });
      const el = await whole(backend);
      grants.push(aGrant('free-text'));
      backend.emit({ topic: 'consents' });
      await until(() => seen(el, '.entry') === 'Seen by you and Maya');
      grants[0] = aGrant('check-in-answers', { revokedAt: new Date().toISOString() });
      backend.emit({ topic: 'consents' });
      await until(() => seen(el, '.trend') === 'Seen by only you');
    });

    it('is the care team where the purpose is treatment, and somebody where nobody is known', async () => {
      const to = (granteeId: string, purpose: 'treatment' | 'peer-support') =>
        aGrant('check-in-answers', { granteeId, purpose });
      const grants = [to('dr', 'treatment'), to('a-peer', 'peer-support')];
      const el = await history(withCheckIns(all, sharing(grants)));
      await until(() => /care team.* and someone you shared with/.test(seen(el, '.trend')));
    });

    it('is said not to be known where it is not', async () => {
      const list = () => Promise.reject(new BackendError('unavailable'));
      const { consents, pairings } = sharing([]);
      const broken = await history(
        withCheckIns(all, { pairings, consents: { ...consents!, list } }),
      );
      await until(() => seen(broken, '.trend').startsWith('We cannot tell'));
      // Grants that never end are grants of which we know a part.
      const endless = () => Promise.resolve({ items: [], next: 'more' });
      const partial = await history(
        withCheckIns(all, { pairings, consents: { ...consents!, list: endless } }),
      );
      await until(() => seen(partial, '.trend').startsWith('We cannot tell'));
      const absent = await history(withCheckIns(all, {}));
      await until(() => seen(absent, '.trend').startsWith('We cannot tell'));
    });
  });

  describe('states', () => {
    it('loads in the final geometry, with help in reach', async () => {
      const list = () => new Promise<never>(() => {});
      const backend = fakeBackend({ checkIns: { ...checkInService([]), list } });
      const el = document.createElement('checkin-history');
      el.backend = backend;
      document.body.append(el);
      await until(() => find(el, '.skeleton'));
      expect(words(find(el, '[role=status]'))).to.equal('Loading…');
      expect(words(find(el, '.help'))).to.contain('Get help now');
      await expect(el).to.be.accessible();
      el.remove();
    });

    it('is kind when there is nothing yet', async () => {
      const el = await whole(clinic('empty'));
      expect(text(el)).to.contain('and that is fine');
      expect(find(el, '.trend')).to.equal(undefined);
      await expect(el).to.be.accessible();
    });

    it('scolds nobody for a quiet span', async () => {
      const el = await history(withCheckIns(days(60)));
      expect(text(el)).to.contain('You can begin again on any day.');
    });

    it('says an error and tries again', async () => {
      let broken = true;
      const service = checkInService(days(0));
      const list: typeof service.list = (options) =>
        broken ? Promise.reject(new BackendError('unavailable')) : service.list(options);
      const el = await history(fakeBackend({ checkIns: { ...service, list } }));
      await until(() => find(el, '[role=alert]'));
      expect(words(find(el, '.help'))).to.contain('Get help now');
      broken = false;
      button(el, 'Try again').click();
      await until(() => find(el, '.trend'));
    });

    it('keeps what it had when a refresh fails, and says so', async () => {
      let broken = false;
      const service = checkInService(days(0));
      const list: typeof service.list = (options) =>
        broken ? Promise.reject(new BackendError('timeout')) : service.list(options);
      const backend = fakeBackend({ checkIns: { ...service, list } });
      const el = await history(backend);
      broken = true;
      backend.emit({ topic: 'checkIns' });
      await until(() => text(el).includes('You are seeing what we had last'));
      expect(find(el, '.trend')).not.to.equal(undefined);
    });

    it('says a malformed answer', async () => {
      const list = () => Promise.resolve({ items: [{ on: 3 }] } as never);
      const el = await history(fakeBackend({ checkIns: { ...checkInService([]), list } }));
      await until(() => text(el).includes('cannot read'));
    });

    it('says that it is not available, and that nobody is signed in', async () => {
      const absent = await history(fakeBackend({}));
      await until(() => text(absent).includes('not available here'));
      const out = await history(withCheckIns([], {}, null));
      await until(() => text(out).includes('signed out'));
      setTimeout(() => button(out, 'Sign in').click());
      await oneEvent(out, 'wf-sign-in');
    });

    it('speaks Spanish, down to what is fetched late', async () => {
      const el = await whole(clinic(), { lang: 'es' });
      expect(text(el)).to.contain('Mirar atrás').and.to.contain('Guardar como hoja de cálculo');
      await until(() => text(el).includes('Quién lo ve: tú, Maya y tu equipo de atención'));
      const ours = findAll(el, '.sheet :not(.said)')
        .flatMap((part) => [...part.childNodes].filter((node) => node instanceof Text))
        .map((node) => node.textContent);
      expect(ours.join(' ')).not.to.match(/\b(the|you|your|seen|save|show)\b/i);
    });
  });
});
