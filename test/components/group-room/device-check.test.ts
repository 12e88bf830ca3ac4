import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import '../../../src/components/group-room/define.js';
import { failingMedia, smallMedia } from '../../support/media.js';
import { atTheDoor, button, query, radio, says, shows, still, text } from './support.js';

let media: ReturnType<typeof smallMedia>;
beforeEach(() => (media = smallMedia()));
afterEach(() => media.restore());

const live = () => media.opened.filter((track) => track.readyState === 'live');

describe('<group-room> how I look and sound', () => {
  it('opens nothing before the person turns something on', async () => {
    const { el } = await atTheDoor();
    expect(radio(el, 'camera', 1).checked).to.equal(true);
    expect(radio(el, 'microphone', 1).checked).to.equal(true);
    expect(text(el)).to.include('Your camera is off');
    await aTimeout(100);
    expect(media.opened).to.have.length(0);
  });

  it('mirrors the camera', async () => {
    const { el } = await atTheDoor();
    radio(el, 'camera', 0).click();
    await shows(el, '.mirror video');
    const video = query<HTMLVideoElement>(el, '.mirror video')!;
    await waitUntil(() => video.videoWidth > 0, 'has a picture', { timeout: 4000 });
    expect(getComputedStyle(video).scale).to.equal('-1 1');
    expect(video.muted).to.equal(true);
    await expect(el).to.be.accessible();
    radio(el, 'camera', 1).click();
    await waitUntil(() => !query(el, '.mirror video'));
    expect(live()).to.have.length(0);
  });

  it('shows the level of the microphone', async () => {
    const { el } = await atTheDoor();
    radio(el, 'microphone', 0).click();
    await shows(el, '[role=meter]');
    const meter = query(el, '[role=meter]')!;
    await waitUntil(() => Number(meter.getAttribute('aria-valuenow')) > 30, 'hears', {
      timeout: 4000,
    });
    expect(meter.style.getPropertyValue('--_level')).not.to.equal('');
    await expect(el).to.be.accessible();
  });

  it('offers the devices, and remembers the choice on the page alone', async () => {
    const { el } = await atTheDoor();
    radio(el, 'microphone', 0).click();
    await shows(el, 'select');
    const select = query<HTMLSelectElement>(el, 'select')!;
    const other = [...select.options].find((o) => !o.selected && o.value !== 'default')!;
    select.value = other.value;
    select.dispatchEvent(new Event('change'));
    await waitUntil(() => live()[0]?.getSettings().deviceId === other.value, 'opened', {
      timeout: 4000,
    });
    expect(live()).to.have.length(1);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.include(other.value);
    radio(el, 'microphone', 1).click();
    const again = await atTheDoor();
    radio(again.el, 'microphone', 0).click();
    await waitUntil(() => live()[0]?.getSettings().deviceId === other.value, 'remembered', {
      timeout: 4000,
    });
  });

  const failures: [string, string, string][] = [
    ['NotAllowedError', 'Permission denied by system', 'the system’s privacy settings'],
    ['NotFoundError', '', 'We cannot find your camera'],
    ['NotReadableError', '', 'Another app or tab is using your camera'],
    ['SecurityError', '', 'This page does not allow your camera'],
    ['DataError', '', 'We could not start your camera'],
  ];
  for (const [name, message, words] of failures)
    it(`says what to do after ${name} ${message}`, async () => {
      const { el, room } = await atTheDoor();
      const restore = failingMedia(name, message);
      radio(el, 'camera', 0).click();
      await says(el, words);
      expect(text(el)).to.include('You can also go in without it.');
      expect(text(el)).to.include('Your camera is off');
      await still(el);
      await expect(el).to.be.accessible();
      restore();
      button(el, 'Go in').click();
      await shows(el, '.room');
      expect(room.joins[0]?.videoTrack).to.equal(undefined);
    });

  it('tries again', async () => {
    const { el } = await atTheDoor();
    const restore = failingMedia('NotReadableError');
    radio(el, 'camera', 0).click();
    await says(el, 'Another app');
    restore();
    button(el, 'Try again').click();
    await shows(el, '.mirror video');
    expect(query(el, '[role=alert]')).to.equal(null);
  });

  it('closes what was opened too late', async () => {
    const { el } = await atTheDoor();
    radio(el, 'camera', 0).click();
    radio(el, 'camera', 1).click();
    radio(el, 'microphone', 0).click();
    await shows(el, '[role=meter]');
    await aTimeout(100);
    expect(live().map((track) => track.kind)).to.deep.equal(['audio']);
  });

  it('notices a device that is unplugged', async () => {
    const { el } = await atTheDoor();
    radio(el, 'camera', 0).click();
    await shows(el, '.mirror video');
    const [track] = live();
    track?.dispatchEvent(new Event('ended'));
    await says(el, 'We lost your camera. If it was unplugged, plug it in again.');
    expect(track?.readyState).to.equal('ended');
    button(el, 'Try again').click();
    await shows(el, '.mirror video');
  });

  it('says that a phone call has the microphone, and that it is back', async () => {
    const { el } = await atTheDoor();
    radio(el, 'microphone', 0).click();
    await shows(el, '[role=meter]');
    const track = live()[0]!;
    let muted = true;
    Object.defineProperty(track, 'muted', { get: () => muted });
    track.dispatchEvent(new Event('mute'));
    await says(el, 'Your phone or another app has taken your microphone for now');
    await expect(el).to.be.accessible();
    muted = false;
    track.dispatchEvent(new Event('unmute'));
    await waitUntil(() => !text(el).includes('for now'));
    expect(live()).to.have.length(1);
  });

  it('hands its tracks to the room, and nothing stays open after it', async () => {
    const { el, room } = await atTheDoor();
    radio(el, 'camera', 0).click();
    radio(el, 'microphone', 0).click();
    await waitUntil(() => live().length === 2, 'both', { timeout: 4000 });
    await shows(el, '[role=meter]');
    button(el, 'Go in').click();
    await shows(el, '.room');
    expect(room.joins[0]?.videoTrack).to.equal(live().find((track) => track.kind === 'video'));
    expect(live()).to.have.length(2);
    button(el, 'Leave').click();
    await waitUntil(() => live().length === 0);
  });

  it('opens again what the person wanted when the room did not open', async () => {
    const { el, room } = await atTheDoor();
    radio(el, 'camera', 0).click();
    await shows(el, '.mirror video');
    room.refusal = new Error('no');
    button(el, 'Go in').click();
    await says(el, 'We could not open the room');
    await waitUntil(() => live().length === 1, 'open again', { timeout: 4000 });
    await shows(el, '.mirror video');
  });

  it('closes everything when it is taken away, and nothing when it is moved', async () => {
    const { el } = await atTheDoor();
    radio(el, 'camera', 0).click();
    await shows(el, '.mirror video');
    const parent = el.parentElement!;
    el.remove();
    parent.append(el);
    await aTimeout(50);
    expect(live()).to.have.length(1);
    el.remove();
    await waitUntil(() => live().length === 0);
  });
});
