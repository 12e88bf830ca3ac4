import type { DeclineReason } from '../../client/model/pairing.js';
import { sharedEnglish } from '../shared/shared.strings.js';

const reasons: Record<DeclineReason, string> = {
  'no-time': 'I have no time right now',
  'not-my-experience': 'I have not lived through this',
  'better-fit': 'Another mentor may fit better',
  other: 'Another reason',
};

/** `{name}` is the mentee as the mentor may know them. */
export const english = {
  ...sharedEnglish,
  heading: 'People who count on you',
  none: 'Nobody is waiting for you. When someone asks you to be their mentor, you will see it here.',
  notYours: 'This list is for mentors.',
  asks: 'Asks you to be their mentor',
  until: 'You can answer until {when}',
  accept: 'Yes, walk with {name}',
  decline: 'Not right now',
  why: 'Why not right now? {name} will be told kindly.',
  reasons,
  accepted: 'You are now the mentor of {name}.',
  declined: '{name} will hear that it is not right now.',
  /** Rules by which a backend refuses an answer. */
  refused: {
    'request-expired': 'This request has ended by itself. They can ask again.',
    'wrong-status': 'This request is no longer open.',
    'no-capacity': 'You have no free place right now.',
  },
  active: 'You are their mentor',
  paused: 'You are taking a rest from each other',
  signs: {
    call: 'Asked for a call in the check-in of {day}. The care team sees this too.',
    quiet: {
      one: 'No check-in for {n} day. A kind hello may help. They do not have to answer.',
      other: 'No check-in for {n} days. A kind hello may help. They do not have to answer.',
    },
    wrote: {
      one: 'A message that you have not read',
      other: '{n} messages that you have not read',
    },
    milestone: '{title} on {day}. A good moment to celebrate.',
  },
  calm: 'Nothing is waiting for you.',
  unknown: 'We cannot see right now how they are doing.',
  write: 'Write to {name}',
  read: 'Read and answer {name}',
  celebrate: 'Celebrate with {name}',
  path: 'See their path',
  mood: 'Mood, {n} days',
  moodWords: {
    one: 'Mood on {n} of the last {days} days: {from} of 10.',
    other: 'Mood on {n} of the last {days} days, between {from} and {to} of 10.',
  },
};
export type MenteeListStrings = typeof english;
