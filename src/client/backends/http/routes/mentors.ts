import * as z from 'zod/mini';
import { Id } from '../../../model/id.js';
import { MentorMatch } from '../../../model/matching.js';
import { Mentor } from '../../../model/mentor.js';
import { Message, NewMessage } from '../../../model/message.js';
import { Pairing, PairingAction } from '../../../model/pairing.js';
import { pageOf } from '../../../page.js';
import { pageFields } from './fields.js';

const page = z.object(pageFields);

/** Mentors, pairings with them, and what the two write to each other. */
export const mentorRoutes = {
  mentors: {
    get: {
      summary: 'A mentor.',
      method: 'GET',
      path: '/v1/mentors/{mentorId}',
      tagged: true,
      takes: ['mentorId'],
      answer: Mentor,
    },
    list: {
      summary: 'All mentors of the clinic.',
      method: 'GET',
      path: '/v1/mentors',
      options: page,
      answer: pageOf(Mentor),
    },
    suggest: {
      summary: 'Mentors who fit the signed-in participant, best fit first, and why.',
      method: 'GET',
      path: '/v1/suggestions',
      options: page,
      answer: pageOf(MentorMatch),
    },
    match: {
      summary: 'Why this mentor, also when they are full.',
      method: 'GET',
      path: '/v1/mentors/{mentorId}/match',
      takes: ['mentorId'],
      answer: MentorMatch,
    },
  },

  pairings: {
    list: {
      summary: 'Pairings of the signed-in participant or mentor, newest first.',
      method: 'GET',
      path: '/v1/pairings',
      options: z.object({ ...pageFields, mentorId: z.optional(Id) }),
      answer: pageOf(Pairing),
    },
    get: {
      summary: 'A pairing of the signed-in participant or mentor.',
      method: 'GET',
      path: '/v1/pairings/{pairingId}',
      tagged: true,
      takes: ['pairingId'],
      answer: Pairing,
    },
    request: {
      summary: 'Asks a mentor.',
      method: 'POST',
      path: '/v1/pairings',
      keyed: true,
      creates: true,
      takes: ['body'],
      body: z.object({
        mentorId: Id,
        message: z.optional(z.string().check(z.trim(), z.maxLength(1000))),
      }),
      answer: Pairing,
      rules: ['already-paired', 'mentor-paused', 'no-capacity'],
    },
    apply: {
      summary: 'Accepts, declines, pauses, resumes, ends or continues a pairing.',
      method: 'POST',
      path: '/v1/pairings/{pairingId}/actions',
      keyed: true,
      changes: 'pairings.get',
      takes: ['pairingId', 'body'],
      body: PairingAction,
      answer: Pairing,
      rules: ['not-your-move', 'wrong-status', 'paused-by-other', 'request-expired'],
    },
  },

  messages: {
    list: {
      summary: 'Messages of a pairing, newest first.',
      method: 'GET',
      path: '/v1/pairings/{pairingId}/messages',
      takes: ['pairingId'],
      options: z.object({ ...pageFields, kept: z.optional(z.boolean()) }),
      answer: pageOf(Message),
    },
    send: {
      summary: 'Writes to the other side of an active pairing.',
      method: 'POST',
      path: '/v1/pairings/{pairingId}/messages',
      keyed: true,
      creates: true,
      takes: ['pairingId', 'body'],
      body: NewMessage,
      answer: Message,
      rules: ['wrong-status'],
    },
    update: {
      summary: 'The reader has read a message, keeps it or keeps it no longer.',
      method: 'POST',
      path: '/v1/messages/{messageId}/changes',
      keyed: true,
      takes: ['messageId', 'body'],
      body: z.object({ read: z.optional(z.literal(true)), kept: z.optional(z.boolean()) }),
      answer: Message,
    },
  },
} as const;
