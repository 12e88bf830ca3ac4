import { sharedEnglish } from '../shared/shared.strings.js';

/** `{name}` is the first name of the other person. */
export const english = {
  ...sharedEnglish,
  heading: 'You and {name}',
  noHeading: 'Messages',
  log: 'Messages with {name}',
  you: 'You',
  today: 'Today',
  yesterday: 'Yesterday',
  earlier: 'Show earlier messages',
  shown: { one: '{n} earlier message', other: '{n} earlier messages' },
  empty: 'Nothing here yet. A hello is enough.',
  keptOnly: 'Kept',
  keptEmpty: 'Nothing kept yet. Keep a message, and you find it here again.',
  note: 'A note to keep',
  encouragement: 'Encouragement',
  keep: 'Keep this message',
  kept: 'Kept. You find it again under “Kept”.',
  unkept: 'No longer kept.',
  news: { one: 'New message from {name}.', other: '{n} new messages from {name}.' },
  toNews: 'New message',
  /** What stands in the place of the field where nobody can write. */
  closed: {
    none: 'Once the two of you are paired, you can write to each other here.',
    requested: 'You can write to each other once the request is accepted.',
    paused:
      'The two of you are taking a rest. All messages stay here, and you can write again after it.',
    ended: 'Your time together has ended. What you wrote to each other stays here to read.',
  },
  label: 'Message to {name}',
  kinds: {
    message: 'Message',
    encouragement: 'Encouragement',
    note: 'Note to keep',
  },
  kind: 'What do you want to send?',
  noteHint: 'A skill or a lesson that helped you. {name} can keep it and find it again.',
  left: { one: '{n} character left', other: '{n} characters left' },
  send: 'Send',
  sent: 'Sent.',
  /** No promise that somebody is watching. */
  slow: '{name} answers when they can. Nobody reads along in between.',
  needsWords: 'Write a few words first.',
  soundsHard: 'That sounds hard. If you think of hurting yourself, help is here.',
  rules: {
    'wrong-status': 'You cannot write to each other right now. Your words are still here.',
  } as Readonly<Record<string, string>>,
};
export type MessageThreadStrings = typeof english;
