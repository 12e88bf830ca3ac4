import { expect } from '@open-wc/testing';
import { listDevices, openDevice } from '../../../src/client/video/devices.js';
import type { RoomErrorCode } from '../../../src/client/video/video-room.js';
import { failingMedia, smallMedia } from '../../support/media.js';

const failure = (promise: Promise<unknown>): Promise<{ name: string; code: RoomErrorCode }> =>
  promise.then(
    () => Promise.reject(new Error('It opened')),
    (error: { name: string; code: RoomErrorCode }) => error,
  );

/** Pretends what the browser's permission store says. */
function permission(state: PermissionState): () => void {
  const original = navigator.permissions.query.bind(navigator.permissions);
  navigator.permissions.query = () => Promise.resolve({ state } as PermissionStatus);
  return () => (navigator.permissions.query = original);
}

describe('openDevice', () => {
  it('opens a microphone and a camera', async () => {
    const media = smallMedia();
    expect((await openDevice('microphone')).kind).to.equal('audio');
    expect((await openDevice('camera')).kind).to.equal('video');
    media.restore();
  });

  it('takes whichever there is when the chosen one is gone', async () => {
    const media = smallMedia();
    const track = await openDevice('camera', 'a camera that was unplugged');
    expect(track.readyState).to.equal('live');
    media.restore();
  });

  const cases: [name: string, message: string, code: RoomErrorCode][] = [
    ['NotAllowedError', 'Permission denied by system', 'permission-denied-by-system'],
    ['NotFoundError', '', 'no-device'],
    ['NotReadableError', '', 'device-in-use'],
    ['AbortError', '', 'device-in-use'],
    ['OverconstrainedError', '', 'no-device'],
    ['SecurityError', '', 'blocked'],
    ['DataError', '', 'unknown'],
  ];
  for (const [name, message, code] of cases)
    it(`turns ${name} ${message} into ${code}`, async () => {
      const restore = failingMedia(name, message);
      expect(await failure(openDevice('camera'))).to.include({ name: 'RoomError', code });
      restore();
    });

  it('tells the no of a person from the no of their system', async () => {
    const restore = failingMedia('NotAllowedError', 'Permission denied');
    let forget = permission('denied');
    expect((await failure(openDevice('microphone'))).code).to.equal('permission-denied');
    forget();
    forget = permission('granted');
    expect((await failure(openDevice('microphone'))).code).to.equal('permission-denied-by-system');
    forget();
    restore();
  });

  it('says so when the page is not served securely', async () => {
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
    expect((await failure(openDevice('microphone'))).code).to.equal('not-supported');
    expect(await listDevices('camera')).to.deep.equal([]);
    delete (navigator as { mediaDevices?: unknown }).mediaDevices;
  });
});

describe('listDevices', () => {
  it('lists one kind', async () => {
    const media = smallMedia();
    await openDevice('microphone');
    const microphones = await listDevices('microphone');
    expect(microphones).not.to.have.length(0);
    expect(microphones.every((info) => info.kind === 'audioinput')).to.equal(true);
    media.restore();
  });
});
