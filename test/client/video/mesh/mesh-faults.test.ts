import { expect } from '@open-wc/testing';
import { BroadcastSignal, MeshRoom } from '../../../../src/client/video/mesh/mesh-room.js';
import type { RoomPerson } from '../../../../src/client/video/video-room.js';
import { eventually, framesOf, smallMedia } from '../../../support/media.js';
import { watchPlatform, type WatchedPlatform } from '../../../support/watch-platform.js';

let media: ReturnType<typeof smallMedia>;
let platform: WatchedPlatform;
let rooms: MeshRoom[] = [];
let roomName: string;

const person = (room: MeshRoom, name: string): RoomPerson | undefined =>
  room.state.people.find((p) => p.name === name);

async function joined(name: string): Promise<MeshRoom> {
  const room = new MeshRoom({ channel: new BroadcastSignal(roomName) });
  rooms.push(room);
  await room.join({ name });
  return room;
}

async function two(): Promise<[MeshRoom, MeshRoom]> {
  const ana = await joined('Ana');
  const ben = await joined('Ben');
  await eventually(() => person(ana, 'Ben')?.connection === 'connected');
  await eventually(() => person(ben, 'Ana')?.connection === 'connected');
  return [ana, ben];
}

beforeEach(() => {
  media = smallMedia();
  platform = watchPlatform();
  roomName = crypto.randomUUID();
});

afterEach(async () => {
  await Promise.all(rooms.map((room) => room.leave()));
  rooms = [];
  platform.restore();
  media.restore();
});

/** What the browser does when a network path is gone, without the wait of half a minute. */
function breakOff(pc: RTCPeerConnection, state: RTCPeerConnectionState): void {
  Object.defineProperty(pc, 'connectionState', { value: state, configurable: true });
  pc.dispatchEvent(new Event('connectionstatechange'));
  delete (pc as { connectionState?: unknown }).connectionState;
}

describe('MeshRoom when something breaks', () => {
  it('restarts ICE on failure, says so, and the picture comes back', async () => {
    const [ana, ben] = await two();
    await ben.setCamera(true);
    const [pc] = platform.connections;
    const ufrag = () => /ice-ufrag:(\S+)/.exec(pc?.currentLocalDescription?.sdp ?? '')?.[1];
    const before = ufrag();
    const seen: string[] = [];
    ana.subscribe((state) => seen.push(`${state.connection} ${state.people[1]?.connection}`));
    for (const connection of platform.connections) breakOff(connection, 'failed');
    expect(seen).to.include('reconnecting interrupted');
    await eventually(() => ufrag() !== before, 'new ICE credentials');
    await eventually(
      () => pc?.iceConnectionState === 'connected' || pc?.iceConnectionState === 'completed',
    );
    for (const connection of platform.connections)
      connection.dispatchEvent(new Event('connectionstatechange'));
    await eventually(() => person(ana, 'Ben')?.connection === 'connected');
    expect(ana.state.connection).to.equal('joined');
    expect(await framesOf(person(ana, 'Ben')?.videoTrack)).to.equal(2);
  });

  it('gives a short break a moment before it restarts', async () => {
    const [ana] = await two();
    const [pc] = platform.connections;
    const before = pc?.currentLocalDescription?.sdp;
    if (pc) breakOff(pc, 'disconnected');
    expect(person(ana, 'Ben')?.connection).to.equal('interrupted');
    pc?.dispatchEvent(new Event('connectionstatechange'));
    expect(person(ana, 'Ben')?.connection).to.equal('connected');
    expect(pc?.currentLocalDescription?.sdp).to.equal(before);
  });

  it('notices a tab that died without a goodbye, within a few seconds', async () => {
    const [ana] = await two();
    platform.mute(1);
    await eventually(() => ana.state.people.length === 1, 'Ben is gone', 6000);
  });

  it('meets somebody again who had fallen silent', async () => {
    const [ana, ben] = await two();
    await ben.setCamera(true);
    const hush = platform.mute(1);
    await eventually(() => ana.state.people.length === 1, 'Ben is gone', 6000);
    hush();
    // Ben's end finds the connection closed and offers to mend it.
    const pc = platform.connections.find((c) => c.connectionState !== 'closed');
    await eventually(() => pc?.connectionState !== 'connected', 'Ben notices', 9000);
    await eventually(() => person(ana, 'Ben')?.connection === 'connected', 'together again', 9000);
    await eventually(() => person(ben, 'Ana')?.connection === 'connected');
    expect(await framesOf(person(ana, 'Ben')?.videoTrack)).to.equal(2);
  }).timeout(25_000);

  it('says goodbye when the page goes', async () => {
    const [ana] = await two();
    window.dispatchEvent(new Event('pagehide'));
    await eventually(() => ana.state.people.length === 1, 'Ben is gone', 1000);
  });

  it('leaves nothing behind after a hundred visits', async () => {
    const ana = await joined('Ana');
    const before = platform.counts();
    for (let visit = 0; visit < 100; visit++) {
      const room = new MeshRoom({ channel: new BroadcastSignal(roomName) });
      const visiting = room.join({ name: `Visitor ${visit}` });
      if (visit % 10 === 0) {
        await room.setMicrophone(true);
        await room.setCamera(true);
        await visiting;
        await room.leave();
      } else {
        await Promise.resolve();
        await room.leave();
        await visiting.catch(() => {});
      }
    }
    await eventually(() => ana.state.people.length === 1);
    await eventually(() => JSON.stringify(platform.counts()) === JSON.stringify(before)).catch(
      () => {},
    );
    expect(platform.counts()).to.deep.equal(before);
    expect(media.opened.every((track) => track.readyState === 'ended')).to.equal(true);
    await ana.leave();
    expect(platform.counts()).to.deep.equal({
      connections: 0,
      channels: 0,
      audioContexts: 0,
      intervals: 0,
      pageListeners: 0,
    });
  }).timeout(30_000);
});

describe('MeshRoom in two tabs', () => {
  it('sends picture and sound from one document to another', async () => {
    const frame = document.createElement('iframe');
    frame.allow = 'camera; microphone';
    // Its own document and realm, as another tab would be.
    frame.name = roomName;
    const source = new URL('./visitor.ts', import.meta.url).pathname;
    frame.srcdoc = `<script type="module" src="${source}"></script>`;
    const ana = await joined('Ana');
    document.body.append(frame);
    await eventually(() => person(ana, 'Visitor')?.videoTrack, 'the visitor is here', 10_000);
    expect(await framesOf(person(ana, 'Visitor')?.videoTrack)).to.equal(2);
    await ana.setCamera(true);
    const view = frame.contentWindow as Window & { framesOfFirst?: number };
    await eventually(() => (view.framesOfFirst ?? 0) > 2, 'the visitor sees Ana');
    frame.remove();
    await eventually(() => ana.state.people.length === 1, 'the visitor is gone', 6000);
  }).timeout(20_000);
});
