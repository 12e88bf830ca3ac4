import { expect, oneEvent } from '@open-wc/testing';
import { BackendError } from '../../../src/client/errors.js';
import { MilestoneTimeline } from '../../../src/components/milestone-timeline/milestone-timeline.js';
import { aSession, deferred, fakeBackend } from '../../support/fake-backend.js';
import { aMilestone, aRecord, day, milestoneService } from '../../support/milestones.js';
import { button, clinic, find, findAll, text, timeline, until, words } from './support.js';

const fails = (code: ConstructorParameters<typeof BackendError>[0]) => () =>
  Promise.reject(new BackendError(code));

describe('<milestone-timeline>', () => {
  it('is accessible', async () => {
    const el = await timeline(clinic());
    find(el, '.plot')?.scrollIntoView();
    await until(() => find(el, '.measure'));
    await expect(el).to.be.accessible();
  });

  describe('the path', () => {
    it('shows what is ahead, today, and what was reached, in that order', async () => {
      const el = await timeline(clinic());
      const path = words(find(el, '.path')) ?? '';
      const places = ['Coming up', 'Today', '30 days in recovery', '24 hours in recovery'].map(
        (w) => path.indexOf(w),
      );
      expect(places.every((at) => at >= 0)).to.equal(true);
      expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    });

    it('bends where a new chapter began, and cuts nothing', async () => {
      const el = await timeline(clinic());
      const bend = find(el, '.bend');
      expect(words(bend)).to.contain('A new chapter began');
      expect(words(bend)).to.contain('The 102 days before it still count.');
      expect(findAll(el, '.step.over .title').map(words)).to.include('90 days in recovery');
    });

    it('keeps the next chip in sight', async () => {
      const coming = [1, 2, 3, 4].map((on) => aMilestone(on));
      const milestones = milestoneService([], { record: aRecord([5]), coming });
      const el = await timeline(fakeBackend({ milestones }));
      const ahead = findAll(el, 'section > ol > .ahead .title').map(words);
      expect(ahead).to.deep.equal([
        '30 days in recovery',
        'Milestone 3',
        'Milestone 2',
        'Milestone 1',
      ]);
      expect(words(find(el, '.further summary'))).to.equal('2 more further ahead');
    });

    it('says a chip that it does not know by its own title', async () => {
      const past = [
        aMilestone(-1, { kind: 'chip', chip: 'first-week', title: { en: 'First week' } }),
      ];
      const el = await timeline(fakeBackend({ milestones: milestoneService(past) }));
      expect(words(find(el, '[data-id] .title'))).to.equal('First week');
    });

    it('scolds nobody for a day that has passed', async () => {
      const coming = [aMilestone(-3, { reached: false })];
      const el = await timeline(fakeBackend({ milestones: milestoneService([], { coming }) }));
      expect(words(find(el, '.ahead'))).not.to.contain('ago');
    });

    it('says what will be here when there is nothing yet', async () => {
      const el = await timeline(clinic('jordan', 'empty'));
      expect(text(el)).to.contain('What you reach will stand here');
      expect(text(el)).not.to.match(/\b0\b/);
      await expect(el).to.be.accessible();
    });

    it('blooms quietly when its owner wants', async () => {
      const el = await timeline(clinic());
      const node = button(el, 'Celebrate: 30 days in recovery');
      node.click();
      await el.updateComplete;
      expect(node.classList.contains('bloom')).to.equal(true);
      expect(words(find(el, '[role=status]'))).to.contain('Well done');
    });
  });

  describe('recovery time', () => {
    it('sets the days large in the person’s own words, the quiet ones beside', async () => {
      const el = await timeline(clinic());
      expect(words(find(el, '.figure'))).to.equal('41 days in recovery');
      expect(words(find(el, '.totals'))).to.equal('All together 143 days Longest stretch 102 days');
    });

    for (const [begun, shown] of [
      [0, 'Day one sober'],
      [1, '1 day sober'],
      [1200, '1,200 days sober'],
    ] as const)
      it(`says "${shown}"`, async () => {
        const milestones = milestoneService([], { record: aRecord([begun], { label: 'sober' }) });
        const el = await timeline(fakeBackend({ milestones }));
        expect(words(find(el, '.figure'))).to.equal(shown);
      });

    it('uses the person’s own words', async () => {
      const record = aRecord([3], { label: 'custom', customLabel: 'of coming home' });
      const el = await timeline(fakeBackend({ milestones: milestoneService([], { record }) }));
      expect(words(find(el, '.figure'))).to.equal('3 days of coming home');
    });

    it('is left out where nobody counts days', async () => {
      const milestones = milestoneService([aMilestone(-1)], { record: aRecord([3]) });
      const el = await timeline(fakeBackend({ milestones }), { withoutRecord: true });
      expect(find(el, '.head')).to.equal(undefined);
      expect(milestones.calls['record']).to.equal(undefined);
      expect(text(el)).to.contain('Milestone -1');
    });

    it('moves on at the person’s midnight', async () => {
      const milestones = milestoneService([], { record: aRecord([3]) });
      const { setInterval, Date: RealDate } = globalThis;
      const looks: (() => void)[] = [];
      globalThis.setInterval = ((look: () => void, ms: number) => {
        looks.push(look);
        return setInterval(look, ms);
      }) as typeof setInterval;
      try {
        const el = await timeline(fakeBackend({ milestones }));
        globalThis.Date = class extends RealDate {
          constructor(...args: [number]) {
            super(...(args.length ? args : ([RealDate.now() + 86_400_000] as [number])));
          }
        } as DateConstructor;
        for (const look of looks) look();
        await el.updateComplete;
        expect(words(find(el, '.figure'))).to.equal('4 days in recovery');
      } finally {
        Object.assign(globalThis, { setInterval, Date: RealDate });
      }
    });
  });

  describe('states', () => {
    it('shows its shape while it loads, with help', async () => {
      const record = deferred<null>();
      const milestones = { ...milestoneService([]), record: () => record.promise };
      const el = document.createElement('milestone-timeline');
      el.backend = fakeBackend({ milestones });
      document.body.append(el);
      await el.updateComplete;
      expect(find(el, '.skeleton')).to.be.an.instanceof(Element);
      expect(find(el, '.help')).to.be.an.instanceof(Element);
      await expect(el).to.be.accessible();
      record.resolve(null);
      await until(() => find(el, '.path'));
      el.remove();
    });

    it('shows an error, and everything after a retry', async () => {
      const milestones = milestoneService([aMilestone(-1)], { record: aRecord([3]) });
      const broken = { ...milestones, list: fails('unavailable') };
      const backend = fakeBackend({ milestones: broken });
      const el = await timeline(backend);
      expect(text(el)).to.contain('Nothing is lost');
      expect(find(el, '.help')).to.be.an.instanceof(Element);
      await expect(el).to.be.accessible();
      broken.list = milestones.list.bind(milestones) as typeof broken.list;
      button(el, 'Try again').click();
      await until(() => text(el).includes('Milestone -1'));
    });

    it('shows an error for a malformed answer', async () => {
      for (const wrong of [
        { record: () => Promise.resolve({ chapters: 'many' } as never) },
        { list: () => Promise.resolve({ items: [{ id: 1 }] } as never) },
      ]) {
        const milestones = { ...milestoneService([]), ...wrong };
        const el = await timeline(fakeBackend({ milestones }));
        expect(text(el)).to.contain('an answer we cannot read');
      }
    });

    it('keeps what it has when a refresh fails, and says so', async () => {
      const milestones = milestoneService([aMilestone(-1)]);
      const backend = fakeBackend({ milestones });
      const el = await timeline(backend);
      milestones.list = fails('unavailable');
      backend.emit({ topic: 'milestones' });
      await until(() => text(el).includes('We could not refresh this'));
      expect(text(el)).to.contain('Milestone -1');
    });

    it('says kindly that nothing is shared', async () => {
      const milestones = { ...milestoneService([]), record: fails('forbidden') };
      const maya = { id: 'maya', name: 'Maya', role: 'mentor' as const };
      const el = await timeline(fakeBackend({ milestones }, aSession({ person: maya })), {
        personId: 'jordan',
      });
      expect(text(el)).to.contain('They have not shared their path with you.');
      await expect(el).to.be.accessible();
    });

    it('closes at once when sharing ends', async () => {
      const milestones = milestoneService([aMilestone(-1)]);
      const backend = fakeBackend({ milestones });
      const el = await timeline(backend, { personId: 'sam' });
      expect(text(el)).to.contain('Milestone -1');
      milestones.list = fails('forbidden');
      backend.emit({ topic: 'milestones' });
      await until(() => text(el).includes('They have not shared'));
      expect(text(el)).not.to.contain('Milestone -1');
    });

    it('offers to sign in', async () => {
      const el = await timeline(fakeBackend({ milestones: milestoneService([]) }, null));
      setTimeout(() => button(el, 'Sign in').click());
      await oneEvent(el, 'wf-sign-in');
      expect(find(el, '.help')).to.be.an.instanceof(Element);
    });

    it('says when the service is absent', async () => {
      const el = await timeline(fakeBackend());
      expect(text(el)).to.contain('not available here');
    });

    it('says when nothing will be kept', async () => {
      const milestones = milestoneService([]);
      const el = await timeline(fakeBackend({ milestones, durable: Promise.resolve(false) }));
      expect(text(el)).to.contain('cannot keep anything');
    });

    it('forgets one person when another signs in', async () => {
      let session = aSession();
      const milestones = milestoneService([aMilestone(-1)], { record: aRecord([3]) });
      const backend = fakeBackend({ milestones });
      backend.session.current = () => Promise.resolve(session);
      const el = await timeline(backend);
      button(el, 'Add a milestone').click();
      await until(() => find(el, '#title'));
      session = aSession({ person: { id: 'sam', name: 'Sam', role: 'participant' } });
      backend.emit({ topic: 'session' });
      await until(() => !find(el, '#title'));
    });
  });

  it('survives a DOM move without asking again', async () => {
    const milestones = milestoneService([aMilestone(-1)], { record: aRecord([3]) });
    const el = await timeline(fakeBackend({ milestones }));
    const calls = { ...milestones.calls };
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(el);
    await el.updateComplete;
    expect(milestones.calls).to.deep.equal(calls);
    expect(text(el)).to.contain('Milestone -1');
    elsewhere.remove();
  });

  it('stops listening when it is removed', async () => {
    const backend = fakeBackend({ milestones: milestoneService([]) });
    const el = await timeline(backend);
    el.remove();
    expect(backend.watching).to.equal(0);
  });

  it('keeps properties that were set before it was defined', async () => {
    const el = document.createElement('early-milestone-timeline') as MilestoneTimeline;
    el.backend = fakeBackend({ milestones: milestoneService([aMilestone(-1)]) });
    el.personId = 'sam';
    document.body.append(el);
    MilestoneTimeline.define('early-');
    await until(() => text(el).includes('Milestone -1'));
    expect(el.personId).to.equal('sam');
    el.remove();
  });

  it('speaks Spanish', async () => {
    document.documentElement.lang = 'es';
    try {
      const el = await timeline(clinic());
      find(el, '.plot')?.scrollIntoView();
      await until(() => find(el, '.measure'));
      expect(words(find(el, '.figure'))).to.equal('41 días en recuperación');
      for (const spanish of ['Lo que viene', 'Hoy', '30 días en recuperación', 'Ánimo'])
        expect(text(el)).to.contain(spanish);
      await expect(el).to.be.accessible();
    } finally {
      document.documentElement.lang = 'en';
    }
  });

  it('has the singular in Spanish', async () => {
    document.documentElement.lang = 'es';
    try {
      const milestones = milestoneService([], { record: aRecord([1], { label: 'sober' }) });
      const el = await timeline(fakeBackend({ milestones }));
      expect(words(find(el, '.figure'))).to.equal('1 día de sobriedad');
    } finally {
      document.documentElement.lang = 'en';
    }
  });

  it('draws only what a change touches', async () => {
    const past = [-1, -40, -80].map((on) => aMilestone(on));
    const milestones = milestoneService(past, { record: aRecord([5]) });
    const backend = fakeBackend({ milestones });
    const el = await timeline(backend);
    let updates = 0;
    const original = el.requestUpdate.bind(el);
    el.requestUpdate = (...args) => {
      updates++;
      original(...args);
    };
    const touched: Node[] = [];
    const observer = new MutationObserver((records) =>
      touched.push(...records.map((r) => r.target)),
    );
    observer.observe(el.shadowRoot as ShadowRoot, {
      subtree: true,
      childList: true,
      characterData: true,
    });

    backend.emit({ topic: 'messages' });
    backend.emit({ topic: 'milestones' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(updates).to.equal(0);

    const cheer = {
      id: 'cheer',
      reaction: 'heart' as const,
      from: { id: 'maya', name: 'Maya', role: 'mentor' as const },
      at: new Date().toISOString(),
    };
    milestones.past = past.map((m) => (m.on === day(-40) ? { ...m, celebrations: [cheer] } : m));
    backend.emit({ topic: 'milestones', ids: ['m-40'] });
    await until(() => text(el).includes('Maya'));
    const entry = find(el, '[data-id="m-40"]');
    expect(touched.every((node) => entry?.contains(node))).to.equal(true);
    observer.disconnect();
  });
});
