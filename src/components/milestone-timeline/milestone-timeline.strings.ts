import { sharedEnglish } from '../shared/shared.strings.js';

export const english = {
  ...sharedEnglish,
  heading: 'Your path',
  theirHeading: 'Their path',

  /** Counted by `plural`; the person's own label follows: "47 days in recovery". */
  day: { one: 'day', other: 'days' },
  days: { one: '{n} day', other: '{n} days' },
  labels: {
    'in-recovery': 'in recovery',
    sober: 'sober',
    'substance-free': 'substance-free',
    well: 'well',
    custom: '',
  },
  dayOne: 'Day one',
  since: 'Since {date}',
  longest: 'Longest stretch',
  lifetime: 'All together',
  changeWords: 'Change the words',
  fixDate: 'Fix a date',
  somethingChanged: 'Something changed?',
  invite:
    'You can count your days here, if that helps you. Nobody sees them unless you share them.',
  setStart: 'Set a start date',

  coming: 'Coming up',
  further: { one: '{n} more further ahead', other: '{n} more further ahead' },
  today: 'Today',
  add: 'Add a milestone',
  empty: 'What you reach will stand here, and it stays. Small steps count.',
  theirEmpty: 'What they reach will stand here.',
  earlier: 'Show earlier',
  shown: { one: '{n} more shown.', other: '{n} more shown.' },
  newChapter: 'A new chapter began',
  firstChapter: 'The first chapter began',
  kept: { one: 'The day before it still counts.', other: 'The {n} days before it still count.' },

  kinds: {
    chip: 'Recovery time',
    programme: 'Program',
    personal: 'Personal',
    connection: 'Connection',
  },
  celebrations: 'Celebrations',
  you: 'You',
  reactions: { heart: 'Heart', applause: 'Applause', strength: 'Strength', sunrise: 'New day' },
  more: { one: '{n} more', other: '{n} more' },
  celebrate: 'Celebrate',
  changeCelebration: 'Change what I sent',
  bloom: 'Celebrate: {title}',
  bloomed: 'Well done. This one is yours.',
  remove: 'Remove',

  notShared:
    'They have not shared their path with you. That is their choice, and it may change. You can still be there for them.',
};
export type TimelineStrings = typeof english;
