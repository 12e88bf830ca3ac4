import { expect } from '@open-wc/testing';
import type { DailyFatalErrorType } from '@daily-co/daily-js';
import { DailyRoom, type DailyRoomOptions } from '../../../../src/client/video/daily/daily-room.js';
import type { RoomErrorCode } from '../../../../src/client/video/video-room.js';
import { bundlePath, machines } from '../../../support/daily-stand-in/call-machines.js';
import { eventually, smallMedia } from '../../../support/media.js';

let media: ReturnType<typeof smallMedia>;
let rooms: DailyRoom[] = [];
let url: string;

const newRoom = (options: Partial<DailyRoomOptions> = {}) => {
  const room = new DailyRoom({ url, bundlePath, ...options });
  rooms.push(room);
  return room;
};

async function joined(options: Partial<DailyRoomOptions> = {}): Promise<DailyRoom> {
  const room = newRoom(options);
  await room.join({ name: 'Ana' });
  return room;
}

const machine = () => machines.at(-1)!;
const joins = () => machines.flatMap(({ asked }) => asked).filter(isJoin).length;
const isJoin = ({ action }: { action?: string }) => action === 'join-meeting';

const rejection = (promise: Promise<unknown>): Promise<{ name: string; code?: string }> =>
  promise.then(
    () => ({ name: 'none' }),
    (error: { name: string; code?: string }) => error,
  );

let before = 0;
/** Those that this test has left behind. */
const callObjects = () => allCallObjects() - before;
const allCallObjects = () =>
  Object.keys((window as unknown as { _daily?: { instances: object } })._daily?.instances ?? {})
    .length;

async function tracks(): Promise<{ audioTrack: MediaStreamTrack; videoTrack: MediaStreamTrack }> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  return { audioTrack: stream.getAudioTracks()[0]!, videoTrack: stream.getVideoTracks()[0]! };
}

/** Refuses at once, as a firewall or a policy does. */
const NOWHERE = 'http://localhost:1';

const released = () => media.opened.every((track) => track.readyState === 'ended');

beforeEach(() => {
  before = allCallObjects();
  media = smallMedia();
  url = `https://stand-in.daily.co/${crypto.randomUUID()}`;
});

afterEach(async () => {
  await Promise.all(rooms.map((room) => room.leave()));
  rooms = [];
  media.restore();
});

const refusals: Record<DailyFatalErrorType, RoomErrorCode> = {
  'exp-token': 'token-expired',
  'exp-room': 'token-expired',
  'nbf-token': 'token-not-yet-valid',
  'nbf-room': 'token-not-yet-valid',
  'meeting-full': 'room-full',
  ejected: 'ejected',
  'connection-error': 'connection-lost',
  'end-of-life': 'not-supported',
  'not-allowed': 'blocked',
  'no-room': 'unknown',
};

describe('DailyRoom when it cannot get in', () => {
  for (const [type, code] of Object.entries(refusals))
    it(`says ${code} for ${type}, and leaves nothing behind`, async () => {
      const room = newRoom({ token: `refuse ${type}` });
      const error = await rejection(room.join({ name: 'Ana', ...(await tracks()) }));
      expect(error).to.include({ name: 'RoomError', code });
      expect(room.state).to.deep.include({ connection: 'failed', people: [] });
      expect(room.state.error?.code).to.equal(code);
      expect(released()).to.equal(true);
      await room.leave();
      expect(callObjects()).to.equal(0);
      expect(room.state.connection, 'leaving does not hide why').to.equal('failed');
    });

  it('makes an error of ours of a rejection that is a string', async () => {
    const room = newRoom({ token: 'reject something or other' });
    const error = await rejection(room.join({ name: 'Ana' }));
    expect(error).to.deep.include({ name: 'RoomError', code: 'unknown' });
    expect((error as Error).cause).to.equal('something or other');
  });

  it('says that the call machine is blocked, after Daily has tried again', async () => {
    const room = newRoom({ bundlePath: NOWHERE });
    const error = await rejection(room.join({ name: 'Ana', ...(await tracks()) }));
    expect(error).to.include({ name: 'RoomError', code: 'blocked' });
    expect(released()).to.equal(true);
  }).timeout(20_000);

  it('says that there is no connection when the call machine does not come offline', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      const room = newRoom({ bundlePath: NOWHERE, loadTimeout: 300 });
      const error = await rejection(room.join({ name: 'Ana', ...(await tracks()) }));
      expect(error).to.include({ name: 'RoomError', code: 'connection-lost' });
      expect(released()).to.equal(true);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('does not wait for ever for the call machine', async () => {
    const room = newRoom({ bundlePath: NOWHERE, loadTimeout: 300 });
    const began = performance.now();
    expect(await rejection(room.join({ name: 'Ana' }))).to.include({ code: 'blocked' });
    expect(performance.now() - began).to.be.below(3000);
    expect(callObjects()).to.equal(0);
  });

  it('does not wait for ever for an answer', async () => {
    const room = newRoom({ token: 'silent', joinTimeout: 300 });
    expect(await rejection(room.join({ name: 'Ana' }))).to.include({ code: 'connection-lost' });
    expect(callObjects()).to.equal(0);
  });

  it('ends a join that is aborted, before, while loading and while joining', async () => {
    const reason = new DOMException('Gone', 'AbortError');
    const early = newRoom();
    expect(await rejection(early.join({ name: 'A', signal: AbortSignal.abort(reason) }))).to.equal(
      reason,
    );
    const loading = newRoom();
    const abort = new AbortController();
    const join = loading.join({ name: 'A', signal: abort.signal, ...(await tracks()) });
    abort.abort(reason);
    expect(await rejection(join)).to.equal(reason);
    expect(loading.state).to.deep.include({ connection: 'left', people: [] });
    expect(released()).to.equal(true);

    const already = joins();
    const silent = newRoom({ token: 'silent' });
    const again = new AbortController();
    const joining = silent.join({ name: 'A', signal: again.signal });
    await eventually(() => joins() > already, 'the machine is asked');
    again.abort(reason);
    expect(await rejection(joining)).to.equal(reason);
    expect(callObjects()).to.equal(0);
  });

  it('ends a join when it leaves', async () => {
    const room = newRoom();
    const joining = room.join({ name: 'Ana' });
    await room.leave();
    expect(await rejection(joining)).to.include({ name: 'AbortError' });
    expect(room.state.connection).to.equal('left');
  });

  it('takes turns: mounted, unmounted and mounted in a row', async () => {
    const first = newRoom();
    const joining = rejection(first.join({ name: 'Ana' }));
    const leaving = first.leave();
    const second = newRoom();
    await second.join({ name: 'Ana' });
    expect(await joining).to.include({ name: 'AbortError' });
    await leaving;
    expect(second.state.connection).to.equal('joined');
    expect(callObjects()).to.equal(1);
  });

  it('gives the turn on after a call machine that never says goodbye', async () => {
    const first = await joined({ token: 'no goodbye' });
    void first.leave();
    const second = newRoom();
    await second.join({ name: 'Ana' });
    expect(second.state.connection).to.equal('joined');
  }).timeout(15_000);
});

describe('DailyRoom when something breaks inside', () => {
  const ends: [DailyFatalErrorType, RoomErrorCode][] = [
    ['ejected', 'ejected'],
    ['connection-error', 'connection-lost'],
    ['exp-token', 'token-expired'],
  ];
  for (const [type, code] of ends)
    it(`ends with ${code} on ${type}, and releases everything`, async () => {
      const room = await joined();
      await room.setMicrophone(true);
      await room.setCamera(true);
      machine().fail(type);
      await eventually(() => room.state.connection === 'failed', 'it is over');
      expect(room.state.error?.code).to.equal(code);
      expect(released()).to.equal(true);
      await room.leave();
      expect(callObjects()).to.equal(0);
    });

  const cameraErrors: [object, object][] = [
    [{ type: 'cam-in-use' }, { code: 'device-in-use', device: 'camera' }],
    [{ type: 'mic-in-use' }, { code: 'device-in-use', device: 'microphone' }],
    [
      { type: 'not-found', missingMedia: ['video'] },
      { code: 'no-device', device: 'camera' },
    ],
    [
      { type: 'permissions', blockedBy: 'user', blockedMedia: ['audio'] },
      { code: 'permission-denied', device: 'microphone' },
    ],
    [
      { type: 'permissions', blockedBy: 'browser', blockedMedia: ['video'] },
      { code: 'permission-denied-by-system', device: 'camera' },
    ],
    [{ type: 'undefined-mediadevices' }, { code: 'not-supported' }],
  ];
  for (const [error, expected] of cameraErrors)
    it(`says ${Object.values(expected).join(' ')}, and stays, on ${JSON.stringify(error)}`, async () => {
      const room = await joined();
      machine().tell({ action: 'camera-error', errorMsg: { errorMsg: '' }, error });
      await eventually(() => room.state.error, 'an error');
      expect(room.state.error).to.include(expected);
      expect(room.state.connection).to.equal('joined');
    });
});
