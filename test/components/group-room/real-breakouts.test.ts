import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { EmbeddedBackend } from '../../../src/client/backends/embedded/embedded-backend.js';
import type { RoomAccess } from '../../../src/client/model/meeting.js';
import '../../../src/components/group-room/define.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { going, PairsClinic } from '../../support/breakouts.js';
import { bundlePath, machines } from '../../support/daily-stand-in/call-machines.js';
import { smallMedia } from '../../support/media.js';
import { watchPlatform, type WatchedPlatform } from '../../support/watch-platform.js';
import { button, query, radio, render, says, shows } from './support.js';

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

const tileOf = (el: GroupRoom, name: string) =>
  [...el.renderRoot.querySelectorAll('.tile')].find((tile) => tile.textContent.includes(name));
const videoOf = (el: GroupRoom, name: string) =>
  tileOf(el, name)?.querySelector<HTMLVideoElement>('video:not([hidden])');
const picture = (el: GroupRoom, name: string) =>
  waitUntil(() => (videoOf(el, name)?.videoWidth ?? 0) > 0, `the picture of ${name}`, {
    timeout: 8000,
  });
const names = (el: GroupRoom) => el.renderRoot.querySelectorAll('.tile').length;
/** One's own picture, as it is sent now. */
const sent = (el: GroupRoom) =>
  (query<HTMLVideoElement>(el, '.tile.self video')?.srcObject as MediaStream | null)
    ?.getTracks()
    .map(({ readyState }) => readyState);

/** Three people of one clinic on one page, the last one the host. */
async function three(): Promise<[GroupRoom, GroupRoom, GroupRoom]> {
  const name = `pairs ${++clinics} ${Math.random()}`;
  const backend = (persona: string) => new EmbeddedBackend({ storage: 'memory', name, persona });
  const page = await fixture(
    html`<div>
      <group-room .backend=${backend('jordan')} alias="River"></group-room>
      <group-room .backend=${backend('sam')} alias="Juniper"></group-room>
      <group-room .backend=${backend('luis')}></group-room>
    </div>`,
  );
  return [...page.querySelectorAll('group-room')] as [GroupRoom, GroupRoom, GroupRoom];
}

async function goIn(el: GroupRoom, camera: boolean): Promise<void> {
  await shows(el, '.sessions button');
  button(el, 'Join').click();
  await shows(el, '[part=enter]');
  if (camera) {
    radio(el, 'camera', 0).click();
    await waitUntil(() => query(el, '.mirror video'), 'the camera', { timeout: 5000 });
  }
  query<HTMLInputElement>(el, '.agree input')?.click();
  button(el, 'Go in').click();
  await waitUntil(() => query(el, '.room .tile'), 'in the room', { timeout: 5000 });
}

describe('<group-room> with pairs, with real media', () => {
  it('takes two there and back, apart from the group, under their aliases', async () => {
    const [river, juniper, luis] = await three();
    await goIn(luis, false);
    await goIn(river, true);
    await goIn(juniper, true);
    await picture(luis, 'River');
    await picture(river, 'Juniper');
    await waitUntil(() => names(luis) === 3, 'everybody is there', { timeout: 5000 });
    const lights = [...media.opened];

    button(luis, 'Facilitate').click();
    await shows(luis, '.pairs form');
    button(luis, 'Start pairs').click();
    await shows(river, '#invitation');
    await shows(juniper, '#invitation');
    expect(query(river, '#invitation')?.textContent).to.include('Talk with Juniper');
    button(river, 'Go').click();
    await says(river, 'Your talk with Juniper');
    await waitUntil(() => names(luis) === 2, 'River has left the group', { timeout: 5000 });
    button(juniper, 'Go').click();
    await picture(river, 'Juniper');
    await picture(juniper, 'River');
    await says(luis, 'River in the pair');
    expect([names(river), names(juniper), names(luis)]).to.deep.equal([2, 2, 1]);
    // The same cameras go on; what the group had of them is over, and nothing was opened anew.
    expect(lights.map(({ readyState }) => readyState)).to.deep.equal(['ended', 'ended']);
    expect(media.opened).to.have.length(2);
    expect([sent(river), sent(juniper)]).to.deep.equal([['live'], ['live']]);

    button(river, 'Back to the group').click();
    await picture(luis, 'River');
    await says(juniper, 'In the group for now: River');
    button(luis, 'End for everybody').click();
    await says(juniper, 'You go back to the group in');
    button(juniper, 'Back to the group').click();
    await picture(luis, 'Juniper');
    await picture(river, 'Juniper');
    await waitUntil(() => [river, juniper, luis].every((el) => names(el) === 3), 'together', {
      timeout: 5000,
    });
    const last = [river, juniper].map(
      (el) =>
        (query<HTMLVideoElement>(el, '.tile.self video')!.srcObject as MediaStream).getTracks()[0]!,
    );
    for (const el of [river, juniper, luis]) el.remove();
    await waitUntil(() => last.every(({ readyState }) => readyState === 'ended'), 'lights out');
    await waitUntil(() => platform.counts()['connections'] === 0, 'no connection is left');
  }).timeout(60_000);

  it('goes there and back over Daily, one call after the other', async () => {
    const clinic = new PairsClinic();
    const el = await render(clinic.backend, 'group-1');
    const address = (into: string): RoomAccess => ({
      transport: 'daily',
      url: `https://stand-in.daily.co/${clinics}-${into.replace(/\W/g, '')}`,
    });
    el.roomFactory = async (access) => {
      const { DailyRoom } = await import('../../../src/client/video/daily/daily-room.js');
      const { url } = address(access.transport === 'mesh' ? access.room : '') as { url: string };
      return new DailyRoom({ url, bundlePath });
    };
    await shows(el, '[part=enter]');
    radio(el, 'camera', 0).click();
    await waitUntil(() => query(el, '.mirror video'), 'the camera', { timeout: 5000 });
    button(el, 'Go in').click();
    await waitUntil(() => query(el, '.room .tile'), 'in the room', { timeout: 8000 });
    const before = machines.length;
    clinic.tell(going(600));
    await shows(el, '#invitation');
    button(el, 'Go').click();
    await waitUntil(() => query(el, '.beside strong'), 'in the pair', { timeout: 8000 });
    await waitUntil(() => (query<HTMLVideoElement>(el, '.tile video')?.videoWidth ?? 0) > 0);
    expect(machines.length).to.equal(before + 1);
    expect(media.opened.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
    expect(sent(el)).to.deep.equal(['live']);
    button(el, 'Back to the group').click();
    await waitUntil(() => machines.length === before + 2, 'another call', { timeout: 8000 });
    await waitUntil(() => (query<HTMLVideoElement>(el, '.tile video')?.videoWidth ?? 0) > 0);
    const [track] = (
      query<HTMLVideoElement>(el, '.tile video')!.srcObject as MediaStream
    ).getTracks();
    button(el, 'Leave quietly').click();
    await says(el, 'You left the room');
    await waitUntil(() => track!.readyState === 'ended', 'the light is out');
    expect(media.opened).to.have.length(1);
  }).timeout(40_000);
});
