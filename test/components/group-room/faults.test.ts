import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { Attendance } from '../../../src/client/model/meeting.js';
import { BackendError } from '../../../src/client/errors.js';
import type { Device } from '../../../src/client/video/devices.js';
import { RoomError, type RoomErrorCode } from '../../../src/client/video/video-room.js';
import '../../../src/components/group-room/define.js';
import { deviceEnglish } from '../../../src/components/group-room/device.strings.js';
import deviceSpanish from '../../../src/components/group-room/device.strings.es.js';
import { afterEnglish } from '../../../src/components/group-room/after-room.strings.js';
import afterSpanish from '../../../src/components/group-room/after-room.strings.es.js';
import { roomErrors } from '../../../src/components/group-room/room-errors.strings.js';
import { roomErrors as spanishErrors } from '../../../src/components/group-room/room-errors.strings.es.js';
import { aSession } from '../../support/fake-backend.js';
import { smallMedia } from '../../support/media.js';
import { aMeeting, agreed, minutesFromNow } from '../../support/meetings.js';
import { atTheDoor, button, inTheRoom, query, radio, says, shows, text } from './support.js';

/** What a person reads who cannot get in, and what to do. */
const atDoor: [RoomErrorCode, string, string][] = [
  ['room-full', 'The room is full right now.', 'try again in a few minutes'],
  ['token-expired', 'Your way in has expired.', 'Please try again'],
  ['token-not-yet-valid', 'The room is not open for you yet.', 'try again in a few minutes'],
  ['ejected', 'You were removed from this room.', 'Your facilitator or care team can tell you why'],
  ['connection-lost', 'We could not connect you.', 'Check your internet connection'],
  ['blocked', 'This page does not allow video rooms.', 'Please tell your clinic'],
  ['not-supported', 'This browser cannot join video rooms.', 'Try a current Chrome'],
  ['transport-not-supported', 'not supported in this version', 'Please tell your clinic'],
  ['unknown', 'We could not open the room.', 'Please try again'],
];

const inside: [RoomErrorCode, Device, string, string][] = [
  ['device-in-use', 'camera', 'Another app or tab is using your camera.', 'Close it there'],
  ['no-device', 'microphone', 'We cannot find your microphone.', 'Check that it is plugged in'],
  ['permission-denied', 'camera', 'Your browser does not let us use your camera.', 'allow it'],
  ['permission-denied-by-system', 'microphone', 'keeps your microphone', 'privacy settings'],
  ['blocked', 'camera', 'This page does not allow your camera.', 'tell your clinic'],
];

const ends: [RoomErrorCode, string, string | undefined][] = [
  ['token-expired', 'The time for this room is over.', 'Come back in'],
  ['connection-lost', 'The connection was lost, and we could not get it back.', 'Come back in'],
  ['ejected', 'The facilitator ended your visit for now.', undefined],
  ['blocked', 'This page stopped the video room.', 'Come back in'],
  ['unknown', 'Something in the room stopped working.', 'Come back in'],
];

let media: ReturnType<typeof smallMedia>;
beforeEach(() => (media = smallMedia()));
afterEach(() => media.restore());

const devicesOn = async (el: Awaited<ReturnType<typeof atTheDoor>>['el']) => {
  radio(el, 'camera', 0).click();
  radio(el, 'microphone', 0).click();
  await waitUntil(() => query(el, '.mirror video') && query(el, '[role=meter]'), 'devices', {
    timeout: 5000,
  });
};
const states = () => media.opened.map(({ readyState }) => readyState);

describe('<group-room> when it breaks', () => {
  for (const [code, words, next] of atDoor)
    it(`at the door: ${code}`, async () => {
      const { el, room } = await atTheDoor();
      room.refusal = new RoomError(code);
      button(el, 'Go in').click();
      await says(el, words);
      expect(query(el, '.way-in [role=alert]')?.textContent).to.include(next);
      expect(button(el, 'Go in').ariaDisabled, 'another try is open').to.equal('false');
    });

  it('at the door: offline', async () => {
    const { el } = await atTheDoor({
      services: { access: () => Promise.reject(new BackendError('offline')) },
    });
    button(el, 'Go in').click();
    await says(el, 'You are offline. Nothing is lost. Try again when you have a connection.');
  });

  for (const [code, device, words, next] of inside)
    it(`in the room: ${code} of the ${device}`, async () => {
      const { el, room } = await inTheRoom();
      room.failWith(code, device);
      button(el, device === 'camera' ? 'Start video' : 'Unmute').click();
      await says(el, words);
      expect(text(el)).to.include(next);
      expect(query(el, '.room'), 'still in the room').to.exist;
    });

  for (const [code, words, next] of ends)
    it(`the room ends: ${code}`, async () => {
      const { el, room, attended } = await inTheRoom();
      room.set({ connection: 'failed', people: [], error: new RoomError(code) });
      await says(el, words);
      await expect(el).to.be.accessible();
      await waitUntil(() => attended.at(-1)?.leftAt, 'it is noted');
      if (next) expect(button(el, next)).to.exist;
      else expect(text(el)).not.to.include('Come back in');
      expect(room.left).to.equal(1);
    });

  it('is patient while the network is gone, and says that it is back', async () => {
    const { el, room, attended } = await inTheRoom();
    room.set({ connection: 'reconnecting' });
    await says(el, 'You do not have to do anything.');
    window.dispatchEvent(new Event('offline'));
    await aTimeout(300);
    expect(query(el, '.room'), 'nobody is thrown out').to.exist;
    window.dispatchEvent(new Event('online'));
    room.set({ connection: 'joined' });
    await says(el, 'You are connected again.');
    expect(text(el)).not.to.include('You do not have to do anything.');
    expect(attended, 'one visit').to.have.length(1);
    expect(room.left).to.equal(0);
  });

  it('stays while the page is hidden', async () => {
    const { el, room } = await inTheRoom();
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    try {
      document.dispatchEvent(new Event('visibilitychange'));
      await aTimeout(100);
      expect([room.left, !!query(el, '.room')]).to.deep.equal([0, true]);
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
      document.dispatchEvent(new Event('visibilitychange'));
    }
  });

  it('says in the room that a camera was unplugged', async () => {
    const { el } = await atTheDoor();
    el.roomFactory = undefined;
    await devicesOn(el);
    button(el, 'Go in').click();
    await shows(el, '.room');
    const camera = media.opened.find(({ kind }) => kind === 'video')!;
    camera.dispatchEvent(new Event('ended'));
    await says(el, 'We cannot find your camera.');
    expect(camera.readyState).to.equal('ended');
    button(el, 'Start video').click();
    await waitUntil(() => media.opened.length === 3, 'opened anew', { timeout: 4000 });
    el.leave();
    await waitUntil(() => states().every((state) => state === 'ended'));
  });

  it('has words of its own for each, in both languages', () => {
    for (const words of [roomErrors, spanishErrors, afterEnglish.ends, afterSpanish.ends])
      expect(new Set(Object.values(words)).size).to.equal(Object.keys(words).length);
    for (const t of [deviceEnglish, deviceSpanish])
      expect(new Set(Object.values(t.errors)).size).to.equal(Object.keys(t.errors).length);
    expect(Object.keys(spanishErrors)).to.deep.equal(Object.keys(roomErrors));
    expect(Object.keys(afterSpanish.ends)).to.deep.equal(Object.keys(afterEnglish.ends));
    expect(Object.keys(deviceSpanish.errors)).to.deep.equal(Object.keys(deviceEnglish.errors));
  });
});

describe('<group-room> releases camera and microphone', () => {
  type Scene = Awaited<ReturnType<typeof atTheDoor>>;
  const ways: [string, (scene: Scene) => unknown][] = [
    ['the person leaves', ({ el }) => button(el, 'Leave quietly').click()],
    ['the element is taken away', ({ el }) => el.remove()],
    ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
    ['the page shows another meeting', ({ el }) => (el.meetingId = 'group-2')],
    [
      'the person signs out',
      ({ backend }) => {
        backend.session.current = () => Promise.resolve(null);
        backend.emit({ topic: 'session' });
      },
    ],
  ];
  for (const [what, end] of ways)
    it(`when ${what}`, async () => {
      const scene = await atTheDoor({ session: aSession() });
      scene.el.roomFactory = undefined;
      await devicesOn(scene.el);
      button(scene.el, 'Go in').click();
      await shows(scene.el, '.room');
      expect(states()).to.deep.equal(['live', 'live']);
      end(scene);
      await waitUntil(() => states().every((state) => state === 'ended'), 'all ended');
    });
});

describe('<group-room> attendance', () => {
  const { setInterval, clearInterval } = window;
  let beats: (() => void)[];
  let stopped: unknown[];
  beforeEach(() => {
    beats = [];
    stopped = [];
    window.setInterval = ((run: () => void, ms: number) => {
      if (ms !== 120_000) return setInterval(run, ms);
      beats.push(run);
      return -beats.length;
    }) as typeof window.setInterval;
    window.clearInterval = (id) => {
      stopped.push(id);
      clearInterval(id);
    };
  });
  afterEach(() => Object.assign(window, { setInterval, clearInterval }));

  it('is written while the person is there, so that a crash costs two minutes at most', async () => {
    const { el, attended } = await inTheRoom();
    expect(beats).to.have.length(1);
    beats[0]?.();
    await waitUntil(() => attended.length === 2);
    expect(attended[1]?.joinedAt).to.equal(attended[0]?.joinedAt);
    expect(attended[1]?.leftAt, 'as if they had left now').to.be.a('string');
    button(el, 'Leave quietly').click();
    await says(el, '(1 minute)');
    expect(stopped, 'no beat after the end').to.include(-1);
    expect(attended).to.have.length(3);
  });

  it('bothers nobody with a beat that did not get through, and waits for none', async () => {
    const written: Attendance[] = [];
    let answer: () => Promise<never> = () => Promise.reject(new BackendError('offline'));
    let whileThere = false;
    const { el } = await inTheRoom({
      services: {
        attend: (attendance) => {
          written.push(attendance);
          return whileThere ? answer() : Promise.resolve(attendance);
        },
      },
    });
    let errors = 0;
    el.addEventListener('wf-error', () => errors++);
    whileThere = true;
    beats[0]?.();
    await waitUntil(() => written.length === 2);
    answer = () => new Promise(() => {});
    beats[0]?.();
    await waitUntil(() => written.length === 3);
    whileThere = false;
    button(el, 'Leave quietly').click();
    await says(el, 'We let your program know.');
    expect([written.length, errors]).to.deep.equal([4, 0]);
  });

  it('tells the minutes', async () => {
    const { el } = await inTheRoom({
      meeting: aMeeting({ accepted: agreed, startsAt: minutesFromNow(-30) }),
    });
    const { now } = Date;
    const { Date: RealDate } = window;
    const later = now() + 24 * 60_000;
    window.Date = class extends RealDate {
      constructor(...args: [] | [string]) {
        if (args.length) super(args[0]);
        else super(later);
      }
    } as DateConstructor;
    button(el, 'Leave quietly').click();
    window.Date = RealDate;
    await says(el, '(24 minutes)');
  });
});
