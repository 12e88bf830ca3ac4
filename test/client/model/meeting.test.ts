import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { doors, DOORS_OPEN_MS, RoomAccess } from '../../../src/client/model/meeting.js';

const START = Date.parse('2026-03-05T23:00:00Z');
const END = START + 90 * 60_000;
const meeting = {
  startsAt: '2026-03-05T18:00:00-05:00',
  endsAt: new Date(END).toISOString(),
  status: 'scheduled' as const,
};
const at = (time: number) => doors(meeting, new Date(time));

describe('the doors of a meeting', () => {
  it('open ten minutes before the start and close at the end, to the millisecond', () => {
    expect(DOORS_OPEN_MS).to.equal(600_000);
    expect(at(START - DOORS_OPEN_MS - 1)).to.equal('early');
    expect(at(START - DOORS_OPEN_MS)).to.equal('open');
    expect(at(START)).to.equal('open');
    expect(at(END - 1)).to.equal('open');
    expect(at(END)).to.equal('over');
  });

  it('only go from early to open to over as time passes', () => {
    const order = ['early', 'open', 'over'];
    const time = fc.integer({ min: START - 1e7, max: END + 1e7 });
    fc.assert(
      fc.property(time, fc.nat(1e7), (now, later) => {
        expect(order.indexOf(at(now + later))).to.be.at.least(order.indexOf(at(now)));
      }),
    );
  });

  it('of a cancelled meeting stay shut', () => {
    const cancelled = { ...meeting, status: 'cancelled' as const };
    for (const time of [START - 1e9, START, END + 1])
      expect(doors(cancelled, new Date(time))).to.equal('cancelled');
  });
});

describe('access to a room', () => {
  it('is by one of the known transports', () => {
    const mesh = {
      transport: 'mesh',
      room: 'r',
      iceServers: [{ urls: ['stun:example.org'] }, { urls: 'turn:example.org', username: 'u' }],
    };
    const daily = { transport: 'daily', url: 'https://example.daily.co/r' };
    for (const good of [mesh, daily, { ...daily, token: 't' }])
      expect(RoomAccess.parse(good)).to.deep.equal(good);
    for (const bad of [
      { ...mesh, transport: 'fax' },
      { transport: 'mesh' },
      { transport: 'daily' },
    ])
      expect(RoomAccess.safeParse(bad).success).to.be.false;
  });
});
