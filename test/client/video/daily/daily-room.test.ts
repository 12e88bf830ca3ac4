import { expect } from '@open-wc/testing';
import { DailyRoom } from '../../../../src/client/video/daily/daily-room.js';
import { bundlePath } from '../../../support/daily-stand-in/call-machines.js';
import { smallMedia } from '../../../support/media.js';

describe('DailyRoom', () => {
  it('joins', async () => {
    const media = smallMedia();
    const room = new DailyRoom({ url: `https://x.daily.co/${crypto.randomUUID()}`, bundlePath });
    room.subscribe((s) => console.log(JSON.stringify(s)));
    await room.join({ name: 'Ana' });
    await room.setCamera(true);
    expect(room.state.connection).to.equal('joined');
    await room.leave();
    media.restore();
  });
});
