import { expect } from '@open-wc/testing';
import { DailyRoom } from '../../../../src/client/video/daily/daily-room.js';
import { SendQuality } from '../../../../src/client/video/daily/send-quality.js';
import { bundlePath, machines } from '../../../support/daily-stand-in/call-machines.js';
import { eventually, smallMedia } from '../../../support/media.js';

/** What is read once a second, for so many seconds. */
const over = (quality: SendQuality, from: number, seconds: number) =>
  Array.from({ length: seconds }, (_, s) => quality.read((from + s) * 1000)).filter(Boolean);

describe('SendQuality', () => {
  it('goes down step by step on a bad network, then off, and stays there', () => {
    const quality = new SendQuality();
    expect(over(quality, 0, 60), 'nothing is known yet').to.deep.equal([]);
    quality.network('bad', 60_000);
    expect(over(quality, 60, 5), 'a moment is no reason').to.deep.equal([]);
    expect(over(quality, 65, 60)).to.deep.equal([
      'bandwidth-and-quality-balanced',
      'bandwidth-optimized',
      'off',
    ]);
    expect(quality.reduced).to.equal(true);
  });

  it('keeps a small picture on a poor network', () => {
    const quality = new SendQuality();
    quality.network('warning', 0);
    expect(over(quality, 0, 60)).to.deep.equal([
      'bandwidth-and-quality-balanced',
      'bandwidth-optimized',
    ]);
  });

  it('comes up again slowly', () => {
    const quality = new SendQuality();
    quality.network('warning', 0);
    over(quality, 0, 11);
    quality.network('good', 11_000);
    expect(over(quality, 11, 20)).to.deep.equal([]);
    expect(over(quality, 31, 60)).to.deep.equal([
      'bandwidth-and-quality-balanced',
      'default-video',
    ]);
    expect(quality.reduced).to.equal(false);
  });
});

describe('DailyRoom on a bad network', () => {
  it('sends less, then turns the camera off and says so, until the person turns it on', async () => {
    const media = smallMedia();
    const room = new DailyRoom({ url: `https://stand-in.daily.co/${Math.random()}`, bundlePath });
    try {
      await room.join({ name: 'Ana' });
      await room.setCamera(true);
      const machine = machines.at(-1)!;
      const state = { state: 'bad', reasons: ['sendPacketLoss'] };
      machine.tell({ action: 'network-quality-change', state, threshold: 'very-low', quality: 5 });
      const told: unknown[] = [];
      room.subscribe(({ reduced }) => told.at(-1) !== reduced && told.push(reduced));
      await eventually(() => room.state.reduced === 'picture', 'a smaller picture', 8000);
      expect(room.state.people[0]?.camera).to.equal(true);
      await eventually(() => room.state.reduced === 'camera', 'no camera', 14_000);
      expect(room.state.people[0]?.camera).to.equal(false);
      expect(media.opened.map((track) => track.readyState)).to.deep.equal(['ended']);
      const sent = machine.asked.filter(({ action }) => action === 'update-send-settings');
      expect(sent.map((message) => message['sendSettings'])).to.deep.equal([
        { video: 'bandwidth-and-quality-balanced' },
        { video: 'bandwidth-optimized' },
      ]);
      await room.setCamera(true);
      expect(room.state.reduced).to.equal('picture');
      expect(told).to.deep.equal(['picture', 'camera', 'picture']);
    } finally {
      await room.leave();
      media.restore();
    }
  }).timeout(30_000);
});
