import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/client/errors.js';
import type { CheckIn } from '../../../src/client/model/check-in.js';
import { fakeBackend } from '../../support/fake-backend.js';
import { aCheckIn, milestoneService } from '../../support/milestones.js';
import { button, clinic, find, findAll, text, timeline, until, words } from './support.js';

const withCheckIns = (list: () => Promise<{ items: CheckIn[]; next?: string }>) => {
  const checkIns = { list, submit: () => Promise.reject(new Error('not used')) };
  return fakeBackend({ milestones: milestoneService([]), checkIns });
};
const plot = (el: Element) => find(el, '.plot');

describe('the plot of the last 30 days', () => {
  it('shows each measure in a picture, a sentence and a table', async () => {
    const days = [0, -1, -2, -5].map((on) => aCheckIn(on, { mood: 4 - on, sleep: 7 }));
    const el = await timeline(withCheckIns(() => Promise.resolve({ items: days })));
    await until(() => find(el, '.measure'));
    expect(findAll(el, '.measure').length).to.equal(2);
    expect(words(plot(el))).to.contain('You checked in on 4 of the last 7 days.');
    const sentence = words(find(el, '.measure .visually-hidden'));
    expect(sentence).to.contain('answered on 4 of 30 days, between 4 and 9; latest 4');
    expect(words(find(el, 'tbody tr'))).to.match(/4.*no answer.*7.*no answer/);
    await expect(el).to.be.accessible();
    find<HTMLDetailsElement>(el, '.plot details')?.setAttribute('open', '');
    await expect(el).to.be.accessible();
  });

  it('leaves a gap where a day was not answered', async () => {
    const days = [0, -1, -2, -5].map((on) => aCheckIn(on, { mood: 5 }));
    const el = await timeline(withCheckIns(() => Promise.resolve({ items: days })));
    await until(() => find(el, '.measure'));
    const line = find(el, '.chart path')?.getAttribute('d') ?? '';
    // Two runs: the day alone, and the three that follow each other.
    expect(line.match(/M/g)?.length).to.equal(2);
    expect(line.match(/L/g)?.length).to.equal(2);
  });

  it('takes what was answered last on a day, over all pages', async () => {
    let page = 0;
    const pages = [
      { items: [aCheckIn(0, { mood: 8 })], next: 'more' },
      { items: [aCheckIn(0, { mood: 2, craving: 3 })] },
    ];
    const el = await timeline(withCheckIns(() => Promise.resolve(pages[page++] ?? { items: [] })));
    await until(() => find(el, '.measure'));
    expect(words(find(el, 'tbody'))).to.match(/8.*3/);
  });

  it('says what will be here', async () => {
    const el = await timeline(withCheckIns(() => Promise.resolve({ items: [] })));
    await until(() => words(plot(el))?.includes('When you check in'));
    await expect(el).to.be.accessible();
  });

  it('says that answers are not shared', async () => {
    const refused = () => Promise.reject(new BackendError('forbidden'));
    const el = await timeline(withCheckIns(refused), { personId: 'sam' });
    await until(() => words(plot(el))?.includes('not shared with you'));
  });

  it('shows an error of its own and tries again', async () => {
    let broken = true;
    const el = await timeline(
      withCheckIns(() =>
        broken
          ? Promise.reject(new BackendError('unavailable'))
          : Promise.resolve({ items: [aCheckIn(0, { mood: 5 })] }),
      ),
    );
    await until(() => words(plot(el))?.includes('Please try again'));
    expect(text(el)).to.contain('Today');
    broken = false;
    button(el, 'Try again').click();
    await until(() => find(el, '.measure'));
  });

  it('shows an error for a malformed answer', async () => {
    const el = await timeline(withCheckIns(() => Promise.resolve({ items: 3 } as never)));
    await until(() => words(plot(el))?.includes('cannot read'));
  });

  it('is absent where there are no check-ins', async () => {
    const el = await timeline(fakeBackend({ milestones: milestoneService([]) }));
    expect(plot(el)).to.equal(undefined);
  });

  it('follows a new check-in', async () => {
    const items = [aCheckIn(-1, { mood: 5 })];
    const backend = withCheckIns(() => Promise.resolve({ items }));
    const el = await timeline(backend);
    await until(() => find(el, '.measure'));
    items.unshift(aCheckIn(0, { mood: 9 }));
    backend.emit({ topic: 'checkIns' });
    await until(() => words(plot(el))?.includes('latest 9'));
  });

  it('comes when it comes into view', async () => {
    const el = await timeline(clinic());
    expect(findAll(el, '.measure')).to.have.length(0);
    find(el, '.plot')?.scrollIntoView();
    await until(() => findAll(el, '.measure').length === 4);
  });
});
