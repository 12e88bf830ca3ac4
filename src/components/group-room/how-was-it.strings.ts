/** Words for the one question after a session. */
export const howWasItEnglish = {
  title: 'How was it for you?',
  about:
    'You do not have to answer. It is kept with your check-ins, for you and the people you share them with.',
  answers: { good: 'It helped', okay: 'It was okay', hard: 'It was hard' },
  sending: 'Sending…',
  thanks: 'Thank you for telling us.',
  queued: 'Thank you. It is kept on this device, and sent when you have a connection.',
  hard: 'Hard sessions happen, and you do not have to carry this alone. You can reach out to your mentor or your care team. If you need help now, it is right below.',
};
export type HowWasItStrings = typeof howWasItEnglish;
export type HowWasItAnswer = keyof HowWasItStrings['answers'];
