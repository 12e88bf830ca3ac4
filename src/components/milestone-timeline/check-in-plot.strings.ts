export const english = {
  title: 'The last 30 days',
  week: {
    one: 'You checked in on {n} of the last {of} days.',
    other: 'You checked in on {n} of the last {of} days.',
  },
  theirWeek: {
    one: 'Checked in on {n} of the last {of} days.',
    other: 'Checked in on {n} of the last {of} days.',
  },
  empty: 'When you check in, you can see here how the days went.',
  theirEmpty: 'No check-ins in the last 30 days.',
  notShared: 'Check-in answers are not shared with you.',
  measures: { mood: 'Mood', craving: 'Cravings', sleep: 'Sleep', confidence: 'Confidence' },
  /** Words at the two ends of the scale, low first. */
  ends: {
    mood: ['Very low', 'Very good'],
    craving: ['None', 'Very strong'],
    sleep: ['0 hours', '14 hours'],
    confidence: ['Not sure yet', 'Very sure'],
  },
  latest: 'latest {value}',
  summary:
    '{measure}, from “{low}” to “{high}”: answered on {days} of 30 days, between {min} and {max}; latest {value} on {date}.',
  today: 'Today',
  table: 'Show as a table',
  day: 'Day',
  noAnswer: 'no answer',
};
export type PlotStrings = typeof english;
