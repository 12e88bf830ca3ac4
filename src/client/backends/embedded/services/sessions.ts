import * as z from 'zod/mini';
import type { MeetingService } from '../../../backend.js';
import { Instant } from '../../../model/date-time.js';
import { Id } from '../../../model/id.js';
import { Attendance, doors, Opening } from '../../../model/meeting.js';
import { NewRecordingAnswer } from '../../../model/recording-answer.js';
import { RuleError } from '../../../model/rule-error.js';
import { forbid } from '../access.js';
import {
  acceptances,
  attendances,
  meetings,
  mentors,
  recordingAnswers,
  type StoredMeeting,
} from '../collections.js';
import type { Engine } from '../engine.js';
import { openingsOf } from '../openings.js';
import { pageFields, pageOfArray } from '../paging.js';
import { entered, guestOf, openTo } from '../doors.js';
import { book, own, present, save } from '../meetings.js';
import { doorMethods } from './doors.js';

const DAY = 24 * 60 * 60_000;
const List = z.object({
  ...pageFields,
  from: z.optional(Instant),
  to: z.optional(Instant),
  kind: z.optional(z.enum(['group', 'one-to-one'])),
});
const Openings = z.object({ ...pageFields, mentorId: Id });
const Enter = z.object({ id: Id, breakout: z.optional(Id) });
const Accept = z.object({ id: Id, version: z.string() });

/** Few meetings have small rooms: what they take comes with the first question about them. */
const breakouts = () => import('./breakouts.js');

/** Groups and one-to-ones: when, how to get in, who was there. */
export const meetingService = (engine: Engine): MeetingService => ({
  list: (options) =>
    engine.read('sessions.list', List, options ?? {}, options, async (call, request) => {
      const { kind } = request;
      const now = call.now.toISOString();
      // Nothing lasts a day, so what is not over began after yesterday.
      const from = new Date(request.from ?? +call.now - DAY).toISOString();
      const to = request.to && new Date(request.to).toISOString();
      const page = await call.records.page(meetings, ['of', call.me.id], request, {
        from,
        to,
        only: (m) =>
          (!kind || m.kind === kind) &&
          (request.from !== undefined || m.endsAt > now) &&
          (to === undefined || m.startsAt < to),
      });
      return { ...page, items: await Promise.all(page.items.map((m) => present(call, m))) };
    }),

  get: (meetingId, options) =>
    engine.read('sessions.get', Id, meetingId, options, async (call, id) =>
      present(call, await own(call, id)),
    ),

  accept: (meetingId, version, options) =>
    engine.write(
      'sessions.accept',
      Accept,
      { id: meetingId, version },
      options,
      async (call, asked) => {
        const meeting = await own(call, asked.id);
        await call.unchanged(() => present(call, meeting));
        if (asked.version !== meeting.agreements.version) throw new RuleError('agreements-changed');
        const id = `${meeting.id} ${call.me.id}`;
        const before = await call.records.find(acceptances, id);
        if (before?.version !== asked.version) {
          const at = call.now.toISOString();
          await call.records.put(acceptances, { id, version: asked.version, at });
          call.changed('sessions', [call.me.id], meeting.id);
        }
        return present(call, meeting);
      },
    ),

  access: async (id, options) => {
    const input = { id, breakout: options?.breakout };
    // Before the transaction, which waits for nothing else.
    const small = input.breakout === undefined ? undefined : await breakouts();
    return engine.read('sessions.access', Enter, input, options, async (call, asked) => {
      const meeting = await openTo(call, asked.id);
      const host = (await entered(call, meeting)) === 'host';
      const { breakout = '' } = asked;
      const room = small ? await small.roomOf(call, meeting, breakout) : meeting.room;
      // The same in all rooms of a meeting: there is one door, and one list of who was reported.
      const guest = guestOf(meeting, call.me.id);
      call.records.show('room', call.me.id, breakout || asked.id);
      return { transport: 'mesh', room, ...(host && { host }), guest, iceServers: [] };
    });
  },

  ...doorMethods(engine),

  answerRecording: (answer, options) =>
    engine.write(
      'sessions.answerRecording',
      NewRecordingAnswer,
      answer,
      options,
      async (call, sent) => {
        const meeting = await own(call, sent.meetingId);
        const state = doors(meeting, call.now);
        if (state !== 'open') throw new RuleError(state === 'early' ? 'doors-closed' : state);
        const kept = { ...sent, at: call.now.toISOString() };
        const of = { id: call.newId(), personId: call.me.id };
        await call.records.put(recordingAnswers, { ...kept, ...of });
        return kept;
      },
    ),

  breakouts: async (...asked) => (await breakouts()).breakoutMethods(engine).breakouts(...asked),
  keepBreakouts: async (...asked) =>
    (await breakouts()).breakoutMethods(engine).keepBreakouts(...asked),
  tellBreakout: async (...asked) =>
    (await breakouts()).breakoutMethods(engine).tellBreakout(...asked),

  attend: (attendance, options) =>
    engine.write('sessions.attend', Attendance, attendance, options, async (call, sent) => {
      const meeting = await own(call, sent.meetingId);
      const state = doors(meeting, call.now);
      if (state === 'early') throw new RuleError('doors-closed');
      if (state === 'cancelled') throw new RuleError('cancelled');
      const id = `${meeting.id} ${call.me.id}`;
      const before = (await call.records.find(attendances, id))?.attendance;
      // Who comes back after a lost connection was there from the first time on.
      const after: Attendance = { ...before, ...sent, joinedAt: before?.joinedAt ?? sent.joinedAt };
      await call.records.put(attendances, { id, attendance: after });
      call.changed('sessions', [call.me.id, meeting.facilitator.id], meeting.id);
      return after;
    }),

  openings: (mentorId, options) =>
    engine.read(
      'sessions.openings',
      Openings,
      { ...options, mentorId },
      options,
      async (call, request) => {
        const mentor = await call.records.get(mentors, request.mentorId);
        const list = `openings ${mentor.id}`;
        return pageOfArray(list, await openingsOf(call, mentor), (o) => o.startsAt, request);
      },
    ),

  book: (opening, options) => engine.write('sessions.book', Opening, opening, options, book),

  cancel: (meetingId, options) =>
    engine.write('sessions.cancel', Id, meetingId, options, async (call, id) => {
      const meeting = await own(call, id);
      if (meeting.kind === 'group' && meeting.facilitator.id !== call.me.id) forbid();
      await call.unchanged(() => present(call, meeting));
      const state = doors(meeting, call.now);
      if (state === 'over') throw new RuleError('over');
      if (state === 'cancelled') return present(call, meeting);
      const cancelled: StoredMeeting = { ...meeting, status: 'cancelled' };
      return save(call, cancelled);
    }),
});
