import { aTimeout, expect } from '@open-wc/testing';
import { DailyRoom } from '../../../../src/client/video/daily/daily-room.js';
import type { PictureSize, VideoRoom } from '../../../../src/client/video/video-room.js';
import { bundlePath, machines } from '../../../support/daily-stand-in/call-machines.js';
import { visitor, type Visitor } from '../../../support/daily-stand-in/visitors.js';
import { eventually, framesOf, smallMedia } from '../../../support/media.js';

let media: ReturnType<typeof smallMedia>;
let room: DailyRoom;
let visitors: Visitor[] = [];
let url: string;

const person = (of: VideoRoom, name: string) => of.state.people.find((p) => p.name === name);
const machine = () => machines.at(-1)!;
const asked = (action: string) => machine().asked.filter((wire) => wire.action === action);

async function join(token?: string): Promise<void> {
  room = new DailyRoom({ url, bundlePath, token });
  await room.join({ name: 'Ana' });
}

async function other(name: string, token?: string): Promise<VideoRoom> {
  const visit = await visitor(url, token);
  visitors.push(visit);
  await visit.room.join({ name });
  return visit.room;
}

beforeEach(() => {
  media = smallMedia();
  url = `https://stand-in.daily.co/${crypto.randomUUID()}`;
});

afterEach(async () => {
  await room.leave();
  await Promise.all(visitors.map((visit) => visit.close()));
  visitors = [];
  media.restore();
});

describe('DailyRoom, what is seen and heard', () => {
  it('takes the pictures of the page that is shown, as large as they are, and every sound', async () => {
    await join();
    expect(asked('join-meeting')[0]?.['properties']).to.include({
      subscribeToTracksAutomatically: false,
    });
    const ben = await other('Ben');
    const cleo = await other('Cleo');
    for (const one of [ben, cleo]) {
      await one.setCamera(true);
      await one.setMicrophone(true);
    }
    await eventually(() => person(room, 'Ben')?.videoTrack && person(room, 'Cleo')?.videoTrack);
    const [benId, cleoId] = [person(room, 'Ben')!.id, person(room, 'Cleo')!.id];
    const latest = (id: string) => ({
      tracks: asked('update-participants').findLast(
        ({ participants }) => id in (participants as object),
      )?.['participants'] as Record<string, { setSubscribedTracks: object }>,
      layers: asked('update-receive-settings').findLast(
        ({ receiveSettings }) => id in (receiveSettings as object),
      )?.['receiveSettings'] as Record<string, { video: { layer: number } }>,
    });
    const layer = (id: string) => latest(id).layers?.[id]?.video.layer;
    const tracks = (id: string) => latest(id).tracks?.[id]?.setSubscribedTracks;
    expect(layer(benId), 'before anything is said').to.equal(1);
    const watch = (sizes: Record<string, PictureSize>) =>
      room.watch(new Map(Object.entries(sizes)));
    watch({ [benId]: 'large', [cleoId]: 'soon' });
    await eventually(() => layer(benId) === 2, 'as large as it is shown');
    expect(tracks(benId)).to.deep.equal({
      audio: true,
      video: true,
      screenVideo: true,
      screenAudio: false,
    });
    expect(tracks(cleoId)).to.include({
      audio: true,
      video: 'staged',
    });
    await eventually(() => !person(room, 'Cleo')?.videoTrack, 'the next page is only ready');
    expect(person(room, 'Cleo')).to.include({ camera: true, connection: 'connected' });
    expect(person(room, 'Cleo')?.audioTrack, 'and heard').to.exist;
    const before = asked('update-participants').length;
    watch({ [benId]: 'large', [cleoId]: 'soon' });
    expect(asked('update-participants'), 'nothing is asked twice').to.have.length(before);
    watch({ [cleoId]: 'small' });
    await eventually(() => person(room, 'Cleo')?.videoTrack, 'the page is turned');
    expect(tracks(benId)).to.include({ video: false });
    expect(await framesOf(person(room, 'Cleo')?.videoTrack)).to.equal(2);
    watch({});
    await eventually(() => !person(room, 'Cleo')?.videoTrack, 'sound only');
    expect(tracks(cleoId)).to.include({ audio: true, video: false, screenVideo: false });
  }).timeout(40_000);

  it('tells what the clinic’s transcription has heard, and never turns one on', async () => {
    await join();
    await other('Ben');
    expect(room.state.captions).to.equal(undefined);
    machine().tell({ action: 'transcription-started', language: 'es' });
    await eventually(() => room.state.captions, 'captions are made');
    const id = person(room, 'Ben')!.id;
    for (const text of ['Uno', 'Dos', 'Tres', 'Cuatro'])
      machine().tell({ action: 'transcription-message', participantId: id, text });
    await eventually(() => room.state.captions?.at(-1)?.text === 'Cuatro', 'the last');
    expect(room.state.captions?.map(({ name, text, lang }) => [name, text, lang])).to.deep.equal([
      ['Ben', 'Dos', 'es'],
      ['Ben', 'Tres', 'es'],
      ['Ben', 'Cuatro', 'es'],
    ]);
    machine().tell({ action: 'transcription-stopped' });
    await eventually(() => room.state.captions === undefined, 'no more captions');
    expect(machine().asked.map((wire) => wire.action)).not.to.include(
      'daily-method-start-transcription',
    );
  }).timeout(20_000);

  it('records only with everybody’s yes, and stops with one no', async () => {
    await join('recorder');
    await eventually(() => room.recorder, 'the room may be recorded');
    const ben = await other('Ben');
    expect(ben.recorder, 'for hosts alone').to.equal(undefined);
    await room.recorder?.ask();
    await eventually(() => ben.state.recording, 'Ben is asked');
    expect(ben.state.recording).to.deep.include({ phase: 'asking', askedBy: 'Ana', missing: 1 });
    expect(asked('local-recording-start')).to.have.length(0);
    await ben.answerRecording?.(true);
    await eventually(() => ben.state.recording?.phase === 'on', 'it is recorded');
    expect(room.state.recording?.phase).to.equal('on');
    const cleo = await other('Cleo');
    await eventually(() => asked('local-recording-stop').length === 1, 'it waits for Cleo');
    await eventually(() => cleo.state.recording?.phase === 'asking', 'Cleo is asked');
    await cleo.answerRecording?.(true);
    await eventually(() => cleo.state.recording?.phase === 'on', 'it goes on');
    await ben.answerRecording?.(false);
    await eventually(() => ben.state.recording === undefined, 'it is over');
    await eventually(() => asked('local-recording-stop').length === 2, 'for everybody');
  }).timeout(40_000);

  it('lets nothing of a late comer be recorded before they say yes', async () => {
    await join('recorder');
    await eventually(() => room.recorder, 'the room may be recorded');
    await room.recorder?.ask();
    await eventually(() => room.state.recording?.phase === 'on', 'it is recorded');
    const visit = await visitor(url);
    visitors.push(visit);
    const cleo = visit.room;
    /** Whether anything of Cleo came while it was recorded. */
    let leaked = false;
    const unwatch = room.subscribe(({ people, recording }) => {
      const one = people.find(({ name }) => name === 'Cleo');
      const sends = one?.microphone || one?.camera;
      if (sends && recording?.phase === 'on' && !cleo.state.recording?.answer) leaked = true;
    });
    await Promise.all([cleo.setMicrophone(true), cleo.setCamera(true)]);
    await cleo.join({ name: 'Cleo' });
    await eventually(() => cleo.state.recording?.held, 'Cleo is held back');
    await eventually(() => asked('local-recording-stop').length === 1, 'it waits for Cleo');
    await aTimeout(300);
    expect(person(room, 'Cleo')).to.include({ microphone: false, camera: false });
    await cleo.answerRecording?.(true);
    await eventually(() => person(room, 'Cleo')?.camera, 'Cleo is seen');
    await eventually(() => person(room, 'Cleo')?.microphone, 'Cleo is heard');
    await eventually(() => room.state.recording?.phase === 'on', 'it goes on');
    unwatch();
    expect(leaked).to.equal(false);
  });

  it('offers no recording where the room’s settings have none', async () => {
    await join('owner');
    await eventually(() => asked('lib-room-info').length, 'it has looked');
    expect(room.recorder).to.equal(undefined);
  });

  it('stops showing the screen when the browser’s own bar does', async () => {
    await join();
    const ben = await other('Ben');
    await room.shareScreen?.(true);
    await eventually(() => person(ben, 'Ana')?.screenTrack, 'Ben sees it');
    const track = person(room, 'Ana')?.screenTrack;
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
    await eventually(() => !person(ben, 'Ana')?.screenTrack, 'Ben sees it no more');
    expect(person(room, 'Ana')?.screenTrack).to.equal(undefined);
    await eventually(() => asked('local-screen-stop').length === 1);
  }).timeout(20_000);

  it('says that the system has taken the microphone, and when it is back', async () => {
    await join();
    await room.setMicrophone(true);
    const track = person(room, 'Ana')?.audioTrack;
    track?.dispatchEvent(new Event('mute'));
    expect(room.state.error).to.include({ code: 'device-interrupted', device: 'microphone' });
    track?.dispatchEvent(new Event('unmute'));
    expect(room.state.error).to.equal(undefined);
    await room.setMicrophone(false);
    track?.dispatchEvent(new Event('mute'));
    expect(room.state.error, 'nobody misses it').to.equal(undefined);
  });
});
