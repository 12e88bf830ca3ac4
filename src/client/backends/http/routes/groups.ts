import * as z from 'zod/mini';
import { BreakoutChange, BreakoutWord, RoomBreakouts } from '../../../model/breakouts.js';
import { Instant } from '../../../model/date-time.js';
import { Id } from '../../../model/id.js';
import { Attendance, Meeting, Opening, RoomAccess } from '../../../model/meeting.js';
import { NewRecordingAnswer, RecordingAnswer } from '../../../model/recording-answer.js';
import { Admission, DoorChange, Knock, RoomDoor } from '../../../model/room-door.js';
import { pageOf } from '../../../page.js';
import { pageFields } from './fields.js';

/** Why a room is not open to somebody. */
const CLOSED = [
  ...['doors-closed', 'over', 'cancelled', 'agreements-not-accepted'],
  ...['removed', 'locked'],
] as const;

/** Group and one-to-one sessions by video. `/v1/session` is who is signed in; these are meetings. */
export const groupRoutes = {
  sessions: {
    list: {
      summary: 'Meetings, soonest first; without `from`, those that are not over.',
      method: 'GET',
      path: '/v1/meetings',
      options: z.object({
        ...pageFields,
        from: z.optional(Instant),
        to: z.optional(Instant),
        kind: z.optional(z.enum(['group', 'one-to-one'])),
      }),
      answer: pageOf(Meeting),
    },
    get: {
      summary: 'A meeting.',
      method: 'GET',
      path: '/v1/meetings/{meetingId}',
      tagged: true,
      takes: ['meetingId'],
      answer: Meeting,
    },
    accept: {
      summary: 'Accepts the agreements of that version.',
      method: 'POST',
      path: '/v1/meetings/{meetingId}/acceptance',
      keyed: true,
      changes: 'sessions.get',
      takes: ['meetingId', 'version'],
      body: z.object({ version: z.string() }),
      answer: Meeting,
      rules: ['agreements-changed'],
    },
    access: {
      summary: 'How to get into the room, or with `breakout` into that small room beside it.',
      method: 'GET',
      path: '/v1/meetings/{meetingId}/access',
      takes: ['meetingId'],
      options: z.object({ breakout: z.optional(Id) }),
      answer: RoomAccess,
      rules: [...CLOSED, 'not-admitted', 'breakout-over'],
    },
    knock: {
      summary: 'Asks to be let in, or says again that one still waits.',
      method: 'PUT',
      path: '/v1/meetings/{meetingId}/knock',
      takes: ['meetingId', 'body'],
      body: Knock,
      answer: Admission,
      rules: CLOSED,
    },
    door: {
      summary: 'The door of the room, for its host: locked or not, who waits, who was removed.',
      method: 'GET',
      path: '/v1/meetings/{meetingId}/door',
      takes: ['meetingId'],
      answer: RoomDoor,
    },
    keepDoor: {
      summary: 'Locks, unlocks, admits, declines or removes, as the host.',
      method: 'POST',
      path: '/v1/meetings/{meetingId}/door',
      keyed: true,
      takes: ['meetingId', 'body'],
      body: DoorChange,
      answer: RoomDoor,
    },
    answerRecording: {
      summary: 'Keeps that the person said yes or no to being recorded.',
      method: 'POST',
      path: '/v1/recording-answers',
      keyed: true,
      takes: ['body'],
      body: NewRecordingAnswer,
      answer: RecordingAnswer,
      rules: ['doors-closed', 'over', 'cancelled'],
    },
    breakouts: {
      summary: 'The small rooms beside the room: for its host all of them, for others their own.',
      method: 'GET',
      path: '/v1/meetings/{meetingId}/breakouts',
      takes: ['meetingId'],
      answer: RoomBreakouts,
      rules: [...CLOSED, 'not-admitted'],
    },
    keepBreakouts: {
      summary: 'Begins small rooms, calls everybody back, or answers a call, as the host.',
      method: 'POST',
      path: '/v1/meetings/{meetingId}/breakouts',
      keyed: true,
      takes: ['meetingId', 'body'],
      body: BreakoutChange,
      answer: RoomBreakouts,
      rules: [...CLOSED, 'already-running', 'too-late'],
    },
    tellBreakout: {
      summary: 'Says where one is, or asks the host for support from a small room.',
      method: 'PUT',
      path: '/v1/meetings/{meetingId}/breakouts/word',
      takes: ['meetingId', 'body'],
      body: BreakoutWord,
      answer: RoomBreakouts,
      rules: [...CLOSED, 'not-admitted', 'breakout-over'],
    },
    attend: {
      summary: 'Writes that the person was there; again, until when.',
      method: 'POST',
      path: '/v1/attendances',
      keyed: true,
      takes: ['body'],
      body: Attendance,
      answer: Attendance,
      rules: ['doors-closed', 'cancelled'],
    },
    openings: {
      summary: 'Free times of a mentor, soonest first.',
      method: 'GET',
      path: '/v1/mentors/{mentorId}/openings',
      takes: ['mentorId'],
      options: z.object(pageFields),
      answer: pageOf(Opening),
    },
    book: {
      summary: 'Books a one-to-one.',
      method: 'POST',
      path: '/v1/meetings',
      keyed: true,
      creates: true,
      takes: ['body'],
      body: Opening,
      answer: Meeting,
      rules: ['taken'],
    },
    cancel: {
      summary: 'Cancels a meeting.',
      method: 'POST',
      path: '/v1/meetings/{meetingId}/cancellation',
      keyed: true,
      changes: 'sessions.get',
      takes: ['meetingId'],
      answer: Meeting,
      rules: ['over'],
    },
  },
} as const;
