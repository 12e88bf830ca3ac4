export const english = {
  dateLabel: 'On which day?',
  private: 'We tell nobody. If you share your recovery dates with someone, they see the change.',

  returnTitle: 'Something changed?',
  returnLead:
    'If you returned to use, you can say so here. Nothing you have earned is taken away. A new chapter begins.',
  returnSend: 'Tell us',
  wrongDate: 'Is only a date wrong? Choose “Fix a date” instead.',
  thanks: 'Thank you for telling us.',
  thanksLead: 'It takes courage. You do not have to carry it alone.',
  stays: 'What stays with you',
  staysLifetime: { one: '{n} day all together', other: '{n} days all together' },
  staysLongest: {
    one: '{n} day in your longest stretch',
    other: '{n} days in your longest stretch',
  },
  staysChips: { one: '{n} chip you earned', other: '{n} chips you earned' },
  mentor: 'Reach out to my mentor',

  fixTitle: 'Fix a date',
  fixLead: 'For a date that is wrong. This is not a return to use.',
  chapterLabel: 'Which chapter?',
  chapter: 'Chapter {n}: {from} to {to}',
  chapterNow: 'Chapter {n}: since {from}',
  fixDateLabel: 'When did it begin?',
  fixSend: 'Save the date',
  fixed: 'The date is saved.',

  startTitle: 'Set a start date',
  startLead: 'Count from any day that matters to you. You can change it later.',
  startSend: 'Start from this day',
  started: 'Your start date is saved.',

  labelTitle: 'Your words for this time',
  labelCustom: 'My own words',
  labelCustomName: 'Words after “days”',
  labelSend: 'Use these words',
  labelled: 'Your words are saved.',

  addTitle: 'Add a milestone',
  addLead: 'Anything that matters to you. A day to come is fine too.',
  titleLabel: 'What is it?',
  noteLabel: 'A note, if you like',
  addSend: 'Add to my path',
  added: 'It is on your path now.',

  removeTitle: 'Remove “{title}” from your path?',
  removeSend: 'Remove it',
  keep: 'Keep it',
  removed: 'It is removed.',

  celebrateTitle: 'Celebrate “{title}”',
  reactionLabel: 'How?',
  wordsLabel: 'Words, if you like',
  celebrateSend: 'Send',
  takeBack: 'Take it back',
  celebrated: 'Your celebration is on its way to them.',
  takenBack: 'You took it back.',

  missing: {
    title: 'Give it a name.',
    on: 'Choose a day.',
    words: 'Write the words you want to see.',
    reaction: 'Choose one of these.',
  },
  /** By rule. */
  rules: {
    'date-in-future': 'That day has not come yet. Choose today or a day before.',
    'overlaps-chapter': 'That day belongs to another chapter. Choose a day between the two.',
    'no-such-chapter': 'This chapter is not there any more. Choose another one.',
    'already-started': 'You already have a start date. You can fix it with “Fix a date”.',
    'changed-meanwhile':
      'This was changed meanwhile, perhaps on another screen. What was saved there is safe. Look at it again, then save once more.',
    'not-started': 'There is no start date yet. Set one first.',
    'not-personal': 'Only what you added yourself can be removed.',
    'not-reached': 'This day has not come yet. You can celebrate it then.',
  },
};
export type FormStrings = typeof english;
