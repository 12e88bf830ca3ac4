import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SafetyService } from '../../../src/client/backend.js';
import { BackendError } from '../../../src/client/errors.js';
import type { EscalationPolicy, NewSafetyAlert } from '../../../src/client/model/safety.js';
import '../../../src/components/group-room/define.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { aPerson } from '../../support/fake-room.js';
import { button, focused, inTheRoom, query, says, shows, text } from './support.js';

const announced = (el: GroupRoom) =>
  [...el.renderRoot.querySelectorAll('[role=status]')].map((s) => s.textContent.trim()).join('|');
const hears = (el: GroupRoom, words: string) =>
  waitUntil(() => announced(el).includes(words), `"${words}" in: ${announced(el)}`);

const policy: EscalationPolicy = {
  recipient: { en: 'your care team', es: 'tu equipo de atención' },
  hours: [],
  timeZone: 'America/Chicago',
};

/** In a room with others, at a clinic that looks at alerts, or not. */
async function scene({ named = true, host = false } = {}) {
  const made = await inTheRoom();
  const raised: NewSafetyAlert[] = [];
  const state: { error?: BackendError } = {};
  const safety: Partial<SafetyService> = {
    policy: () => Promise.resolve(named ? policy : null),
    raise(alert) {
      if (state.error) return Promise.reject(state.error);
      raised.push(alert);
      const receivedAt = new Date().toISOString();
      return Promise.resolve({ ...alert, id: `a-${raised.length}`, personId: 'p-1', receivedAt });
    },
  };
  Object.assign(made.backend, { safety });
  made.room.others(
    aPerson('Ben', { guest: 'guest-of-ben' }),
    aPerson('Luis', { host, guest: 'l' }),
  );
  return { ...made, raised, state };
}

describe('<group-room> for who needs support while no facilitator is there', () => {
  it('shows the crisis help at once, and tells the clinic, saying who sees it and when', async () => {
    const { el, raised } = await scene();
    button(el, 'I need support').click();
    await shows(el, '[part=support]');
    expect(query(el, '[part=support] .help-list'), 'help comes first').to.exist;
    await shows(el, '[data-support]');
    expect(text(el)).to.include('No one is looking at alerts.');
    await expect(el).to.be.accessible();
    button(el, 'Tell your care team that I need support').focus();
    await sendKeys({ press: 'Enter' });
    await hears(el, 'Your care team has got it. Nobody has looked at it yet.');
    await waitUntil(() => focused(el)?.matches('.panel'), 'the focus is not lost');
    expect(raised[0]?.triggers).to.deep.equal([{ type: 'support-call', meetingId: 'group-1' }]);
    expect(button(el, 'Tell your care team again')).to.exist;
  });

  it('says when it has not been sent, or waits for the network', async () => {
    const { el, state } = await scene();
    button(el, 'I need support').click();
    await shows(el, '[data-support]');
    state.error = new BackendError('unavailable');
    button(el, 'Tell your care team').click();
    await hears(el, 'This did not get through.');
    state.error = new BackendError('offline', { detail: 'queued' });
    button(el, 'Tell your care team').click();
    await hears(el, 'You are offline, so this is not sent yet.');
    expect(query(el, '[data-support]')).to.equal(null);
    await expect(el).to.be.accessible();
  });

  it('offers nobody who would not get it', async () => {
    const { el } = await scene({ named: false });
    button(el, 'I need support').click();
    await shows(el, '[part=support] .help-list');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(query(el, '[data-support]')).to.equal(null);
  });

  it('asks the facilitator, when there is one', async () => {
    const { el } = await scene({ host: true });
    button(el, 'I need support').click();
    await says(el, 'Tell Luis');
    expect(text(el)).not.to.include('Tell your care team');
  });
});

describe('<group-room> for who reports somebody', () => {
  it('takes a reason and words, by keyboard, and says who reads it', async () => {
    const { el, raised } = await scene({ host: true });
    button(el, 'People').click();
    await waitUntil(() => query(el, 'button.report'));
    button(el, 'Report somebody').focus();
    await sendKeys({ press: 'Enter' });
    await shows(el, 'form.report');
    await waitUntil(() => focused(el)?.id === 'report', 'the focus is on the form');
    expect(text(el)).to.include('Nobody else in the room learns of it');
    expect(text(el)).to.include('No one is looking at alerts.');
    await expect(el).to.be.accessible();
    query<HTMLInputElement>(el, 'form.report input:checked')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    const field = query<HTMLTextAreaElement>(el, 'form.report textarea')!;
    field.value = '  Asked for my number ';
    field.dispatchEvent(new Event('input'));
    button(el, 'Send report').click();
    await hears(el, 'Your care team has got it.');
    await shows(el, 'section.report');
    expect(text(el)).to.include('Thank you for telling us.');
    await expect(el).to.be.accessible();
    const report = { type: 'room-report', meetingId: 'group-1', guest: 'guest-of-ben' };
    expect(raised[0]?.triggers).to.deep.equal([
      { ...report, reason: 'private-questions', words: 'Asked for my number' },
    ]);
    button(el, 'Report something else').click();
    await shows(el, 'form.report');
    expect(query<HTMLTextAreaElement>(el, 'form.report textarea')?.value).to.equal('');
    button(el, 'Not now').click();
    await waitUntil(() => focused(el)?.matches('button.report'), 'the focus is back');
  });

  it('loses no words when it does not get through', async () => {
    const { el, state, raised } = await scene();
    state.error = new BackendError('offline');
    button(el, 'People').click();
    await waitUntil(() => query(el, 'button.report'));
    button(el, 'Report somebody').click();
    await shows(el, 'form.report');
    const field = query<HTMLTextAreaElement>(el, 'form.report textarea')!;
    field.value = 'These words';
    field.dispatchEvent(new Event('input'));
    button(el, 'Send report').click();
    await hears(el, 'This did not get through.');
    expect(query<HTMLTextAreaElement>(el, 'form.report textarea')?.value).to.equal('These words');
    delete state.error;
    button(el, 'Send report').click();
    await hears(el, 'Your care team has got it.');
    expect(raised.length).to.equal(1);
  });

  it('is not offered where nobody reads it, or nobody can be told apart', async () => {
    const { el, room } = await scene({ named: false });
    button(el, 'People').click();
    await shows(el, '[part=people]');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(query(el, '.report')).to.equal(null);
    room.others(aPerson('Ben'));
    expect(query(el, '.report')).to.equal(null);
  });
});

describe('<group-room> and many messages', () => {
  it('counts them instead of reading them all out, and says why one has to wait', async () => {
    const { el, room } = await scene();
    for (let n = 0; n < 5; n++) room.write('Ben', `message ${n}`);
    await waitUntil(() => announced(el).includes('5 new messages.'), announced(el), {
      timeout: 3000,
    });
    expect(announced(el)).not.to.include('message 3');
  });
});
