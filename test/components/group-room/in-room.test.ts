import { aTimeout, expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/client/errors.js';
import { RoomError } from '../../../src/client/video/video-room.js';
import '../../../src/components/group-room/define.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { aSession } from '../../support/fake-backend.js';
import { aPerson } from '../../support/fake-room.js';
import { aMeeting, agreed } from '../../support/meetings.js';
import { atTheDoor, button, focused, inTheRoom, query, says, shows, text } from './support.js';

const tiles = (el: GroupRoom) => [...el.renderRoot.querySelectorAll<HTMLElement>('.tile')];
const announced = (el: GroupRoom) =>
  [...el.renderRoot.querySelectorAll('[role=status]')].map((s) => s.textContent.trim()).join('|');

describe('<group-room> in the room', () => {
  it('shows people first, accessibly, and takes the focus', async () => {
    const { el, room } = await inTheRoom();
    await waitUntil(() => focused(el)?.matches('.room'));
    expect(text(el)).to.include('You are the first one here.');
    room.others(aPerson('Ana'), aPerson('Ben', { microphone: false }));
    await waitUntil(() => tiles(el).length === 3);
    expect(tiles(el).map((tile) => tile.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'J Jordan (you) muted',
      'A Ana',
      'B Ben muted',
    ]);
    await expect(el).to.be.accessible();
    button(el, 'People (3)').click();
    await shows(el, '[part=people]');
    await expect(el).to.be.accessible();
  });

  it('keeps every tile where it is, and renders only those that changed', async () => {
    const { el, room } = await inTheRoom();
    room.others(aPerson('Ana'), aPerson('Ben'));
    await waitUntil(() => tiles(el).length === 3);
    const before = tiles(el);
    const changes: Node[] = [];
    const observer = new MutationObserver((records) =>
      changes.push(...records.map((r) => r.target)),
    );
    observer.observe(query(el, '.tiles')!, {
      subtree: true,
      attributes: true,
      childList: true,
      characterData: true,
    });
    room.set({
      people: room.state.people.map((p) => (p.name === 'Ben' ? { ...p, speaking: true } : p)),
    });
    await waitUntil(() => query(el, '.speaking'));
    observer.disconnect();
    expect(changes.every((node) => before[2]?.contains(node))).to.equal(true);
    room.others(...room.state.people.slice(1), aPerson('Cleo'));
    await waitUntil(() => tiles(el).length === 4);
    expect(tiles(el).slice(0, 3)).to.deep.equal(before);
  });

  it('marks who speaks, whose hand is up and whose connection is broken', async () => {
    const { el, room } = await inTheRoom();
    room.others(
      aPerson('Ana', { speaking: true, handRaisedAt: 20 }),
      aPerson('Ben', { handRaisedAt: 10, connection: 'interrupted' }),
      aPerson('Cleo', { connection: 'connecting' }),
    );
    await waitUntil(() => tiles(el).length === 4);
    const [, ana, ben, cleo] = tiles(el);
    expect(ana?.matches('.speaking')).to.equal(true);
    expect(ana?.textContent).to.include('hand up, number 2');
    expect(ana?.innerText.trim(), 'the name is read before the hand').to.match(/^A\s+Ana/);
    expect(ben?.textContent).to.include('hand up, number 1');
    expect(ben?.textContent).to.include('Reconnecting…');
    expect(cleo?.textContent).to.include('Connecting…');
    button(el, 'People').click();
    await shows(el, '.hands');
    expect(query<HTMLElement>(el, '.hands')?.innerText.split('\n')).to.deep.equal(['Ben', 'Ana']);
  });

  it('turns microphone, camera and hand on and off, and says so', async () => {
    const { el, room } = await inTheRoom();
    button(el, 'Unmute').click();
    await waitUntil(() => announced(el).includes('Microphone on.'));
    button(el, 'Mute').click();
    await waitUntil(() => announced(el).includes('Microphone off.'));
    button(el, 'Start video').click();
    await waitUntil(() => announced(el).includes('Camera on.'));
    button(el, 'Stop video').click();
    await waitUntil(() => announced(el).includes('Camera off.'));
    button(el, 'Raise hand').click();
    await waitUntil(() => announced(el).includes('Your hand is up.'));
    button(el, 'Lower hand').click();
    await waitUntil(() => announced(el).includes('Your hand is down.'));
    expect(room.state.people[0]).to.include({ microphone: false, camera: false });
  });

  it('says why a device did not start', async () => {
    const { el, room } = await inTheRoom();
    room.others(aPerson('Ana'));
    room.deviceError = new RoomError('device-in-use', { device: 'camera' });
    button(el, 'Start video').click();
    await says(el, 'Another app or tab is using your camera.');
    await expect(el).to.be.accessible();
  });

  it('tells people that they speak while muted', async () => {
    const { el, room } = await inTheRoom();
    room.me({ speaking: true });
    await says(el, 'You are muted. Nobody hears you now.');
    expect(query(el, '.tile.speaking'), 'no ring: the room does not hear it').to.equal(null);
  });

  it('lets people write, keeps what was not sent, and says what others wrote', async () => {
    const { el, room } = await inTheRoom();
    room.others(aPerson('Ana'));
    room.write('Ana', 'Glad you are here');
    await says(el, '1 new');
    await waitUntil(() => announced(el).includes('Ana wrote: Glad you are here'), '', {
      timeout: 2000,
    });
    button(el, '1 new').click();
    await waitUntil(() => focused(el)?.ariaLabel === 'Messages', 'the messages have the focus');
    await shows(el, '.messages');
    expect(button(el, 'Messages').ariaExpanded).to.equal('true');
    await expect(el).to.be.accessible();
    const field = query<HTMLTextAreaElement>(el, '.write textarea')!;
    field.focus();
    await sendKeys({ type: 'Hm, me too' });
    expect(room.state.people[0]?.microphone, 'in the field M is a letter').to.equal(false);
    room.set({ connection: 'reconnecting' });
    await sendKeys({ press: 'Enter' });
    await says(el, 'This was not sent');
    expect(field.value).to.equal('Hm, me too');
    await expect(el).to.be.accessible();
    room.set({ connection: 'joined' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => announced(el).includes('Sent.'));
    expect([field.value, focused(el)]).to.deep.equal(['', field]);
    expect(text(el)).not.to.include('This was not sent');
    const lines = [...el.renderRoot.querySelectorAll<HTMLElement>('.messages > li')];
    expect(lines.map((line) => line.innerText.split(/\s*\n\s*/))).to.deep.equal([
      ['Ana', 'Glad you are here'],
      ['You', 'Hm, me too'],
    ]);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !query(el, '[part=messages]'));
    expect(focused(el)?.textContent.trim()).to.equal('Messages');
  });

  it('has the newest message in view, and leaves where they are who read earlier ones', async () => {
    const { el, room } = await inTheRoom();
    const message = (n: number) => ({
      ...{ id: `m${n}`, name: 'Ana', self: false, at: n },
      text: `Message ${n}`,
    });
    const messages = Array.from({ length: 40 }, (_, n) => message(n));
    room.others(aPerson('Ana'));
    room.set({ messages });
    await waitUntil(() => text(el).includes('new'));
    query(el, '[data-panel=messages]')!.click();
    await shows(el, '.messages');
    const panel = query(el, '.panel')!;
    const fromEnd = () => panel.scrollHeight - panel.clientHeight - panel.scrollTop;
    await waitUntil(() => panel.scrollTop > 0 && fromEnd() < 2, 'it begins at the newest');
    room.set({ messages: [...messages, message(40)] });
    await waitUntil(() => text(el).includes('Message 40') && fromEnd() < 2, 'and stays there');
    panel.scrollTop = 200;
    await new Promise((resolve) => setTimeout(resolve, 100));
    room.set({ messages: [...messages, message(40), message(41)] });
    await waitUntil(() => text(el).includes('Message 41'));
    expect(panel.scrollTop).to.equal(200);
  });

  it('shows reactions with their person, in words too', async () => {
    const { el, room } = await inTheRoom();
    room.others(aPerson('Ana', { reaction: 'sparkles' }));
    await waitUntil(() => tiles(el)[1]?.textContent.includes('celebrates'));
    button(el, 'Messages').click();
    await shows(el, '.reactions');
    query(el, '.reactions [aria-label="Send a heart"]')!.click();
    await waitUntil(() => tiles(el)[0]?.textContent.includes('sends a heart'));
    await waitUntil(() => announced(el).includes('Everyone sees it.'));
    await expect(el).to.be.accessible();
  });

  it('offers no messages where the room carries none', async () => {
    const { el, room } = await inTheRoom();
    Object.assign(room, { say: undefined });
    room.others(aPerson('Ana'));
    await waitUntil(() => tiles(el).length === 2);
    expect(text(el)).not.to.include('Messages');
  });

  it('says what it gave up when the network is slow', async () => {
    const { el, room } = await inTheRoom();
    room.others(aPerson('Ana'));
    room.set({ reduced: 'picture' });
    await says(el, 'Your picture is smaller');
    room.set({ reduced: 'camera' });
    await says(el, 'so we turned it off');
    await expect(el).to.be.accessible();
    room.set({ reduced: undefined });
    await waitUntil(() => !text(el).includes('so we turned it off'));
  });

  it('has shortcuts in the room alone, which can be turned off', async () => {
    const { el, room } = await inTheRoom();
    const self = () => room.state.people[0];
    await waitUntil(() => focused(el)?.matches('.room'));
    await sendKeys({ press: 'm' });
    await waitUntil(() => self()?.microphone);
    await sendKeys({ press: 'V' });
    await waitUntil(() => self()?.camera);
    await sendKeys({ press: 'h' });
    await waitUntil(() => self()?.handRaisedAt);
    expect(button(el, 'Mute').getAttribute('aria-keyshortcuts')).to.equal('M');
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'm' });
    await sendKeys({ up: 'Control' });
    await aTimeout(30);
    expect(self()?.microphone, 'with Control it is the browser’s').to.equal(true);
    const outside = document.createElement('input');
    document.body.append(outside);
    outside.focus();
    await sendKeys({ press: 'm' });
    await aTimeout(30);
    expect(self()?.microphone, 'elsewhere it is a letter').to.equal(true);
    outside.remove();
    button(el, 'People').click();
    await shows(el, '.shortcuts');
    const box = query<HTMLInputElement>(el, '.shortcuts input')!;
    box.focus();
    await sendKeys({ press: 'm' });
    await aTimeout(30);
    expect(self()?.microphone, 'in a field it is a letter').to.equal(true);
    box.click();
    query(el, '.room')!.focus();
    await sendKeys({ press: 'm' });
    await aTimeout(30);
    expect(self()?.microphone, 'turned off').to.equal(true);
    expect(button(el, 'Mute').hasAttribute('aria-keyshortcuts')).to.equal(false);
    box.click();
  });

  it('keeps the focus while people come and go, and closes the list with Escape', async () => {
    const { el, room } = await inTheRoom();
    button(el, 'Raise hand').focus();
    room.others(aPerson('Ana'), aPerson('Ben'));
    await waitUntil(() => tiles(el).length === 3);
    room.others(aPerson('Ben'));
    await waitUntil(() => tiles(el).length === 2);
    expect(focused(el)?.textContent.trim()).to.equal('Raise hand');
    button(el, 'People').click();
    await waitUntil(() => focused(el)?.ariaLabel === 'Who is here', 'the list has the focus');
    expect(button(el, 'People').ariaExpanded).to.equal('true');
    await sendKeys({ press: 'Tab' });
    expect(focused(el)?.matches('[part=people] input'), 'reading goes on in it').to.equal(true);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !query(el, '[part=people]'));
    expect(focused(el)?.textContent).to.include('People');
    expect(button(el, 'People').ariaExpanded).to.equal('false');
  });

  it('puts what opens after the button that opens it', async () => {
    const { el } = await inTheRoom();
    for (const [words, part] of [
      ['People', 'people'],
      ['Devices', 'room-devices'],
    ] as const) {
      button(el, words).click();
      await shows(el, `[part=${part}]`);
      const place = button(el, words).compareDocumentPosition(query(el, `[part=${part}]`)!);
      expect(place, words).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    }
    expect(query(el, '[part=people]'), 'one at a time').to.equal(null);
  });

  it('speaks from a live region that was there before, and is silent once it is over', async () => {
    const { el } = await atTheDoor();
    const regions = () => [...el.renderRoot.querySelectorAll('[role=status]')];
    const before = regions();
    button(el, 'Go in').click();
    await waitUntil(() => announced(el).includes('You are in the room.'));
    const spoke = regions().filter((region) => region.textContent.includes('You are in the room.'));
    expect(spoke).to.have.length(1);
    expect(before).to.include(spoke[0]);
    button(el, 'Leave').click();
    await shows(el, '.after');
    expect(announced(el)).not.to.include('You are in the room.');
    expect(regions()).to.include(spoke[0]);
  });

  it('says again what is said again', async () => {
    const { el, room } = await inTheRoom();
    const said: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node.textContent) said.push(node.textContent);
    });
    for (const region of el.renderRoot.querySelectorAll('[role=status]'))
      observer.observe(region, { childList: true });
    for (const connection of ['reconnecting', 'joined', 'reconnecting', 'joined'] as const) {
      room.set({ connection });
      await el.updateComplete;
    }
    await waitUntil(() => said.filter((s) => s === 'You are connected again.').length === 2);
    observer.disconnect();
  });

  it('announces what happens, politely and in one breath', async () => {
    const { el, room } = await inTheRoom();
    expect(announced(el)).to.include('You are in the room. You are the first one here.');
    room.others(aPerson('Ana'));
    room.others(aPerson('Ana'), aPerson('Ben'));
    room.others(aPerson('Ana', { handRaisedAt: 1 }), aPerson('Ben'));
    await aTimeout(300);
    expect(announced(el), 'not one by one').not.to.include('Ana');
    await waitUntil(() => announced(el).includes('Ana and Ben came in. Ana raised a hand.'), '', {
      timeout: 2000,
    });
    // Gone and back at once is not worth a word.
    room.others(aPerson('Ana', { handRaisedAt: 1 }));
    room.others(aPerson('Ana', { handRaisedAt: 1 }), aPerson('Ben'));
    room.others(aPerson('Ben'));
    await waitUntil(() => announced(el).includes('Ana left.'), '', { timeout: 2000 });
    expect(announced(el)).not.to.include('Ben');
  });

  it('names those who were there before', async () => {
    const { el, room } = await inTheRoom();
    button(el, 'Leave').click();
    await shows(el, '.after');
    room.state = { connection: 'idle', people: [aPerson('Ana'), aPerson('Ben')] };
    button(el, 'Come back in').click();
    await shows(el, '[part=enter]');
    button(el, 'Go in').click();
    await shows(el, '.room');
    await waitUntil(() => announced(el).includes('You are in the room with Ana and Ben.'));
  });

  it('asks for a tap when the browser holds the sound back', async () => {
    const { el, room } = await inTheRoom();
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      return this.tagName === 'AUDIO'
        ? Promise.reject(new DOMException('', 'NotAllowedError'))
        : Promise.resolve();
    };
    const context = new AudioContext();
    const [audioTrack] = context.createMediaStreamDestination().stream.getAudioTracks();
    room.others(aPerson('Ana', { audioTrack }));
    await says(el, 'Tap to hear the room');
    await expect(el).to.be.accessible();
    let played = 0;
    HTMLMediaElement.prototype.play = () => (played++, Promise.resolve());
    button(el, 'Tap to hear').click();
    await waitUntil(() => !text(el).includes('Tap to hear'));
    expect(played).to.equal(1);
    expect(focused(el)?.matches('.room')).to.equal(true);
    HTMLMediaElement.prototype.play = play;
    await context.close();
  });

  it('says that it is reconnecting, and that it is back', async () => {
    const { el, room } = await inTheRoom();
    room.set({ connection: 'reconnecting' });
    await says(el, 'Your connection is weak.');
    await expect(el).to.be.accessible();
    room.set({ connection: 'joined' });
    await waitUntil(() => announced(el).includes('You are connected again.'));
  });

  it('stays in the room while it is moved, and never joins twice', async () => {
    const { el, room } = await inTheRoom();
    const parent = el.parentElement!;
    const other = document.createElement('section');
    parent.append(other);
    other.append(el);
    await aTimeout(30);
    el.remove();
    parent.prepend(el);
    await aTimeout(30);
    expect(room).to.include({ left: 0, listening: 1 });
    expect(room.joins).to.have.length(1);
    room.others(aPerson('Ana'));
    await waitUntil(() => tiles(el).length === 2);
    expect(query(el, '.room')).to.exist;
  });
});

describe('<group-room> after the room', () => {
  it('says that the person left, what was noted, how to come back and what is next', async () => {
    const { el, room, attended } = await inTheRoom();
    const left = oneEvent(el, 'wf-room-left');
    button(el, 'Leave quietly').click();
    expect(await left).to.include({ meetingId: 'group-1', reason: 'left' });
    await says(el, 'You left the room');
    await waitUntil(() => focused(el)?.textContent === 'You left the room');
    expect(room).to.include({ left: 1, listening: 0 });
    await says(el, 'We let your program know.');
    expect(attended).to.have.length(2);
    expect(attended[1]).to.include({ meetingId: 'group-1', joinedAt: attended[0]?.joinedAt });
    expect(attended[1]?.leftAt).to.be.a('string');
    await says(el, 'Next one');
    await expect(el).to.be.accessible();
    button(el, 'Come back in').click();
    await shows(el, '[part=enter]');
    button(el, 'Go in').click();
    await shows(el, '.room');
    expect(room.joins).to.have.length(2);
  });

  it('does not lose that they were there when that could not be written', async () => {
    let down = false;
    const keys: (string | undefined)[] = [];
    const { el } = await inTheRoom({
      services: {
        attend: (attendance, options) => {
          keys.push(options?.idempotencyKey);
          return down ? Promise.reject(new BackendError('offline')) : Promise.resolve(attendance);
        },
      },
    });
    down = true;
    button(el, 'Leave').click();
    await says(el, 'we could not let your program know yet');
    await expect(el).to.be.accessible();
    down = false;
    button(el, 'Try again').click();
    await says(el, 'We let your program know.');
    expect(keys).to.have.length(3);
    expect(keys[1], 'the same write under the same key').to.equal(keys[2]);
  });

  it('leaves when it is taken away', async () => {
    const { el, room, attended } = await inTheRoom();
    const left = oneEvent(el, 'wf-room-left');
    el.remove();
    expect(await left).to.include({ reason: 'removed' });
    expect(room).to.include({ left: 1, listening: 0 });
    await waitUntil(() => attended[1]?.leftAt);
  });

  it('leaves and writes it down when the page goes', async () => {
    const { el, room, attended } = await inTheRoom();
    window.dispatchEvent(new Event('pagehide'));
    expect(room.left).to.equal(1);
    expect(attended.at(-1)?.leftAt).to.be.a('string');
    await says(el, 'You left the room');
  });

  it('leaves when the page asks for it, once', async () => {
    const { el, room } = await inTheRoom();
    let events = 0;
    el.addEventListener('wf-room-left', () => events++);
    el.leave();
    el.leave();
    await says(el, 'You left the room');
    expect([room.left, events]).to.deep.equal([1, 1]);
  });

  it('leaves when the person signs out, and writes nothing in another’s name', async () => {
    const session = aSession();
    const { el, room, backend, attended } = await inTheRoom({ session });
    backend.session.current = () => Promise.resolve(null);
    backend.emit({ topic: 'session' });
    await says(el, 'You were signed out, so we closed the room.');
    expect(room.left).to.equal(1);
    expect(attended).to.have.length(1);
  });

  it('leaves when the page shows another meeting', async () => {
    const { el, room } = await inTheRoom();
    el.meetingId = 'group-2';
    await says(el, 'Next one');
    expect(room.left).to.equal(1);
    expect(query(el, '[part=enter]')).to.exist;
  });

  const ends = [
    ['ejected', 'The facilitator ended your visit for now.'],
    ['token-expired', 'The time for this room is over.'],
    ['connection-lost', 'Check your Wi-Fi or mobile data, then come back in.'],
  ] as const;
  for (const [code, words] of ends)
    it(`says why it ended: ${code}`, async () => {
      const { el, room } = await inTheRoom();
      const left = oneEvent(el, 'wf-room-left');
      room.set({ connection: 'failed', people: [], error: new RoomError(code) });
      expect(await left).to.include({ reason: code });
      await says(el, words);
      expect(text(el)).to.include('You are no longer in the room');
      await expect(el).to.be.accessible();
      const back = text(el).includes('Come back in');
      expect(back, 'nobody who was removed is invited back').to.equal(code !== 'ejected');
    });

  it('offers no way back when the session is over', async () => {
    const endsAt = new Date(Date.now() + 900).toISOString();
    const { el } = await inTheRoom({ meeting: aMeeting({ endsAt, accepted: agreed }) });
    await aTimeout(1000);
    button(el, 'Leave').click();
    await says(el, 'You left the room');
    expect(text(el)).not.to.include('Come back in');
  });

  it('speaks Spanish', async () => {
    const { el } = await inTheRoom();
    el.lang = 'es';
    await says(el, 'Salir en silencio');
    button(el, 'Salir').click();
    await says(el, 'Saliste de la sala');
  });
});
