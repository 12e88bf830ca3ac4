import type { RoomHarness } from '../../../../src/client/conformance/index.js';
import { DailyRoom } from '../../../../src/client/video/daily/daily-room.js';
import { bundlePath } from '../../../support/daily-stand-in/call-machines.js';
import { visitor, type Visitor } from '../../../support/daily-stand-in/visitors.js';
import { memoryDoor } from '../../../support/memory-door.js';
import { smallMedia, tracksOf } from '../../../support/media.js';

/** The first in this page, the others in pages of their own. */
export const dailyHarness: RoomHarness = {
  open() {
    const media = smallMedia();
    const url = `https://stand-in.daily.co/${crypto.randomUUID()}`;
    const visitors: Visitor[] = [];
    const door = memoryDoor();
    let first: DailyRoom | undefined;
    return Promise.resolve({
      async open({ host } = { host: false }) {
        const token = host ? 'owner' : undefined;
        if (!first) return (first = new DailyRoom({ url, bundlePath, token, door }));
        const other = await visitor(url, token);
        visitors.push(other);
        return other.room;
      },
      async knock(name) {
        const other = await visitor(url, 'lobby');
        visitors.push(other);
        const joined = other.room.join({ name }).then(() => other.room);
        joined.catch(() => undefined);
        return { joined };
      },
      tracks: tracksOf,
      async close() {
        await first?.leave();
        await Promise.all(visitors.map((other) => other.close()));
        media.restore();
      },
    });
  },
};
