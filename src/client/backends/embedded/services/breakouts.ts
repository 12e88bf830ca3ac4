import * as z from 'zod/mini';
import type { MeetingService } from '../../../backend.js';
import { BreakoutChange, BreakoutWord } from '../../../model/breakouts.js';
import { Id } from '../../../model/id.js';
import { answer, breakoutsOf, end, start, tell } from '../breakouts.js';
export { roomOf } from '../breakouts.js';
import type { StoredMeeting } from '../collections.js';
import { entered, hosted, openTo } from '../doors.js';
import type { Call, Engine } from '../engine.js';

type BreakoutMethods = Required<
  Pick<MeetingService, 'breakouts' | 'keepBreakouts' | 'tellBreakout'>
>;

const Keep = z.object({ id: Id, change: BreakoutChange });
const Tell = z.object({ id: Id, word: BreakoutWord });

/** Small rooms beside a meeting's, for those whom the meeting's door lets in. */
export const breakoutMethods = (engine: Engine): BreakoutMethods => ({
  breakouts: (meetingId, options) =>
    engine.read('sessions.breakouts', Id, meetingId, options, async (call, id) => {
      const meeting = await openTo(call, id);
      await entered(call, meeting);
      return breakoutsOf(call, meeting);
    }),

  keepBreakouts: (id, change, options) =>
    engine.write('sessions.keepBreakouts', Keep, { id, change }, options, async (call, asked) => {
      await hosted(call, asked.id);
      const meeting = await openTo(call, asked.id);
      call.changed('sessions', await keep(call, meeting, asked.change), meeting.id);
      return breakoutsOf(call, meeting);
    }),

  tellBreakout: (id, word, options) =>
    engine.write('sessions.tellBreakout', Tell, { id, word }, options, async (call, asked) => {
      const meeting = await openTo(call, asked.id);
      await entered(call, meeting);
      const concerned = await tell(call, meeting, asked.word);
      call.changed('sessions', [meeting.facilitator.id, ...concerned], meeting.id);
      return breakoutsOf(call, meeting);
    }),
});

/** @returns whom it concerns: that they begin or end concerns everybody, also those who stay. */
async function keep(
  call: Call,
  meeting: StoredMeeting,
  change: BreakoutChange,
): Promise<readonly string[]> {
  switch (change.type) {
    case 'start':
      await start(call, meeting, change);
      return meeting.members;
    case 'end':
      await end(call, meeting);
      return meeting.members;
    case 'answer':
      return [meeting.facilitator.id, await answer(call, meeting, change.guest)];
  }
}
