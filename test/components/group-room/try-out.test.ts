import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/components/group-room/define.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { testNetwork } from '../../../src/components/group-room/network-test.js';
import { smallMedia } from '../../support/media.js';
import { aMeeting, agreed } from '../../support/meetings.js';
import { atTheDoor, button, focused, query, radio, says, shows, still, text } from './support.js';

let media: ReturnType<typeof smallMedia>;
beforeEach(() => (media = smallMedia()));
afterEach(() => media.restore());

const live = () => media.opened.filter((track) => track.readyState === 'live');

async function opened(options: Parameters<typeof atTheDoor>[0] = {}): Promise<GroupRoom> {
  const { el } = await atTheDoor(options);
  query(el, '.try-out summary')!.click();
  await shows(el, '.trial');
  return el;
}

/** What was put into `<audio>` elements, and what became of it. */
function watchSound() {
  const { createObjectURL, revokeObjectURL } = URL;
  const clips = new Map<string, Blob>();
  URL.createObjectURL = (clip: Blob) => {
    const address = createObjectURL.call(URL, clip);
    clips.set(address, clip);
    return address;
  };
  const revoked: string[] = [];
  URL.revokeObjectURL = (address) => {
    revoked.push(address);
    revokeObjectURL.call(URL, address);
  };
  return {
    clips,
    revoked,
    restore: () => Object.assign(URL, { createObjectURL, revokeObjectURL }),
  };
}

describe('<group-room> trying out sound and connection', () => {
  it('loads and opens nothing before somebody opens it, by keyboard too', async () => {
    const { el } = await atTheDoor();
    const loaded = () =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/try-out.ts'));
    expect(loaded()).to.equal(false);
    query(el, '.try-out summary')!.focus();
    await sendKeys({ press: 'Enter' });
    await shows(el, '.trial');
    expect(loaded()).to.equal(true);
    expect(media.opened).to.have.length(0);
    await still(el);
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'Tab' });
    expect(focused(el)?.textContent).to.include('Record and listen');
  });

  it('records some seconds, plays them, and keeps nothing of it', async () => {
    const el = await opened();
    const sound = watchSound();
    try {
      button(el, 'Record and listen').click();
      await says(el, 'Recording now.');
      expect(live()).to.have.length(1);
      expect(focused(el), 'the focus stays where it was').to.equal(null);
      await says(el, 'This is how you sound.', 8000);
      expect(live(), 'the microphone is off while it plays').to.have.length(0);
      await says(el, 'Did you hear yourself?', 10_000);
      const [clip] = [...sound.clips.values()];
      expect(clip?.size).to.be.above(1000);
      expect(sound.revoked).to.deep.equal([...sound.clips.keys()]);
    } finally {
      sound.restore();
    }
  }).timeout(30_000);

  it('leaves the microphone of the door as it is', async () => {
    const { el } = await atTheDoor();
    radio(el, 'microphone', 0).click();
    await shows(el, '[role=meter]');
    query(el, '.try-out summary')!.click();
    await shows(el, '.trial');
    button(el, 'Record and listen').click();
    await says(el, 'Recording now.');
    expect(media.opened, 'not asked for again').to.have.length(1);
    button(el, 'Stop').click();
    await aTimeout(100);
    expect(live()).to.have.length(1);
    expect(text(el)).not.to.include('Recording now.');
  });

  it('stops when it is closed, when somebody goes in, and when it is taken away', async () => {
    const begin = async () => {
      const scene = await atTheDoor();
      query(scene.el, '.try-out summary')!.click();
      await shows(scene.el, '.trial');
      button(scene.el, 'Record and listen').click();
      await says(scene.el, 'Recording now.');
      expect(live()).to.have.length(1);
      return scene.el;
    };
    const closed = await begin();
    query(closed, '.try-out summary')!.click();
    await waitUntil(() => live().length === 0);
    const inside = await begin();
    button(inside, 'Go in').click();
    await waitUntil(() => live().length === 0);
    const gone = await begin();
    gone.remove();
    await waitUntil(() => live().length === 0);
  });

  it('says so when it may not record', async () => {
    const el = await opened();
    const { mediaDevices } = navigator;
    const { getUserMedia } = mediaDevices;
    mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    button(el, 'Record and listen').click();
    await says(el, 'We could not record just now.');
    mediaDevices.getUserMedia = getUserMedia;
  });

  it('plays three notes', async () => {
    const el = await opened();
    const { play } = HTMLMediaElement.prototype;
    let heard: MediaStreamTrack[] = [];
    HTMLMediaElement.prototype.play = function () {
      heard = (this.srcObject as MediaStream).getAudioTracks();
      return play.call(this);
    };
    try {
      button(el, 'Play three notes').click();
      await says(el, 'Playing…');
      await says(el, 'Did you hear three notes?');
      expect(heard).to.have.length(1);
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
  });

  it('says no more of the connection than it has seen', async () => {
    const asked: string[] = [];
    const el = await opened({
      services: {
        access: (id) => {
          asked.push(id);
          return Promise.resolve({ transport: 'mesh', room: 'r', iceServers: [] });
        },
      },
    });
    expect(asked, 'nobody is asked before it is pressed').to.deep.equal([]);
    button(el, 'Test the connection').click();
    await says(el, 'How good your connection to the others is, we can only tell in the room.');
    expect(asked).to.deep.equal(['group-1']);
    await expect(el).to.be.accessible();
  });

  it('tests what can be tested before the agreements, and while the doors are closed', async () => {
    const el = await opened({
      meeting: aMeeting({ accepted: agreed }),
      services: { access: () => Promise.reject(new Error('doors-closed')) },
    });
    button(el, 'Test the connection').click();
    await says(el, 'Video works in this browser.');
  });

  it('says that a relay was not reached', async () => {
    const el = await opened({
      services: {
        access: () =>
          Promise.resolve({
            transport: 'mesh',
            room: 'r',
            iceServers: [
              { urls: 'turn:127.0.0.1:9?transport=udp', username: 'u', credential: 'c' },
            ],
          }),
      },
    });
    button(el, 'Test the connection').click();
    await says(el, 'We could not reach the video service.', 12_000);
  }).timeout(20_000);

  it('says that the person is offline', async () => {
    const el = await opened();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      button(el, 'Test the connection').click();
      await says(el, 'You are offline. Check your Wi-Fi');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('closes its connections, also when it is stopped', async () => {
    const { RTCPeerConnection: Original } = window;
    const made: RTCPeerConnection[] = [];
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        made.push(this);
      }
    };
    try {
      const abort = new AbortController();
      const test = testNetwork([], abort.signal).catch((error: Error) => error.name);
      await waitUntil(() => made.length === 2);
      abort.abort();
      expect(await test).to.equal('AbortError');
      expect(made.map((c) => c.signalingState)).to.deep.equal(['closed', 'closed']);
    } finally {
      window.RTCPeerConnection = Original;
    }
  });

  it('speaks Spanish', async () => {
    document.documentElement.lang = 'es';
    try {
      const { el } = await atTheDoor();
      await says(el, 'Probar el sonido y la conexión');
      query(el, '.try-out summary')!.click();
      await says(el, 'Nadie más los oye y no se guarda nada.');
    } finally {
      document.documentElement.lang = 'en';
    }
  });
});
