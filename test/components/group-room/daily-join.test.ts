import { expect, waitUntil } from '@open-wc/testing';
import type { RoomAccess } from '../../../src/client/model/meeting.js';
import '../../../src/components/group-room/define.js';
import { bundlePath } from '../../support/daily-stand-in/call-machines.js';
import { smallMedia } from '../../support/media.js';
import { atTheDoor, button, query, radio, says, shows } from './support.js';

/** What a portal allows, with Daily's hosts left out: nothing here may leave this machine. */
const POLICY =
  "script-src 'self' 'unsafe-inline'; connect-src 'self' ws:; require-trusted-types-for 'script'";

/** daily-js sets a script's address as a string, for which such a page needs a default policy. */
function trustTheCallMachine(): void {
  const { trustedTypes } = window as unknown as {
    trustedTypes?: {
      createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): void;
    };
  };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (url.endsWith('/call-machine-object-bundle.js') ? url : null),
  });
}

const access: RoomAccess = {
  transport: 'daily',
  url: 'https://stand-in.daily.co/0b51c1f7-8a49-4d4c-b7a5-6a5c5a3b8f0e',
};
const services = { access: () => Promise.resolve(access) };

const violations: string[] = [];
let media: ReturnType<typeof smallMedia>;

before(() => {
  trustTheCallMachine();
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    violations.push(`${effectiveDirective} ${blockedURI}`),
  );
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = POLICY;
  document.head.append(meta);
});

beforeEach(() => {
  violations.length = 0;
  media = smallMedia();
});

afterEach(() => media.restore());

const loaded = (file: string) =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes(file)).length;

describe('<group-room> over Daily', () => {
  it('loads nothing of Daily before the join, and then says that the page holds it back', async () => {
    const { el } = await atTheDoor({ services });
    el.roomFactory = undefined;
    await shows(el, '[part=enter]');
    expect([loaded('daily-room'), loaded('daily-js')], 'at the door').to.deep.equal([0, 0]);
    button(el, 'Go in').click();
    await waitUntil(() => loaded('daily-js') > 0, 'daily-js is loaded', { timeout: 8000 });
    expect(loaded('daily-room')).to.be.above(0);
    await says(el, 'This page does not allow video rooms', 20_000);
    const machine = violations.filter((v) => v.startsWith('script-src-elem'));
    expect(machine[0]).to.match(/^script-src-elem https:\/\/c\.daily\.co\//);
    await waitUntil(() => violations.some((v) => v.includes('connect-src')), 'a report');
    const reports = violations.filter((v) => v.startsWith('connect-src'));
    expect(reports[0], 'the report of the failure is blocked').to.include('ingest.sentry.io');
  }).timeout(40_000);

  it('goes in and out under that policy, with a call machine of the page', async () => {
    const { el } = await atTheDoor({ services });
    el.roomFactory = async () => {
      const { DailyRoom } = await import('../../../src/client/video/daily/daily-room.js');
      return new DailyRoom({ ...access, bundlePath });
    };
    await shows(el, '[part=enter]');
    radio(el, 'camera', 0).click();
    await waitUntil(() => query(el, '.mirror video'), 'the camera', { timeout: 5000 });
    button(el, 'Go in').click();
    await waitUntil(() => query(el, '.room'), 'in the room', { timeout: 8000 });
    await waitUntil(() => (query<HTMLVideoElement>(el, '.tile video')?.videoWidth ?? 0) > 0);
    button(el, 'Leave quietly').click();
    await says(el, 'You left the room');
    expect(media.opened.map((track) => track.readyState)).to.deep.equal(['ended']);
    expect(violations).to.deep.equal([]);
  }).timeout(30_000);
});
