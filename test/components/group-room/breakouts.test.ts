import { aTimeout, expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/client/errors.js';
import { RoomError } from '../../../src/client/video/video-room.js';
import '../../../src/components/group-room/define.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { aPair, going, PairsClinic } from '../../support/breakouts.js';
import { aPerson } from '../../support/fake-room.js';
import { button, focused, query, radio, render, says, shows, still, text } from './support.js';

const announced = (el: GroupRoom) =>
  [...el.renderRoot.querySelectorAll('[role=status]')].map((s) => s.textContent.trim()).join('|');
const hears = (el: GroupRoom, words: string) =>
  waitUntil(() => announced(el).includes(words), `"${words}" in: ${announced(el)}`, {
    timeout: 4000,
  });
const beside = (el: GroupRoom) => query(el, '[part=breakout]')?.textContent.replace(/\s+/g, ' ');

async function inTheGroup(clinic = new PairsClinic()) {
  const el = await render(clinic.backend, 'group-1');
  el.roomFactory = clinic.makeRoom;
  await shows(el, '[part=enter]');
  button(el, 'Go in').click();
  await shows(el, '.room');
  clinic.people();
  return { el, clinic };
}

async function invited(seconds = 600) {
  const scene = await inTheGroup();
  scene.clinic.tell(going(seconds));
  await shows(scene.el, '#invitation');
  return scene;
}

async function inThePair(seconds = 600) {
  const scene = await invited(seconds);
  button(scene.el, 'Go').click();
  await waitUntil(() => scene.clinic.into === 'pair-1');
  await says(scene.el, 'Your talk with Maya');
  return scene;
}

async function asHost(pairings = [{ mentor: 'g-maya', mentee: 'g-bo' }]) {
  const scene = await inTheGroup(new PairsClinic({ you: 'g-luis', running: null, pairings }));
  const { el, clinic } = scene;
  clinic.room.me({ host: true });
  clinic.room.others(
    aPerson('Maya', { guest: 'g-maya' }),
    aPerson('Ana', { guest: 'g-ana' }),
    aPerson('Bo', { guest: 'g-bo' }),
    aPerson('Cleo', { guest: 'g-cleo' }),
  );
  await says(el, 'Facilitate');
  button(el, 'Facilitate').click();
  await shows(el, '.pairs form');
  return scene;
}

describe('<group-room> for who is asked into a pair', () => {
  it('asks, says it politely once, and takes nobody anywhere by itself', async () => {
    const { el, clinic } = await invited();
    await hears(el, 'Luis suggests that you talk with Maya for 10 minutes.');
    expect(query(el, '#invitation')?.textContent).to.include('Talk with Maya for 10 minutes');
    await still(el);
    await expect(el).to.be.accessible();
    clinic.tell(going(600));
    await aTimeout(100);
    expect(clinic.into).to.equal('group');
    expect(announced(el).match(/Luis suggests/g)).to.have.length(1);
  });

  it('stays when they choose to, says so to the backend, and lets them go later', async () => {
    const { el, clinic } = await invited();
    button(el, 'Stay in the group').focus();
    await sendKeys({ press: 'Enter' });
    await hears(el, 'You stay in the group.');
    expect(clinic.asked).to.include('at group');
    await waitUntil(() => focused(el)?.matches('.room'), 'the focus is in the room');
    expect(beside(el)).to.include('You can talk with Maya until');
    button(el, 'Go now').click();
    await waitUntil(() => clinic.into === 'pair-1');
  });

  it('goes and comes back, by keyboard, with devices as they were', async () => {
    const { el, clinic } = await invited();
    const group = clinic.room;
    group.me({ microphone: true, camera: false });
    const moved = oneEvent(el, 'wf-room-moved');
    button(el, 'Go').focus();
    await sendKeys({ press: 'Enter' });
    expect(await moved).to.include({ meetingId: 'group-1', to: 'breakout' });
    await hears(el, 'You are in the room for your talk with Maya. You have 10 minutes.');
    expect([group.left, group.listening]).to.deep.equal([1, 0]);
    expect(clinic.room.joins[0]?.name).to.equal('Jordan');
    expect(clinic.room.asked).to.deep.equal([['microphone', true, undefined]]);
    expect(clinic.asked).to.include('at pair');
    expect(beside(el)).to.include('10 minutes left').and.include('Nobody else is here yet');
    await waitUntil(() => focused(el)?.matches('.room'), 'the focus is in the new room');
    await expect(el).to.be.accessible();
    clinic.room.others(aPerson('Maya', { guest: 'g-maya' }));
    await waitUntil(() => beside(el)?.includes('You are with Maya'));
    button(el, 'Back to the group').focus();
    await sendKeys({ press: 'Enter' });
    await hears(el, 'You are back in the group.');
    expect(clinic.rooms.map(({ into }) => into)).to.deep.equal(['group', 'pair-1', 'group']);
    expect(clinic.rooms[1]?.room.left).to.equal(1);
    await waitUntil(() => focused(el)?.matches('.room'));
  });

  it('says who is missing, and why as far as it is known', async () => {
    const { el, clinic } = await inThePair();
    clinic.tell(going(600, [aPair({ at: 'pair' }, { at: 'group' })]));
    await waitUntil(() => beside(el)?.includes('In the group for now: Maya'));
    clinic.tell(going(600, [aPair({ at: 'pair' }, { at: 'pair' })]));
    clinic.room.others(aPerson('Maya'));
    await waitUntil(() => !beside(el)?.includes('In the group'));
    clinic.room.others();
    await waitUntil(() => beside(el)?.includes('Maybe the connection was lost'));
  });

  it('says one minute before the end once, and takes them back at the end', async () => {
    const { el, clinic } = await inThePair(33);
    await hears(el, 'One minute left.');
    await waitUntil(() => beside(el)?.includes('You go back to the group in'), 'the notice', {
      timeout: 6000,
    });
    clinic.tell(going(1.2));
    await hears(el, 'You are back in the group.');
    expect(clinic.into).to.equal('group');
    await expect(el).to.be.accessible();
  });

  it('says that the host calls everybody back', async () => {
    const { el, clinic } = await inThePair();
    clinic.tell(going(30));
    await hears(el, 'Luis calls everybody back. You go back to the group in 30 seconds.');
    clinic.tell({ ...clinic.told, running: null });
    await hears(el, 'You are back in the group.');
  });

  it('is back in the group when the pair’s room ends by itself', async () => {
    const { el, clinic } = await inThePair();
    clinic.room.me({ camera: true });
    clinic.room.set({ connection: 'failed', people: [], error: new RoomError('connection-lost') });
    await hears(el, 'You are back in the group.');
    await waitUntil(() => clinic.room.asked.some(([device]) => device === 'camera'), 'the camera');
    expect(text(el)).not.to.include('You are no longer in the room');
  });

  it('stays in the group with words when the way in is refused', async () => {
    const { el, clinic } = await invited();
    clinic.refusal = new BackendError('conflict', { detail: 'breakout-over' });
    button(el, 'Go').click();
    await hears(el, 'The time in pairs is over.');
    expect([clinic.rooms.length, clinic.room.left]).to.deep.equal([1, 0]);
  });

  it('is brought back to the group with words when the room does not open', async () => {
    const { el, clinic } = await invited();
    clinic.joinRefusal = new RoomError('room-full');
    button(el, 'Go').click();
    await hears(el, 'We could not open the room for your talk.');
    expect(clinic.rooms.map(({ into }) => into)).to.deep.equal(['group', 'pair-1', 'group']);
    expect(clinic.rooms[1]?.room.left).to.equal(1);
    await expect(el).to.be.accessible();
    button(el, 'Try again').click();
    await says(el, 'Your talk with Maya');
  });

  it('can leave for good on the way, and in the pair', async () => {
    const { el, clinic } = await inThePair();
    const left = oneEvent(el, 'wf-room-left');
    button(el, 'Leave quietly').click();
    expect(await left).to.include({ reason: 'left' });
    expect(clinic.room.left).to.equal(1);
    await says(el, 'You left the room');
    expect(query(el, '[part=breakout]')).to.equal(null);
  });

  it('calls the host from the pair, and says how far it has come', async () => {
    const { el, clinic } = await inThePair();
    button(el, 'I need support').click();
    await shows(el, '[part=support] [data-support]');
    expect(query(el, '[part=support]')?.textContent).to.include('Luis is in the group.');
    expect(query(el, '[part=support] .help-list'), 'the crisis help is there').to.exist;
    await expect(el).to.be.accessible();
    button(el, 'Tell Luis').click();
    await hears(el, 'Sent to Luis. They may not have looked at it yet.');
    expect(clinic.asked).to.include('call');
    await waitUntil(() => focused(el)?.matches('.panel'));
    clinic.tell(going(600, [aPair({ at: 'pair', seen: true })]));
    await says(el, 'Luis has seen that you need support.');
  });

  it('tells who is in no pair that the others are', async () => {
    const { el, clinic } = await inTheGroup();
    clinic.tell(going(600, []));
    await says(el, 'Some people are talking in pairs until');
    expect(query(el, '#invitation')).to.equal(null);
  });

  it('asks who comes late, too', async () => {
    const { el } = await inTheGroup(new PairsClinic(going(400)));
    await shows(el, '#invitation');
    expect(text(el)).to.include('Talk with Maya for 7 minutes');
  });
});

describe('<group-room> for who sends people into pairs', () => {
  it('suggests mentors with their mentees, can be changed by keyboard, and begins', async () => {
    const { el, clinic } = await asHost();
    expect(query(el, '.pairs ul')?.textContent.replace(/\s+/g, ' ')).to.match(
      /Pair 1: Maya and Bo mentor and mentee Pair 2: Ana and Cleo/,
    );
    await expect(el).to.be.accessible();
    query(el, '.pairs summary')!.focus();
    await sendKeys({ press: 'Enter' });
    const select = query<HTMLSelectElement>(el, '[data-guest=g-cleo]')!;
    select.value = '0';
    select.dispatchEvent(new Event('change'));
    button(el, 'Start pairs').click();
    await says(el, 'Ana would be alone in pair 2');
    expect(clinic.asked.filter((each) => each.includes('start'))).to.deep.equal([]);
    const other = query<HTMLSelectElement>(el, '[data-guest=g-ana]')!;
    other.value = '1';
    other.dispatchEvent(new Event('change'));
    await says(el, 'In the group with you: Cleo');
    await expect(el).to.be.accessible();
    radio(el, 'length', 0).click();
    button(el, 'Start pairs').click();
    await hears(el, 'They have been asked.');
    const start = JSON.parse(clinic.asked.find((each) => each.includes('start'))!) as object;
    expect(start).to.deep.equal({
      type: 'start',
      pairs: [
        [
          { guest: 'g-maya', name: 'Maya' },
          { guest: 'g-ana', name: 'Ana' },
          { guest: 'g-bo', name: 'Bo' },
        ],
      ],
      minutes: 5,
    });
    await waitUntil(() => focused(el)?.matches('.panel'), 'the focus stays in the panel');
  });

  it('shows who is where and how long, and ends it for everybody', async () => {
    const { el, clinic } = await asHost();
    button(el, 'Start pairs').click();
    await says(el, 'has not answered yet');
    const { running } = clinic.told;
    const [pair] = running!.pairs;
    const people = pair!.people.map((each) => ({ ...each, at: 'pair' as const }));
    clinic.room.others(aPerson('Ana', { guest: 'g-ana' }), aPerson('Cleo', { guest: 'g-cleo' }));
    clinic.tell({ ...clinic.told, running: { ...running!, pairs: [{ ...pair!, people }] } });
    await says(el, 'Maya in the pair');
    expect(text(el)).to.match(/Until .+ 10 minutes left/);
    await still(el);
    await expect(el).to.be.accessible();
    button(el, 'End for everybody').click();
    await hears(el, 'Everybody has been called back.');
    expect(clinic.asked.at(-1)).to.equal('{"type":"end"}');
    await says(el, 'They are here in a moment.');
  });

  it('hears a call for support from a pair, answers it, visits, and comes back', async () => {
    const { el, clinic } = await asHost();
    const called = aPair({ at: 'pair', callsSince: new Date().toISOString() }, { at: 'pair' });
    clinic.tell({ ...clinic.told, ...going(600, [called]), you: 'g-luis' });
    await hears(el, 'Juniper asks for your support, in a pair. Only you know.');
    await says(el, '1 asks for support');
    query(el, '[aria-label="Seen: tell Juniper"]')!.click();
    await hears(el, 'Juniper knows that you have seen it.');
    expect(clinic.asked.at(-1)).to.equal('{"type":"answer","guest":"g-me"}');
    query(el, '[aria-label="Visit Juniper and Maya"]')!.click();
    await says(el, 'You are visiting Juniper and Maya');
    expect(clinic.into).to.equal('pair-1');
    expect(clinic.asked).not.to.include('at pair');
    await expect(el).to.be.accessible();
    button(el, 'Back to the group').click();
    await hears(el, 'You are back in the group.');
  });

  it('says what stands against it', async () => {
    const { el, clinic } = await asHost();
    clinic.keep = () => {
      throw new BackendError('conflict', { detail: 'too-late' });
    };
    button(el, 'Start pairs').click();
    await says(el, 'there is no time for pairs');
    expect(text(el)).not.to.include('has not answered yet');
  });

  it('needs two people besides the host', async () => {
    const { el, clinic } = await asHost();
    clinic.room.others(aPerson('Maya', { guest: 'g-maya' }));
    await says(el, 'At least two people besides you are needed');
  });
});

describe('<group-room> with a backend that has no pairs', () => {
  it('shows nothing of them', async () => {
    const clinic = new PairsClinic();
    Object.assign(clinic.backend.sessions!, { breakouts: undefined, keepBreakouts: undefined });
    const { el } = await inTheGroup(clinic);
    clinic.room.me({ host: true });
    await says(el, 'Facilitate');
    button(el, 'Facilitate').click();
    await shows(el, '.host-acts');
    expect(query(el, '.pairs')).to.equal(null);
  });
});
