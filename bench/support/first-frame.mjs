import { serveBundles } from './serve.mjs';
import { launchBrowser } from '../../scripts/browser.mjs';

/** Camera, small, before the clock starts; `shown` resolves with the first frame of another's. */
const common = `
  const devices = { video: { width: 320, height: 180, frameRate: 10 }, audio: true };
  window.openMedia = () => navigator.mediaDevices.getUserMedia(devices);
  const shown = (track) => new Promise((resolve) => {
    const video = Object.assign(document.createElement('video'), { muted: true });
    video.srcObject = new MediaStream([track]);
    document.body.append(video);
    video.requestVideoFrameCallback(() => resolve(performance.timeOrigin + performance.now()));
    void video.play();
  });
`;

const room = `
  import { BroadcastSignal, MeshRoom } from 'wayfellow/video/mesh';
  ${common}
  window.join = async (stream) => {
    const room = new MeshRoom({ channel: new BroadcastSignal('bench') });
    const began = performance.timeOrigin + performance.now();
    const seen = new Promise((resolve) => {
      const look = ({ people }) => {
        const track = people.find((p) => !p.self && p.videoTrack)?.videoTrack;
        if (track) resolve(track);
      };
      room.subscribe(look);
    });
    const frame = seen.then(shown);
    await room.join({
      name: 'Bench',
      audioTrack: stream.getAudioTracks()[0],
      videoTrack: stream.getVideoTracks()[0],
    });
    return { began, frame };
  };
`;

/** What one would write by hand for two people, with nothing for anything that may go wrong. */
const bare = `
  ${common}
  window.join = async (stream) => {
    const began = performance.timeOrigin + performance.now();
    const channel = new BroadcastChannel('bare');
    const id = Math.random();
    const connection = new RTCPeerConnection();
    const seen = new Promise((resolve) => {
      connection.ontrack = ({ track }) => track.kind === 'video' && resolve(track);
    });
    for (const track of stream.getTracks()) connection.addTrack(track, stream);
    const send = (message) => channel.postMessage({ ...message, id });
    const early = [];
    const add = (candidate) =>
      connection.remoteDescription ? connection.addIceCandidate(candidate) : early.push(candidate);
    connection.onicecandidate = ({ candidate }) =>
      candidate && send({ candidate: candidate.toJSON() });
    channel.onmessage = async ({ data }) => {
      if (data.hello) {
        await connection.setLocalDescription();
        send({ description: { type: 'offer', sdp: connection.localDescription.sdp } });
      } else if (data.description) {
        await connection.setRemoteDescription(data.description);
        for (const candidate of early.splice(0)) await connection.addIceCandidate(candidate);
        if (data.description.type !== 'offer') return;
        await connection.setLocalDescription();
        send({ description: { type: 'answer', sdp: connection.localDescription.sdp } });
      } else if (data.candidate) {
        await add(data.candidate);
      }
    };
    send({ hello: true });
    return { began, frame: seen.then(shown) };
  };
`;

const RUNS = 9;

/** Milliseconds from the second one's join to their first frame of the first, in turns. */
export async function firstFrames() {
  const server = await serveBundles({ room, bare });
  const browser = await launchBrowser();
  const times = { room: [], bare: [] };
  const visit = async (context, name) => {
    const page = await context.newPage();
    await page.goto(server.address(name));
    await page.waitForFunction(() => Boolean(window.join));
    await page.evaluate(async () => (window.stream = await window.openMedia()));
    return page;
  };
  try {
    // The first of each pays for the browser's own caches; it does not count.
    for (let run = -1; run < RUNS; run++)
      for (const name of ['room', 'bare']) {
        const context = await browser.newContext();
        const [first, second] = [await visit(context, name), await visit(context, name)];
        await first.evaluate(async () => void (await window.join(window.stream)));
        const time = await second.evaluate(async () => {
          const { began, frame } = await window.join(window.stream);
          return (await frame) - began;
        });
        if (run >= 0) times[name].push(time);
        await context.close();
      }
  } finally {
    await browser.close();
    server.close();
  }
  return times;
}
