import { expect } from '@open-wc/testing';
import { BroadcastSignal, MeshRoom } from '../../../../src/client/video/mesh/mesh-room.js';
import type { RoomPerson, RoomState } from '../../../../src/client/video/video-room.js';
import { eventually, failingMedia, framesOf, play, smallMedia } from '../../../support/media.js';

let media: ReturnType<typeof smallMedia>;
let rooms: MeshRoom[] = [];
let roomName: string;

const newRoom = (options: { maxPeople?: number } = {}) => {
  const room = new MeshRoom({ channel: new BroadcastSignal(roomName), ...options });
  rooms.push(room);
  return room;
};

const person = (room: MeshRoom, name: string): RoomPerson | undefined =>
  room.state.people.find((p) => p.name === name);

const names = (room: MeshRoom) => room.state.people.map((p) => p.name);

async function joined(name: string, options: { maxPeople?: number } = {}): Promise<MeshRoom> {
  const room = newRoom(options);
  await room.join({ name });
  return room;
}

const connected = (room: MeshRoom, ...others: string[]) =>
  eventually(
    () => others.every((name) => person(room, name)?.connection === 'connected'),
    `connected to ${others.join()}`,
  );

async function two(): Promise<[MeshRoom, MeshRoom]> {
  const ana = await joined('Ana');
  const ben = await joined('Ben');
  await connected(ana, 'Ben');
  await connected(ben, 'Ana');
  return [ana, ben];
}

const rejection = (promise: Promise<unknown>): Promise<{ name: string; code?: string }> =>
  promise.then(
    () => ({ name: 'none' }),
    (error: { name: string; code?: string }) => error,
  );

beforeEach(() => {
  media = smallMedia();
  roomName = crypto.randomUUID();
});

afterEach(async () => {
  await Promise.all(rooms.map((room) => room.leave()));
  rooms = [];
  media.restore();
});

describe('MeshRoom', () => {
  it('lets two people see and hear each other', async () => {
    const [ana, ben] = await two();
    await Promise.all([ana.setCamera(true), ben.setCamera(true)]);
    await Promise.all([ana.setMicrophone(true), ben.setMicrophone(true)]);
    await eventually(() => person(ben, 'Ana')?.videoTrack && person(ben, 'Ana')?.audioTrack);
    await eventually(() => person(ana, 'Ben')?.videoTrack && person(ana, 'Ben')?.audioTrack);
    expect(await framesOf(person(ben, 'Ana')?.videoTrack)).to.equal(2);
    expect(await framesOf(person(ana, 'Ben')?.videoTrack)).to.equal(2);
    const silence = await Promise.all([
      play(person(ben, 'Ana')?.audioTrack),
      play(person(ana, 'Ben')?.audioTrack),
    ]);
    await eventually(() => person(ben, 'Ana')?.speaking, 'Ben hears Ana');
    await eventually(() => person(ana, 'Ben')?.speaking, 'Ana hears Ben');
    await eventually(() => person(ana, 'Ana')?.speaking, 'Ana is heard by herself');
    silence.forEach((stop) => stop());
  });

  it('goes in with the tracks of the device check', async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    const [audioTrack] = stream.getAudioTracks();
    const [videoTrack] = stream.getVideoTracks();
    const ana = newRoom();
    await ana.join({ name: 'Ana', audioTrack, videoTrack });
    const ben = await joined('Ben');
    await eventually(() => person(ben, 'Ana')?.camera && person(ben, 'Ana')?.microphone);
    expect(person(ana, 'Ana')?.videoTrack).to.equal(videoTrack);
    await eventually(() => person(ben, 'Ana')?.videoTrack);
    expect(await framesOf(person(ben, 'Ana')?.videoTrack)).to.equal(2);
    await ana.leave();
    expect([audioTrack?.readyState, videoTrack?.readyState]).to.deep.equal(['ended', 'ended']);
  });

  it('tells a late joiner names, devices and hands, in the order of arrival', async () => {
    const ana = await joined('Ana');
    const ben = await joined('Ben');
    await ben.setMicrophone(true);
    await ben.setHand(true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await ana.setHand(true);
    const cleo = await joined('Cleo');
    expect(names(cleo)).to.deep.equal(['Cleo', 'Ana', 'Ben']);
    expect(person(cleo, 'Ben')).to.include({ microphone: true, camera: false, self: false });
    const hands = cleo.state.people
      .filter((p) => p.handRaisedAt)
      .sort((a, b) => (a.handRaisedAt ?? 0) - (b.handRaisedAt ?? 0));
    expect(hands.map((p) => p.name)).to.deep.equal(['Ben', 'Ana']);
    await ben.setHand(false);
    await eventually(() => person(cleo, 'Ben')?.handRaisedAt === undefined);
    expect(names(ana)).to.deep.equal(['Ana', 'Ben', 'Cleo']);
  });

  it('stops sending when muted and when the camera is off', async () => {
    const [ana, ben] = await two();
    await ana.setMicrophone(true);
    await ana.setCamera(true);
    await eventually(() => person(ben, 'Ana')?.audioTrack && person(ben, 'Ana')?.videoTrack);
    const [microphone, camera] = [person(ana, 'Ana')?.audioTrack, person(ana, 'Ana')?.videoTrack];
    await ana.setMicrophone(false);
    await ana.setCamera(false);
    await eventually(() => !person(ben, 'Ana')?.audioTrack && !person(ben, 'Ana')?.videoTrack);
    expect(camera?.readyState, 'the camera light goes out').to.equal('ended');
    expect(microphone?.readyState, 'a muted microphone stays open').to.equal('live');
    expect(person(ana, 'Ana')?.audioTrack).to.equal(undefined);
    await eventually(() => person(ana, 'Ana')?.speaking, 'speaks unheard');
    expect(person(ben, 'Ana')?.speaking).to.equal(false);
    await ana.setMicrophone(true);
    expect(person(ana, 'Ana')?.audioTrack).to.equal(microphone);
    await ana.setCamera(true);
    await eventually(() => person(ben, 'Ana')?.videoTrack);
    expect(await framesOf(person(ben, 'Ana')?.videoTrack)).to.equal(2);
  });

  it('does in turn what is asked of a device at once', async () => {
    const ana = await joined('Ana');
    await Promise.all([ana.setCamera(true), ana.setCamera(false), ana.setCamera(true)]);
    expect(person(ana, 'Ana')?.camera).to.equal(true);
    expect(media.opened.filter((track) => track.readyState === 'live')).to.have.length(1);
  });

  it('changes to another device', async () => {
    const ana = await joined('Ana');
    await ana.setMicrophone(true);
    const first = person(ana, 'Ana')?.audioTrack;
    const used = first?.getSettings().deviceId;
    const devices = await navigator.mediaDevices.enumerateDevices();
    const other = devices.find(
      (d) => d.kind === 'audioinput' && d.deviceId !== used && d.deviceId !== 'default',
    );
    await ana.setMicrophone(true, other?.deviceId);
    expect(person(ana, 'Ana')?.audioTrack?.getSettings().deviceId).to.equal(other?.deviceId);
    expect(first?.readyState).to.equal('ended');
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

  it('notices a device that is unplugged', async () => {
    const ana = await joined('Ana');
    await ana.setCamera(true);
    person(ana, 'Ana')?.videoTrack?.dispatchEvent(new Event('ended'));
    expect(person(ana, 'Ana')).to.include({ camera: false, videoTrack: undefined });
    expect(ana.state.error?.code).to.equal('no-device');
  });

  it('keeps the identity of people who did not change', async () => {
    const [ana, ben] = await two();
    const before = ana.state;
    const ownBefore = person(ana, 'Ana');
    await ben.setHand(true);
    await eventually(() => person(ana, 'Ben')?.handRaisedAt);
    expect(ana.state).not.to.equal(before);
    expect(person(ana, 'Ana')).to.equal(ownBefore);
    const states: RoomState[] = [];
    const end = ana.subscribe((state) => states.push(state));
    await new Promise((resolve) => setTimeout(resolve, 350));
    end();
    expect(states, 'nothing changed, nothing is told').to.have.length(0);
  });

  it('survives that both make an offer at once', async () => {
    const [ana, ben] = [newRoom(), newRoom()];
    await Promise.all([ana.join({ name: 'Ana' }), ben.join({ name: 'Ben' })]);
    await connected(ana, 'Ben');
    await connected(ben, 'Ana');
    await Promise.all([ana.setCamera(true), ben.setCamera(true)]);
    await eventually(() => person(ana, 'Ben')?.videoTrack && person(ben, 'Ana')?.videoTrack);
    expect(await framesOf(person(ben, 'Ana')?.videoTrack)).to.equal(2);
    expect(await framesOf(person(ana, 'Ben')?.videoTrack)).to.equal(2);
  });

  it('is full for one more', async () => {
    await joined('Ana', { maxPeople: 2 });
    await joined('Ben', { maxPeople: 2 });
    const cleo = newRoom({ maxPeople: 2 });
    const { audioTrack } = {
      audioTrack: (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks()[0],
    };
    expect(await rejection(cleo.join({ name: 'Cleo', audioTrack }))).to.include({
      name: 'RoomError',
      code: 'room-full',
    });
    expect(cleo.state.connection).to.equal('failed');
    expect(cleo.state.error?.code).to.equal('room-full');
    expect(audioTrack?.readyState).to.equal('ended');
  });

  it('gives a place away that somebody left', async () => {
    await joined('Ana', { maxPeople: 2 });
    const ben = await joined('Ben', { maxPeople: 2 });
    await ben.leave();
    const cleo = await joined('Cleo', { maxPeople: 2 });
    await eventually(() => names(cleo).join() === 'Cleo,Ana');
  });

  it('gives up joining when told to', async () => {
    const abort = new AbortController();
    const ana = newRoom();
    const joining = ana.join({ name: 'Ana', signal: abort.signal });
    abort.abort();
    expect(await rejection(joining)).to.include({ name: 'AbortError' });
    expect(ana.state).to.deep.include({ connection: 'left', people: [] });

    const ben = newRoom();
    const leaving = ben.join({ name: 'Ben' });
    await ben.leave();
    expect(await rejection(leaving)).to.include({ name: 'AbortError' });
    expect(await rejection(newRoom().join({ name: 'C', signal: abort.signal }))).to.include({
      name: 'AbortError',
    });
  });

  it('joins once however often it is asked', async () => {
    const ana = newRoom();
    await Promise.all([ana.join({ name: 'Ana' }), ana.join({ name: 'Ana' })]);
    const ben = await joined('Ben');
    expect(names(ben)).to.deep.equal(['Ben', 'Ana']);
  });

  it('releases everything on leave, twice is once', async () => {
    const [ana, ben] = await two();
    await ana.setMicrophone(true);
    await ana.setCamera(true);
    await ana.leave();
    await ana.leave();
    expect(media.opened.map((track) => track.readyState)).to.deep.equal(['ended', 'ended']);
    expect(ana.state).to.deep.include({ connection: 'left', people: [] });
    await eventually(() => names(ben).join() === 'Ben');
    await ana.setHand(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(names(ben)).to.deep.equal(['Ben']);
  });

  it('stops a camera that is opened while leaving', async () => {
    const ana = await joined('Ana');
    const opening = ana.setCamera(true);
    await ana.leave();
    await opening;
    expect(media.opened.map((track) => track.readyState)).to.deep.equal(['ended']);
  });

  it('says nothing of a person but what they chose', async () => {
    const heard: unknown[] = [];
    const spy = new BroadcastSignal(roomName);
    spy.subscribe((message) => heard.push(message));
    await joined('Moss');
    await eventually(() => heard.length);
    expect(Object.keys((heard[0] as { presence: object }).presence).sort()).to.deep.equal([
      'camera',
      'microphone',
      'name',
      'since',
    ]);
    spy.close();
  });

  it('passes over nonsense from others', async () => {
    const ana = await joined('Ana');
    const stranger = new BroadcastSignal(roomName);
    for (const message of [null, 7, { type: 'hello' }, { type: 'eject' }, { type: 'full' }])
      stranger.send(message);
    stranger.send({ type: 'description', description: { type: 'offer', sdp: 'nonsense' } });
    const ben = await joined('Ben');
    await connected(ben, 'Ana');
    expect(names(ana)).to.deep.equal(['Ana', 'Ben']);
    stranger.close();
  });
});
