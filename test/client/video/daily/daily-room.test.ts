import { expect } from '@open-wc/testing';
import { DailyRoom } from '../../../../src/client/video/daily/daily-room.js';
import type { RoomPerson, VideoRoom } from '../../../../src/client/video/video-room.js';
import { bundlePath, machines } from '../../../support/daily-stand-in/call-machines.js';
import { visitor, type Visitor } from '../../../support/daily-stand-in/visitors.js';
import { eventually, failingMedia, framesOf, play, smallMedia } from '../../../support/media.js';

let media: ReturnType<typeof smallMedia>;
let rooms: DailyRoom[] = [];
let visitors: Visitor[] = [];
let url: string;

const newRoom = (token?: string) => {
  const room = new DailyRoom({ url, bundlePath, token });
  rooms.push(room);
  return room;
};

const person = (room: VideoRoom, name: string): RoomPerson | undefined =>
  room.state.people.find((p) => p.name === name);

const names = (room: VideoRoom) => room.state.people.map((p) => p.name);

async function joined(name: string): Promise<DailyRoom> {
  const room = newRoom();
  await room.join({ name });
  return room;
}

/** Somebody in a page of their own. */
async function joinedElsewhere(name: string): Promise<Visitor> {
  const other = await visitor(url);
  visitors.push(other);
  await other.room.join({ name });
  return other;
}

const machine = () => machines.at(-1)!;

const rejection = (promise: Promise<unknown>): Promise<{ name: string; code?: string }> =>
  promise.then(
    () => ({ name: 'none' }),
    (error: { name: string; code?: string }) => error,
  );

const ended = (tracks: readonly MediaStreamTrack[]) =>
  tracks.every((track) => track.readyState === 'ended');

beforeEach(() => {
  media = smallMedia();
  url = `https://stand-in.daily.co/${crypto.randomUUID()}`;
});

afterEach(async () => {
  await Promise.all(rooms.map((room) => room.leave()));
  await Promise.all(visitors.map((other) => other.close()));
  [rooms, visitors] = [[], []];
  media.restore();
});

describe('DailyRoom', () => {
  it('lets two people see and hear each other', async () => {
    const ana = await joined('Ana');
    const { room: ben } = await joinedElsewhere('Ben');
    await Promise.all([ana.setCamera(true), ben.setCamera(true)]);
    await Promise.all([ana.setMicrophone(true), ben.setMicrophone(true)]);
    await eventually(() => person(ben, 'Ana')?.videoTrack && person(ben, 'Ana')?.audioTrack);
    await eventually(() => person(ana, 'Ben')?.videoTrack && person(ana, 'Ben')?.audioTrack);
    expect(await framesOf(person(ana, 'Ben')?.videoTrack)).to.equal(2);
    expect(await framesOf(person(ben, 'Ana')?.videoTrack)).to.equal(2);
    const silence = await Promise.all([
      play(person(ben, 'Ana')?.audioTrack),
      play(person(ana, 'Ben')?.audioTrack),
    ]);
    await eventually(() => person(ben, 'Ana')?.speaking, 'Ben hears Ana');
    await eventually(() => person(ana, 'Ben')?.speaking, 'Ana hears Ben');
    await eventually(() => person(ana, 'Ana')?.speaking, 'Ana is heard by herself');
    silence.forEach((stop) => stop());
  }).timeout(30_000);

  it('goes in with the tracks of the device check', async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    const [audioTrack] = stream.getAudioTracks();
    const [videoTrack] = stream.getVideoTracks();
    const ana = newRoom();
    await ana.join({ name: 'Ana', audioTrack, videoTrack });
    expect(person(ana, 'Ana')).to.include({ microphone: true, camera: true, videoTrack });
    const { room: ben } = await joinedElsewhere('Ben');
    await eventually(() => person(ben, 'Ana')?.videoTrack && person(ben, 'Ana')?.audioTrack);
    expect(await framesOf(person(ben, 'Ana')?.videoTrack)).to.equal(2);
    await ana.leave();
    expect([audioTrack?.readyState, videoTrack?.readyState]).to.deep.equal(['ended', 'ended']);
    await eventually(() => names(ben).join() === 'Ben', 'Ben is alone');
  }).timeout(30_000);

  it('stops sending when muted and when the camera is off', async () => {
    const ana = await joined('Ana');
    const { room: ben } = await joinedElsewhere('Ben');
    await ana.setMicrophone(true);
    await ana.setCamera(true);
    await eventually(() => person(ben, 'Ana')?.audioTrack && person(ben, 'Ana')?.videoTrack);
    const [microphone, camera] = [person(ana, 'Ana')?.audioTrack, person(ana, 'Ana')?.videoTrack];
    await ana.setMicrophone(false);
    await ana.setCamera(false);
    await eventually(() => !person(ben, 'Ana')?.audioTrack && !person(ben, 'Ana')?.videoTrack);
    expect(camera?.readyState, 'the camera light goes out').to.equal('ended');
    expect(microphone, 'a muted microphone stays open').to.include({
      readyState: 'live',
      enabled: true,
    });
    await eventually(() => person(ana, 'Ana')?.speaking, 'speaks unheard');
    expect(person(ben, 'Ana')?.speaking).to.equal(false);
    await ana.setMicrophone(true);
    expect(person(ana, 'Ana')?.audioTrack).to.equal(microphone);
    await ana.setCamera(true);
    await eventually(() => person(ben, 'Ana')?.videoTrack);
    expect(await framesOf(person(ben, 'Ana')?.videoTrack)).to.equal(2);
  }).timeout(30_000);

  it('tells a late joiner names, devices and hands, in the order in which they went up', async () => {
    const ana = await joined('Ana');
    const { room: ben } = await joinedElsewhere('Ben');
    await ben.setMicrophone(true);
    await ben.setHand(true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await ana.setHand(true);
    const { room: cleo } = await joinedElsewhere('Cleo');
    expect(names(cleo)).to.deep.equal(['Cleo', 'Ana', 'Ben']);
    expect(person(cleo, 'Ben')).to.include({ microphone: true, camera: false, self: false });
    const hands = cleo.state.people
      .filter((p) => p.handRaisedAt)
      .sort((a, b) => (a.handRaisedAt ?? 0) - (b.handRaisedAt ?? 0));
    expect(hands.map((p) => p.name)).to.deep.equal(['Ben', 'Ana']);
    await ben.setHand(false);
    await eventually(() => person(cleo, 'Ben')?.handRaisedAt === undefined, 'the hand is down');
    await eventually(() => names(ana).join() === 'Ana,Ben,Cleo', 'in order of arrival');
  }).timeout(30_000);

  it('keeps a hand that went up on the way in', async () => {
    const { room: ben } = await joinedElsewhere('Ben');
    const ana = newRoom();
    const joining = ana.join({ name: 'Ana' });
    await ana.setHand(true);
    await joining;
    await eventually(() => person(ben, 'Ana')?.handRaisedAt, 'Ben sees the hand');
  }).timeout(30_000);

  it('does in turn what is asked of a device at once', async () => {
    const ana = await joined('Ana');
    await Promise.all([ana.setCamera(true), ana.setCamera(false), ana.setCamera(true)]);
    expect(person(ana, 'Ana')?.camera).to.equal(true);
    expect(media.opened.filter((track) => track.readyState === 'live')).to.have.length(1);
  });

  it('names why a device cannot be used, and stays in the room', async () => {
    const ana = await joined('Ana');
    const restore = failingMedia('NotReadableError');
    expect(await rejection(ana.setCamera(true))).to.include({ code: 'device-in-use' });
    restore();
    expect(ana.state).to.include({ connection: 'joined' });
    expect(ana.state.error?.code).to.equal('device-in-use');
    await ana.setCamera(true);
    expect(ana.state.error).to.equal(undefined);
  });

  it('says that it reconnects, and who is out of reach', async () => {
    const ana = await joined('Ana');
    const { room: ben } = await joinedElsewhere('Ben');
    await ben.setCamera(true);
    await eventually(() => person(ana, 'Ben')?.videoTrack);
    const network = (type: string, event: string) =>
      machine().tell({ action: 'network-connection', type, event });
    network('signaling', 'interrupted');
    network('sfu', 'interrupted');
    machine().interrupt(true);
    await eventually(() => ana.state.connection === 'reconnecting', 'reconnecting');
    await eventually(() => person(ana, 'Ben')?.connection === 'interrupted', 'interrupted');
    network('sfu', 'connected');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ana.state.connection, 'one way is still broken').to.equal('reconnecting');
    network('signaling', 'connected');
    machine().interrupt(false);
    await eventually(() => ana.state.connection === 'joined', 'joined again');
    await eventually(() => person(ana, 'Ben')?.connection === 'connected', 'connected again');
    expect(await framesOf(person(ana, 'Ben')?.videoTrack)).to.equal(2);
  }).timeout(30_000);

  it('releases everything on leave, twice is once', async () => {
    const ana = await joined('Ana');
    await ana.setMicrophone(true);
    await ana.setCamera(true);
    const given = Object.values(tracksOfDaily());
    expect(given, 'Daily has a microphone and a camera').to.have.length(2);
    const leaving = ana.leave();
    expect(ended([...media.opened, ...given]), 'at once').to.equal(true);
    await Promise.all([leaving, ana.leave()]);
    await ana.leave();
    expect(ana.state).to.deep.include({ connection: 'left', people: [] });
    expect(machine().asked.filter((m) => m.action === 'leave-meeting')).to.have.length(1);
    expect(instances(), 'no call object is left').to.deep.equal([]);
  });

  it('stops a camera that is opened while leaving', async () => {
    const ana = await joined('Ana');
    const opening = ana.setCamera(true);
    await ana.leave();
    await opening;
    expect(ended(media.opened)).to.equal(true);
  });

  it('joins once however often it is asked', async () => {
    const ana = newRoom();
    await Promise.all([ana.join({ name: 'Ana' }), ana.join({ name: 'Ana' })]);
    expect(machine().asked.filter((m) => m.action === 'join-meeting')).to.have.length(1);
    expect(instances()).to.have.length(1);
  });
});

const daily = () =>
  (window as unknown as { _daily: { instances: Record<string, { tracks: object }> } })._daily;
const instances = () => Object.keys(daily().instances);
const tracksOfDaily = () =>
  Object.values(daily().instances)[0]?.tracks as Record<string, MediaStreamTrack>;
