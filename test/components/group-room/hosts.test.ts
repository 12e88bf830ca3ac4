import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { RoomError } from '../../../src/client/video/video-room.js';
import '../../../src/components/group-room/define.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { aPerson } from '../../support/fake-room.js';
import { aMeeting, agreed, meetingBackend } from '../../support/meetings.js';
import { button, focused, inTheRoom, query, render, says, shows, text } from './support.js';

const announced = (el: GroupRoom) =>
  [...el.renderRoot.querySelectorAll('[role=status]')].map((s) => s.textContent.trim()).join('|');
const hears = (el: GroupRoom, words: string) =>
  waitUntil(() => announced(el).includes(words), `"${words}" in: ${announced(el)}`);
const labelled = (el: GroupRoom, label: string) => query(el, `[aria-label="${label}"]`)!;

async function asHost() {
  const scene = await inTheRoom();
  scene.room.me({ host: true });
  scene.room.others(aPerson('Ana'), aPerson('Ben'));
  await says(scene.el, 'Facilitate');
  return scene;
}

async function withHost() {
  const scene = await inTheRoom();
  scene.room.others(aPerson('Luis', { host: true }), aPerson('Ben'));
  await says(scene.el, 'I need support');
  return scene;
}

describe('<group-room> for who runs it', () => {
  it('mutes everyone and lowers hands, accessibly, and says so', async () => {
    const { el, room } = await asHost();
    button(el, 'Facilitate').click();
    await shows(el, '.host-acts');
    expect(focused(el)?.matches('[part=host]'), 'the menu has the focus').to.equal(true);
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'Tab' });
    expect(focused(el)).to.equal(button(el, 'Mute everyone'));
    await sendKeys({ press: 'Enter' });
    await hears(el, 'Everyone else is muted.');
    button(el, 'Lower all hands').click();
    await hears(el, 'All hands are down.');
    expect(room.facilitated).to.deep.equal(['mute', 'lower']);
    room.unheard = new RoomError('connection-lost');
    button(el, 'Mute everyone').click();
    await hears(el, 'Nothing has changed.');
    await expect(el).to.be.accessible();
  });

  it('removes somebody after a question, with a reason, by keyboard', async () => {
    const { el, room } = await asHost();
    button(el, 'Facilitate').click();
    await shows(el, '.host-acts');
    labelled(el, 'Remove Ben…').click();
    await waitUntil(() => focused(el)?.matches('.removal input'), 'the question has the focus');
    await expect(el).to.be.accessible();
    button(el, 'Let them stay').click();
    await waitUntil(() => focused(el)?.ariaLabel === 'Remove Ben…', 'the focus is back');
    expect(room.facilitated).to.deep.equal([]);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(el)?.matches('.removal input'));
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await hears(el, 'Ben is no longer in the room.');
    expect(room.facilitated).to.deep.equal(['remove ben unsettled']);
    await waitUntil(() => focused(el)?.matches('.panel'), 'the focus stays in the menu');
  });

  it('hears of a call for support, and answers it', async () => {
    const { el, room } = await asHost();
    const call = { personId: 'ana', name: 'Ana', at: 1 };
    room.set({ supportCalls: [call] });
    await hears(el, 'Ana asks for your support. Only you know.');
    button(el, '1 asks for support').click();
    await shows(el, '.host-acts');
    await expect(el).to.be.accessible();
    labelled(el, 'Seen: tell Ana').click();
    await hears(el, 'Ana knows that you have seen it.');
    expect(room.facilitated).to.deep.equal(['answer ana']);
    await waitUntil(() => focused(el)?.matches('.panel'));
    expect(text(el)).not.to.include('asks for support');
  });

  it('is not offered to anybody else, nor where the room knows no hosts', async () => {
    const { el, room } = await withHost();
    expect(query(el, '[data-panel=host]')).to.equal(null);
    Object.assign(room, { askForSupport: undefined });
    room.others(aPerson('Ana'));
    await waitUntil(() => !query(el, '[data-panel=support]'));
  });
});

describe('<group-room> for who needs support', () => {
  it('tells the facilitator alone, and says who has got it, beside the crisis help', async () => {
    const { el, room } = await withHost();
    button(el, 'I need support').click();
    await shows(el, '[part=support]');
    expect(query(el, '[part=support] .help-list'), 'the crisis help is there').to.exist;
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'Tab' });
    expect(focused(el)).to.equal(button(el, 'Tell Luis'));
    await sendKeys({ press: 'Enter' });
    await hears(el, 'Sent to Luis. It has not arrived yet.');
    expect(room.facilitated).to.deep.equal(['support']);
    await waitUntil(() => focused(el)?.matches('.panel'), 'the focus is not lost');
    room.set({ support: 'received' });
    await hears(el, 'They may not have looked at it yet.');
    await expect(el).to.be.accessible();
    room.set({ support: 'seen' });
    await hears(el, 'Luis has seen that you need support.');
    expect(button(el, 'Tell Luis again')).to.exist;
  });

  it('promises nothing while no facilitator is there, or the call did not get through', async () => {
    const { el, room } = await withHost();
    button(el, 'I need support').click();
    await shows(el, '[data-support]');
    room.unheard = new RoomError('connection-lost');
    button(el, 'Tell Luis').click();
    await hears(el, 'Your call did not get through.');
    expect(query(el, '[part=support]')?.textContent).to.include('did not get through');
    room.set({ support: 'sent' });
    room.others(aPerson('Ben'));
    await hears(el, 'The facilitator has left the room.');
    expect(query(el, '[part=support]')?.textContent).to.include('No facilitator is in the room');
    expect(query(el, '[data-support]')).to.equal(null);
    expect(query(el, '[part=support] .help-list')).to.exist;
  });
});

describe('<group-room> for whom a facilitator moved', () => {
  it('says that they were muted, and lets them speak again', async () => {
    const { el, room } = await withHost();
    room.set({ mutedByHost: true });
    await hears(el, 'The facilitator muted everyone. You can unmute when you want to speak.');
    expect(button(el, 'Unmute')).to.exist;
  });

  it('says that their hand was lowered', async () => {
    const { el, room } = await withHost();
    button(el, 'Raise hand').click();
    await hears(el, 'Your hand is up.');
    room.me({ handRaisedAt: undefined });
    await hears(el, 'Your hand is down.');
  });

  it('has kind words and help for who was removed', async () => {
    const { el, room } = await withHost();
    const left = oneEvent(el, 'wf-room-left');
    const error = new RoomError('ejected', { removal: 'unsettled' });
    room.set({ connection: 'failed', people: [], error });
    expect(await left).to.include({ reason: 'ejected' });
    await says(el, 'This says nothing about your worth or your recovery.');
    expect(text(el)).to.include('The group needed some quiet.');
    expect(query(el, '.after .help-list'), 'help is open').to.exist;
    await expect(el).to.be.accessible();
  });
});

describe('<group-room> whose host ended a visit', () => {
  it('tells them live when they are let back, and takes them back', async () => {
    const meeting = aMeeting({ accepted: agreed });
    const { el, room, backend } = await inTheRoom({
      meeting,
      services: { get: () => Promise.resolve({ ...meeting }) },
    });
    const know = (removed: true | undefined) => {
      if (removed) meeting.removed = removed;
      else delete meeting.removed;
      backend.emit({ topic: 'sessions', ids: [meeting.id] });
    };
    know(true);
    room.set({ connection: 'failed', people: [], error: new RoomError('ejected') });
    await hears(el, 'If Luis lets you back in, this page tells you');
    expect(text(el)).not.to.include('Come back in');
    await expect(el).to.be.accessible();
    know(undefined);
    await hears(el, 'Luis lets you back in. You can come back when you are ready.');
    button(el, 'Come back in').click();
    await shows(el, '[part=enter]');
    expect(text(el)).to.include('The doors are open');
  });

  it('shows them no way in at the door that leads nowhere', async () => {
    const meeting = aMeeting({ accepted: agreed, removed: true });
    const { backend } = meetingBackend([meeting], { get: () => Promise.resolve({ ...meeting }) });
    const el = await render(backend, meeting.id);
    await hears(el, 'If Luis lets you back in, you can go in here.');
    expect(query(el, '[part=enter]')).to.equal(null);
    expect(query(el, '.help-list'), 'help is open').to.exist;
    await expect(el).to.be.accessible();
    delete meeting.removed;
    backend.emit({ topic: 'sessions', ids: [meeting.id] });
    await shows(el, '[part=enter]');
    await hears(el, 'The doors are open');
  });
});

describe('<group-room> and the screen', () => {
  it('keeps it on in the room, and lets it go after', async () => {
    const { wakeLock } = navigator;
    const released: number[] = [];
    let asked = 0;
    const request = () => {
      const n = asked++;
      return Promise.resolve({ release: () => Promise.resolve(void released.push(n)) });
    };
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
    try {
      const { el } = await inTheRoom();
      expect(asked).to.equal(1);
      // The browser let go of it while the page was hidden.
      document.dispatchEvent(new Event('visibilitychange'));
      await waitUntil(() => asked === 2);
      button(el, 'Leave').click();
      await shows(el, '.after');
      expect(released).to.include(1);
      document.dispatchEvent(new Event('visibilitychange'));
      expect(asked, 'nothing asks for it after').to.equal(2);
    } finally {
      Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: wakeLock });
    }
  });
});
