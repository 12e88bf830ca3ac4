import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/client/errors.js';
import type {
  WfCelebratedEvent,
  WfMilestoneAddedEvent,
  WfRecordChangedEvent,
} from '../../../src/components/milestone-timeline/milestone-timeline.events.js';
import { fakeBackend } from '../../support/fake-backend.js';
import { aMilestone, aRecord, day, milestoneService } from '../../support/milestones.js';
import {
  button,
  clinic,
  find,
  findAll,
  focused,
  openForm,
  text,
  timeline,
  type,
  until,
  words,
} from './support.js';

describe('a return to use', () => {
  it('is one private tap, and takes nothing away', async () => {
    const el = await timeline(clinic());
    const form = await openForm(el, 'Something changed?');
    expect(focused(el)).to.equal(find(el, '.form [data-focus]'));
    expect(words(form)).to.contain('Nothing you have earned is taken away');
    await expect(el).to.be.accessible();

    setTimeout(() => button(el, 'Tell us').click());
    const event = (await oneEvent(el, 'wf-record-changed')) as unknown as WfRecordChangedEvent;
    expect(event.change).to.equal('return-to-use');
    expect(JSON.stringify({ ...event })).not.to.match(/\d{4}-\d\d/);

    await until(() => text(el).includes('Thank you for telling us.'));
    expect(words(find(el, '.stays'))).to.contain('143 days all together');
    expect(words(find(el, '.stays'))).to.contain('102 days in your longest stretch');
    expect(words(find(el, '.figure'))).to.equal('Day one in recovery');
    await until(() => focused(el)?.textContent?.includes('Thank you'));
    await expect(el).to.be.accessible();

    setTimeout(() => button(el, 'Reach out to my mentor').click());
    await oneEvent(el, 'wf-contact-mentor');
    button(el, 'Close').click();
    await until(() => !find(el, '.form'));
    expect(focused(el)).to.equal(button(el, 'Something changed?'));
    // It is over: opening it again begins anew.
    await openForm(el, 'Something changed?');
    expect(text(el)).not.to.contain('Thank you');
  });

  it('begins anew also after Escape, and does not seem to have been sent twice', async () => {
    const el = await timeline(clinic());
    await openForm(el, 'Something changed?');
    button(el, 'Tell us').click();
    await until(() => text(el).includes('Thank you for telling us.'));
    find(el, '.form [data-focus]')?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
    await until(() => !find(el, '.form'));
    await openForm(el, 'Something changed?');
    expect(text(el)).not.to.contain('Thank you');
    expect(() => button(el, 'Tell us')).not.to.throw();
  });

  it('says the same words again as something new', async () => {
    const el = await timeline(clinic());
    const changes: MutationRecord[] = [];
    for (const title of ['Called my sister', 'Slept well']) {
      await openForm(el, 'Add a milestone');
      type(el, 'title', title);
      const status = find(el, '[role=status]') as HTMLElement;
      const observer = new MutationObserver((records) => changes.push(...records));
      observer.observe(status, { subtree: true, childList: true, characterData: true });
      button(el, 'Add to my path').click();
      await until(() => !find(el, '.form') && words(status) === 'It is on your path now.');
      await until(() => changes.some(({ addedNodes }) => addedNodes.length > 0));
      observer.disconnect();
      changes.length = 0;
    }
  });

  it('offers no mentor where there is none to offer', async () => {
    const milestones = milestoneService([], { record: aRecord([3]) });
    const el = await timeline(fakeBackend({ milestones }));
    await openForm(el, 'Something changed?');
    button(el, 'Tell us').click();
    await until(() => text(el).includes('Thank you for telling us.'));
    expect(() => button(el, 'Reach out to my mentor')).to.throw();
  });

  it('keeps what was chosen when it could not be sent', async () => {
    const milestones = milestoneService([], { record: aRecord([9]) });
    const changeRecord = milestones.changeRecord.bind(milestones);
    milestones.changeRecord = () => Promise.reject(new BackendError('offline'));
    const el = await timeline(fakeBackend({ milestones }));
    await openForm(el, 'Something changed?');
    type(el, 'on', day(-2));
    button(el, 'Tell us').click();
    await until(() => text(el).includes('Nothing is lost'));
    expect(find<HTMLInputElement>(el, '#on')?.value).to.equal(day(-2));
    milestones.changeRecord = changeRecord;
    button(el, 'Tell us').click();
    await until(() => text(el).includes('Thank you for telling us.'));
    expect(words(find(el, '.figure'))).to.equal('2 days in recovery');
  });
});

describe('the recovery record', () => {
  it('begins on any day', async () => {
    const el = await timeline(clinic('jordan', 'empty'));
    await openForm(el, 'Set a start date');
    await expect(el).to.be.accessible();
    type(el, 'on', day(-12));
    button(el, 'Start from this day').click();
    await until(() => words(find(el, '.figure')) === '12 days in recovery');
    await until(() => focused(el));
    expect(words(find(el, '[role=status]'))).to.equal('Your start date is saved.');
  });

  it('has its dates fixed, which is not a return to use', async () => {
    const el = await timeline(clinic());
    const form = await openForm(el, 'Fix a date');
    expect(words(form)).to.contain('This is not a return to use.');
    await expect(el).to.be.accessible();
    type(el, 'on', day(-44));
    button(el, 'Save the date').click();
    await until(() => words(find(el, '.figure')) === '44 days in recovery');
    expect(focused(el)).to.equal(button(el, 'Fix a date'));
  });

  it('says in place what is wrong with a date', async () => {
    const el = await timeline(clinic());
    await openForm(el, 'Fix a date');
    const wrong = async (value: string, said: string) => {
      type(el, 'on', value);
      button(el, 'Save the date').click();
      await until(() => words(find(el, '#on-error'))?.includes(said));
      expect(find(el, '#on')?.getAttribute('aria-invalid')).to.equal('true');
      await until(() => focused(el)?.id === 'on');
    };
    await wrong('', 'Choose a day.');
    await wrong(day(3), 'has not come yet');
    await wrong(day(-400), 'belongs to another chapter');
    await expect(el).to.be.accessible();
  });

  it('fixes no date that another screen has changed, and says so', async () => {
    const backend = clinic();
    // This screen has not heard yet.
    const { session, milestones } = backend;
    const el = await timeline({ session, milestones, watch: () => () => undefined });
    await openForm(el, 'Fix a date');
    await backend.milestones.changeRecord({ type: 'label', label: 'sober' });
    type(el, 'on', day(-44));
    button(el, 'Save the date').click();
    await until(() => text(el).includes('was changed meanwhile'));
    expect(text(el)).to.contain('What was saved there is safe.');
    // The date that stands there is not wrong.
    expect(find(el, '#on')?.getAttribute('aria-invalid')).not.to.equal('true');
    expect(find<HTMLInputElement>(el, '#on')?.value).to.equal(day(-44));
    await expect(el).to.be.accessible();
    expect((await backend.milestones.record())?.chapters.at(-1)?.startedOn).not.to.equal(day(-44));
  });

  it('says so for the words, too, whichever are chosen', async () => {
    const backend = clinic();
    const { session, milestones } = backend;
    const el = await timeline({ session, milestones, watch: () => () => undefined });
    await openForm(el, 'Change the words');
    await backend.milestones.changeRecord({ type: 'label', label: 'sober' });
    button(el, 'Use these words').click();
    await until(() => words(find(el, '[role=alert]'))?.includes('was changed meanwhile'));
    await expect(el).to.be.accessible();
    expect((await backend.milestones.record())?.label).to.equal('sober');
  });

  it('lets an earlier chapter be chosen', async () => {
    const el = await timeline(clinic());
    await openForm(el, 'Fix a date');
    const select = find<HTMLSelectElement>(el, '#chapter');
    expect(select?.options.length).to.equal(2);
    if (select) select.value = select.options[0]?.value ?? '';
    select?.dispatchEvent(new Event('change'));
    await el.updateComplete;
    expect(find<HTMLInputElement>(el, '#on')?.value).to.equal(day(-143));
    type(el, 'on', day(-150));
    button(el, 'Save the date').click();
    await until(() => words(find(el, '.totals'))?.includes('150 days'));
  });

  it('is named as the person chooses', async () => {
    const el = await timeline(clinic());
    await openForm(el, 'Change the words');
    const radios = findAll(el, 'input[name=label]');
    radios[1]?.click();
    button(el, 'Use these words').click();
    await until(() => words(find(el, '.figure')) === '41 days sober');

    await openForm(el, 'Change the words');
    findAll(el, 'input[name=label]')[4]?.click();
    await until(() => find(el, '#custom'));
    button(el, 'Use these words').click();
    await until(() => text(el).includes('Write the words'));
    await expect(el).to.be.accessible();
    type(el, 'custom', 'of coming home');
    button(el, 'Use these words').click();
    await until(() => words(find(el, '.figure')) === '41 days of coming home');
  });

  it('is left as it was by Escape and by Cancel', async () => {
    const el = await timeline(clinic());
    await openForm(el, 'Something changed?');
    await sendKeys({ press: 'Escape' });
    await until(() => !find(el, '.form'));
    expect(focused(el)).to.equal(button(el, 'Something changed?'));
    await openForm(el, 'Something changed?');
    button(el, 'Cancel').click();
    await until(() => !find(el, '.form'));
    await openForm(el, 'Something changed?');
    button(el, 'Something changed?').click();
    await until(() => !find(el, '.form'));
    expect(words(find(el, '.figure'))).to.equal('41 days in recovery');
  });
});

describe('a milestone of one’s own', () => {
  it('is added with the keyboard alone', async () => {
    const el = await timeline(clinic());
    button(el, 'Add a milestone').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(el)?.textContent === 'Add a milestone');
    await until(() => find(el, '.form [data-focus]') === focused(el));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Called my sister' });
    setTimeout(() => void sendKeys({ press: 'Enter' }));
    const event = (await oneEvent(el, 'wf-milestone-added')) as unknown as WfMilestoneAddedEvent;
    expect(event.milestoneId).to.be.a('string');
    await until(() => findAll(el, '[data-id] .title').some((t) => words(t) === 'Called my sister'));
    expect(focused(el)).to.equal(button(el, 'Add a milestone'));
    expect(words(find(el, '[role=status]'))).to.equal('It is on your path now.');
  });

  it('needs a name', async () => {
    const el = await timeline(clinic());
    await openForm(el, 'Add a milestone');
    button(el, 'Add to my path').click();
    await until(() => words(find(el, '#title-error')) === 'Give it a name.');
    await until(() => focused(el)?.id === 'title');
    await expect(el).to.be.accessible();
  });

  it('loses nothing typed by an error, a DOM move or a closed form', async () => {
    const milestones = milestoneService([]);
    milestones.add = () => Promise.reject(new BackendError('unavailable'));
    const backend = fakeBackend({ milestones });
    const el = await timeline(backend);
    await openForm(el, 'Add a milestone');
    type(el, 'title', 'First hike');
    type(el, 'note', 'With my dog');
    button(el, 'Add to my path').click();
    await until(() => text(el).includes('Nothing is lost'));
    const typed = () => ['title', 'note'].map((id) => find<HTMLInputElement>(el, `#${id}`)?.value);
    expect(typed()).to.deep.equal(['First hike', 'With my dog']);

    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(el);
    backend.emit({ topic: 'milestones' });
    await el.updateComplete;
    expect(typed()).to.deep.equal(['First hike', 'With my dog']);

    button(el, 'Cancel').click();
    await openForm(el, 'Add a milestone');
    expect(typed()).to.deep.equal(['First hike', 'With my dog']);
    elsewhere.remove();
  });

  it('outlives a reload while it is being written', async () => {
    const backend = clinic();
    const el = await timeline(backend);
    await openForm(el, 'Add a milestone');
    type(el, 'title', 'First hike');
    await new Promise((resolve) => setTimeout(resolve, 500));
    el.remove();

    const again = await timeline(backend);
    await openForm(again, 'Add a milestone');
    await until(() => find<HTMLInputElement>(again, '#title')?.value === 'First hike');
    button(again, 'Add to my path').click();
    await until(() => !find(again, '.form'));
    expect(await backend.drafts.get('milestone-timeline:milestone')).to.equal(null);
  });

  it('is removed after asking', async () => {
    const el = await timeline(clinic());
    const name = 'Remove: A whole Saturday with the kids';
    const form = await openForm(el, name);
    expect(words(form)).to.contain('from your path?');
    await expect(el).to.be.accessible();
    button(el, 'Keep it').click();
    await until(() => !find(el, '.form'));
    expect(focused(el)).to.equal(button(el, name));

    await openForm(el, name);
    button(el, 'Remove it').click();
    await until(() => !text(el).includes('A whole Saturday'));
    await until(() => focused(el) === button(el, 'Add a milestone'));
    expect(words(find(el, '[role=status]'))).to.equal('It is removed.');
  });

  it('says why it could not be removed', async () => {
    const milestones = milestoneService([aMilestone(-1, { kind: 'personal' })]);
    milestones.remove = () =>
      Promise.reject(new BackendError('conflict', { detail: 'not-personal' }));
    const el = await timeline(fakeBackend({ milestones }));
    await openForm(el, /^Remove/);
    button(el, 'Remove it').click();
    await until(() => text(el).includes('Only what you added yourself can be removed.'));
  });
});

describe('a celebration', () => {
  const open = () => timeline(clinic('maya'), { personId: 'jordan' });
  const entry = (el: Element) =>
    findAll(el, '[data-id]').find((e) => words(e)?.includes('Ten sessions attended'));

  it('is sent, shown with a name, changed and taken back', async () => {
    const el = await open();
    await openForm(el, 'Celebrate: Ten sessions attended');
    await expect(el).to.be.accessible();
    button(el, 'Send').click();
    await until(() => text(el).includes('Choose one of these.'));
    find(el, '#reaction-strength')?.click();
    type(el, 'words', 'Ten times you showed up');
    setTimeout(() => button(el, 'Send').click());
    const sent = (await oneEvent(el, 'wf-celebrated')) as unknown as WfCelebratedEvent;
    expect(sent.takenBack).to.equal(false);
    await until(() => words(entry(el))?.includes('You: Ten times you showed up'));

    await openForm(el, 'Change what I sent: Ten sessions attended');
    expect(find<HTMLInputElement>(el, '#reaction-strength')?.checked).to.equal(true);
    expect(find<HTMLTextAreaElement>(el, '#words')?.value).to.equal('Ten times you showed up');
    find(el, '#reaction-sunrise')?.click();
    button(el, 'Send').click();
    await until(() => words(entry(el))?.includes('New day:'));

    await openForm(el, 'Change what I sent: Ten sessions attended');
    setTimeout(() => button(el, 'Take it back').click());
    const back = (await oneEvent(el, 'wf-celebrated')) as unknown as WfCelebratedEvent;
    expect(back.takenBack).to.equal(true);
    await until(() => !words(entry(el))?.includes('You'));
  });

  it('keeps its words when it could not be sent', async () => {
    const milestones = milestoneService([aMilestone(-1)]);
    milestones.celebrate = () => Promise.reject(new BackendError('timeout'));
    const el = await timeline(fakeBackend({ milestones }), { personId: 'sam' });
    await openForm(el, /^Celebrate/);
    find(el, '#reaction-heart')?.click();
    type(el, 'words', 'Look at you');
    button(el, 'Send').click();
    await until(() => text(el).includes('That took too long'));
    expect(find<HTMLTextAreaElement>(el, '#words')?.value).to.equal('Look at you');
  });

  it('is not offered on one’s own path, nor changes to another’s', async () => {
    const own = await timeline(clinic());
    expect(() => button(own, /^Celebrate: Ten sessions/)).not.to.throw();
    expect(button(own, /^Celebrate: Ten sessions/).classList.contains('node')).to.equal(true);
    const other = await open();
    for (const name of ['Something changed?', 'Fix a date', 'Add a milestone', /^Remove/])
      expect(() => button(other, name)).to.throw();
    await expect(other).to.be.accessible();
  });

  it('stays one of many without filling the path', async () => {
    const celebrations = Array.from({ length: 9 }, (_, i) => ({
      id: `${i}`,
      reaction: 'heart' as const,
      from: { id: `p${i}`, name: `Peer ${i}`, role: 'participant' as const },
      at: new Date().toISOString(),
    }));
    const milestones = milestoneService([aMilestone(-1, { celebrations })]);
    const el = await timeline(fakeBackend({ milestones }));
    expect(words(find(el, '.rest summary'))).to.equal('6 more');
  });
});
