import { sharedEnglish } from '../shared/shared.strings.js';

export const english = {
  ...sharedEnglish,
  heading: 'Looking back',
  span: 'How far back',
  spans: { 14: '2 weeks', 30: '30 days', 90: '90 days' },
  spanTo: '{from} to {to}',
  empty: 'Nothing here from the last 90 days, and that is fine.',
  emptyNext:
    'After a check-in you can see here how your days went, in numbers and in your own words. A check-in takes about a minute.',
  quiet: 'No check-ins in these days. You can begin again on any day.',
  wins: 'What went well',
  win: {
    'checked-in': {
      one: 'You checked in on {n} of the last {of} days.',
      other: 'You checked in on {n} of the last {of} days.',
    },
    connected: {
      one: 'You felt connected to someone on {n} of the last {of} days.',
      other: 'You felt connected to someone on {n} of the last {of} days.',
    },
    asked: {
      one: 'You asked for a call. That takes courage.',
      other: 'You asked for a call on {n} days. That takes courage.',
    },
    wrote: {
      one: 'You put {n} day into your own words.',
      other: 'You put {n} days into your own words.',
    },
  },
  days: 'Your days',
  scores: 'Your questionnaires',
  scoresNote: 'A score is not a diagnosis. Your care team can tell you what it means for you.',
  otherScore: 'Questionnaire',
  table: 'Show as table',
  plots: 'Show as pictures',
  measures: { mood: 'Mood', craving: 'Cravings', sleep: 'Sleep', confidence: 'Confidence' },
  /** Words at the two ends of the scale, low first. */
  ends: {
    mood: ['very low', 'very good'],
    craving: ['none', 'very strong'],
    sleep: ['0 hours', '14 hours'],
    confidence: ['not sure yet', 'very sure'],
  },
  latest: 'latest {value}',
  today: 'Today',
  answered: {
    one: 'Answered on {n} of {of} days.',
    other: 'Answered on {n} of {of} days.',
  },
  between: {
    mood: 'Your mood was between {low} and {high}',
    craving: 'Your cravings were between {low} and {high}',
    sleep: 'You slept between {low} and {high}',
    confidence: 'Your confidence was between {low} and {high}',
  },
  level: {
    mood: 'Your mood was {low}',
    craving: 'Your cravings were {low}',
    sleep: 'You slept {low}',
    confidence: 'Your confidence was {low}',
  },
  /** A sentence, with or without what was usual. */
  plain: '{what}.',
  usual: '{what}; on most days around {usual}.',
  change: {
    higher: 'The last 7 days are higher than the 7 before.',
    'a-little-higher': 'The last 7 days are a little higher than the 7 before.',
    same: 'The last 7 days are much like the 7 before.',
    'a-little-lower': 'The last 7 days are a little lower than the 7 before.',
    lower: 'The last 7 days are lower than the 7 before.',
  },
  sleepChange: {
    higher: 'In the last 7 days you slept longer than in the 7 before.',
    'a-little-higher': 'In the last 7 days you slept a little longer than in the 7 before.',
    same: 'In the last 7 days you slept about as long as in the 7 before.',
    'a-little-lower': 'In the last 7 days you slept a little less than in the 7 before.',
    lower: 'In the last 7 days you slept less than in the 7 before.',
  },
  scoreLatest: '{value} of {max} on {date}: {band}.',
  scoreBetween: {
    one: '{n} score in these days.',
    other: '{n} scores in these days, between {low} and {high}.',
  },
  /** Spoken for a picture. */
  scale: 'from {low} to {high}',
  seenBy: 'Seen by',
  onlyYou: 'only you',
  you: 'you',
  careTeam: 'your care team',
  someone: 'someone you shared with',
  notKnown: 'We cannot tell right now who else can see this.',
  sharingNote:
    'This shows whom you share with. Your clinic keeps the records, and a safety alert still reaches the people named for it.',
  words: 'In your own words',
  copy: 'Your copy',
};
export type HistoryStrings = typeof english;
