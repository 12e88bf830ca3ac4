import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/client/errors.js';
import { fakeBackend } from '../../support/fake-backend.js';
import { aMilestone, milestoneService } from '../../support/milestones.js';
import { button, find, findAll, focused, text, timeline, until, words } from './support.js';

const many = (count: number) => Array.from({ length: count }, (_, i) => aMilestone(-i));
const shown = (el: Element) => findAll(el, '[data-id]').length;

describe('earlier milestones', () => {
  it('come when asked for, the focus on the first of them', async () => {
    const el = await timeline(fakeBackend({ milestones: milestoneService(many(45)) }));
    expect(shown(el)).to.equal(20);
    button(el, 'Show earlier').click();
    await until(() => shown(el) === 45);
    await until(() => focused(el)?.getAttribute('data-id') === 'm-20');
    expect(words(find(el, '[role=status]'))).to.equal('25 more shown.');
    expect(find(el, '.earlier')).to.equal(undefined);
  });

  it('follow by themselves while somebody scrolls', async () => {
    const el = await timeline(fakeBackend({ milestones: milestoneService(many(200)) }));
    button(el, 'Show earlier').click();
    await until(() => shown(el) >= 45);
    window.scrollTo(0, document.body.scrollHeight);
    await until(() => shown(el) >= 70);
  });

  it('can be asked for again after an error, and nothing shown is lost', async () => {
    const milestones = milestoneService(many(45));
    const el = await timeline(fakeBackend({ milestones }));
    const list = milestones.list.bind(milestones);
    milestones.list = () => Promise.reject(new BackendError('timeout'));
    button(el, 'Show earlier').click();
    await until(() => text(el).includes('That took too long'));
    expect(shown(el)).to.equal(20);
    milestones.list = list;
    button(el, 'Try again').click();
    await until(() => shown(el) === 45);
  });

  it('stay when a change makes everything be read again', async () => {
    const milestones = milestoneService(many(45));
    const backend = fakeBackend({ milestones });
    const el = await timeline(backend);
    button(el, 'Show earlier').click();
    await until(() => shown(el) === 45);
    milestones.past = [aMilestone(0, { id: 'new', title: { en: 'New' } }), ...many(45)];
    backend.emit({ topic: 'milestones' });
    await until(() => find(el, '[data-id="new"]'));
    expect(shown(el)).to.be.greaterThanOrEqual(45);
  });

  it('are drawn anew when a backend changes the very object that it handed out', async () => {
    const milestone = aMilestone(-1, { title: { en: 'Before' } });
    const backend = fakeBackend({ milestones: milestoneService([milestone]) });
    const el = await timeline(backend);
    milestone.title = { en: 'Afterwards' };
    backend.emit({ topic: 'milestones', ids: [milestone.id] });
    await until(() => words(find(el, '[data-id]'))?.includes('Afterwards'));
  });

  it('end when a cursor leads nowhere', async () => {
    const milestones = milestoneService([]);
    milestones.list = () => Promise.resolve({ items: [aMilestone(-1)], next: 'same' });
    const el = await timeline(fakeBackend({ milestones }));
    expect(shown(el)).to.equal(1);
  });
});
