import { expect, waitUntil } from '@open-wc/testing';
import type { SafetyService } from '../../../src/client/backend.js';
import { BackendError } from '../../../src/client/errors.js';
import type { SafetyAlert, SafetyTrigger } from '../../../src/client/model/safety.js';
import '../../../src/components/group-room/define.js';
import { aPerson } from '../../support/fake-room.js';
import { button, focused, inTheRoom, query, says, shows, text } from './support.js';

const here = { meetingId: 'group-1' };
const report = { type: 'room-report', ...here, guest: 'guest-of-ben', reason: 'unkind' } as const;

let count = 0;
const alert = (trigger: SafetyTrigger, personId = 'sam'): SafetyAlert => ({
  id: `alert-${count++}`,
  personId,
  triggers: [trigger],
  raisedAt: '2026-11-24T18:05:00.000Z',
  receivedAt: '2026-11-24T18:05:00.000Z',
});

/** In a room as its host, at a clinic that was told these. */
async function hosting(alerts: SafetyAlert[], host = true) {
  const made = await inTheRoom();
  const acknowledged: string[] = [];
  const state = { fails: false };
  const safety: Partial<SafetyService> = {
    policy: () => Promise.resolve(null),
    list: () => Promise.resolve({ items: alerts.filter(({ id }) => !acknowledged.includes(id)) }),
    acknowledge(id) {
      if (state.fails) return Promise.reject(new BackendError('unavailable'));
      acknowledged.push(id);
      const found = alerts.find((each) => each.id === id)!;
      return Promise.resolve({ ...found, acknowledgedAt: new Date().toISOString() });
    },
  };
  Object.assign(made.backend, { safety });
  made.room.me({ host });
  made.room.others(aPerson('Ben', { guest: 'guest-of-ben' }));
  return { ...made, acknowledged, state, backend: made.backend };
}

describe('<group-room> what was told to the care team, for who runs the room', () => {
  it('says that there is something, shows it without who told it, and notes that it was seen', async () => {
    const words = 'He shouted at me.';
    const scene = await hosting([alert({ ...report, words }), alert({ type: 'not-safe-now' })]);
    const { el, acknowledged, state } = scene;
    await says(el, '1 to read');
    await says(el, 'Somebody in this session told the care team something.');
    button(el, '1 to read').click();
    await says(el, 'About Ben');
    expect(text(el)).to.include('Somebody says they were unkind or threatening.');
    expect(text(el)).to.include(words);
    expect(text(el)).not.to.include('sam');
    await expect(el).to.be.accessible();
    state.fails = true;
    button(el, 'Seen').click();
    await says(el, 'This did not get through. Please try again.');
    state.fails = false;
    button(el, 'Seen').click();
    await says(el, 'You have seen this');
    expect(acknowledged).to.have.length(1);
    expect(focused(el)?.matches('.panel'), 'the focus is not lost').to.equal(true);
    await waitUntil(() => query(el, '[data-panel=host]')?.textContent.includes('Facilitate'));
    await expect(el).to.be.accessible();
  });

  it('hears of what comes while they are there', async () => {
    const alerts: SafetyAlert[] = [];
    const { el, backend } = await hosting(alerts);
    await shows(el, '[data-panel=host]');
    button(el, 'Facilitate').click();
    await shows(el, '.host-acts');
    alerts.push(alert({ type: 'support-call', ...here, guest: 'guest-of-ben' }));
    await waitUntil(() => {
      backend.emit({ topic: 'safety' });
      return text(el).includes('Asked for support while no facilitator was here.');
    });
    expect(query(el, '.alerts strong')?.textContent).to.equal('Ben');
  });

  it('keeps to this session, and to what others told', async () => {
    const { el } = await hosting([
      alert({ ...report, meetingId: 'another' }),
      alert(report, 'jordan'),
    ]);
    button(el, 'Facilitate').click();
    await shows(el, '.host-acts');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(query(el, '.alerts')).to.equal(null);
  });

  it('is asked for by nobody but who runs the room', async () => {
    let asked = 0;
    const { el, backend } = await hosting([], false);
    const safety: Partial<SafetyService> = {
      policy: () => Promise.resolve(null),
      list: () => (asked++, Promise.resolve({ items: [] })),
    };
    Object.assign(backend, { safety });
    button(el, 'People').click();
    await says(el, 'Who is here');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).to.equal(0);
  });
});
