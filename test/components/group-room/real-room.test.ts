import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import '../../../src/components/group-room/define.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { smallMedia } from '../../support/media.js';
import { watchPlatform, type WatchedPlatform } from '../../support/watch-platform.js';
import { button, query, radio, shows } from './support.js';

let media: ReturnType<typeof smallMedia>;
let platform: WatchedPlatform;
let clinics = 0;

beforeEach(() => {
  media = smallMedia();
  platform = watchPlatform();
});

afterEach(() => {
  media.restore();
  platform.restore();
});

/** Two people of one clinic on one page, each with a backend of their own. */
async function two(): Promise<[GroupRoom, GroupRoom]> {
  const name = `clinic ${++clinics} ${Math.random()}`;
  const backend = (persona: string) => new EmbeddedBackend({ storage: 'memory', name, persona });
  const page = await fixture(
    html`<div>
      <group-room .backend=${backend('jordan')}></group-room>
      <group-room .backend=${backend('sam')} alias="Juniper"></group-room>
    </div>`,
  );
  const [jordan, sam] = page.querySelectorAll('group-room');
  return [jordan!, sam!];
}

async function goIn(el: GroupRoom): Promise<void> {
  await shows(el, '.sessions button');
  button(el, 'Join').click();
  await shows(el, '[part=enter]');
  radio(el, 'camera', 0).click();
  radio(el, 'microphone', 0).click();
  await waitUntil(() => query(el, '.mirror video') && query(el, '[role=meter]'), 'devices', {
    timeout: 5000,
  });
  query<HTMLInputElement>(el, '.agree input')!.click();
  button(el, 'Go in').click();
  await waitUntil(() => query(el, '.room'), 'in the room', { timeout: 5000 });
}

const tileOf = (el: GroupRoom, name: string) =>
  [...el.renderRoot.querySelectorAll('.tile')].find((tile) => tile.textContent.includes(name));

const picture = (el: GroupRoom, name: string) =>
  waitUntil(
    () => (tileOf(el, name)?.querySelector('video')?.videoWidth ?? 0) > 0,
    `the picture of ${name}`,
    { timeout: 8000 },
  );

describe('<group-room> with real media', () => {
  it('lets two people see and hear each other, and releases everything', async () => {
    const [jordan, sam] = await two();
    const before = platform.counts();
    await goIn(jordan);
    await goIn(sam);
    await picture(jordan, 'Juniper');
    await picture(sam, 'Jordan');
    const audio = sam.renderRoot.querySelector('audio');
    await waitUntil(() => audio && !audio.paused && audio.currentTime > 0, 'plays', {
      timeout: 5000,
    });
    await waitUntil(() => tileOf(jordan, 'Juniper')?.matches('.speaking'), 'is heard', {
      timeout: 8000,
    });
    await waitUntil(() => tileOf(sam, 'Jordan')?.matches('.speaking'), 'is heard', {
      timeout: 8000,
    });
    button(jordan, 'Raise hand').click();
    await waitUntil(() => tileOf(sam, 'Jordan')?.textContent.includes('hand up, number 1'));
    button(jordan, 'Mute').click();
    await waitUntil(() => tileOf(sam, 'Jordan')?.textContent.includes('muted'));

    // Moved in the page: the same room, and the picture goes on.
    const section = document.createElement('section');
    jordan.parentElement!.append(section);
    section.append(jordan);
    await aTimeout(50);
    await picture(jordan, 'Juniper');
    const video = tileOf(jordan, 'Juniper')!.querySelector('video')!;
    const shown = video.currentTime;
    await waitUntil(() => video.currentTime > shown, 'still moves', { timeout: 3000 });
    expect(sam.renderRoot.querySelectorAll('.tile')).to.have.length(2);

    button(jordan, 'Leave').click();
    await waitUntil(() => !tileOf(sam, 'Jordan'), 'Jordan is gone', { timeout: 3000 });
    sam.remove();
    await waitUntil(() => media.opened.every((track) => track.readyState === 'ended'));
    await waitUntil(() => platform.counts()['audioContexts'] === 0);
    expect(platform.counts()).to.include({ connections: 0, intervals: before['intervals'] });
    expect(platform.counts()['pageListeners']).to.equal(before['pageListeners']);
  }).timeout(40_000);
});
