/** Words for what goes from a room to the clinic; they come with the first that is said. */
export const careEnglish = {
  /** Support, while no facilitator is in the room. */
  tell: 'Tell {who} that I need support',
  again: 'Tell {who} again',
  /** How far it has come. */
  sending: 'Sending…',
  received: '{who} has got it. Nobody has looked at it yet.',
  kept: 'You are offline, so this is not sent yet. It goes by itself when you are connected again.',
  failed: 'This did not get through. Please try again.',
  /** A report. */
  report: 'Report somebody',
  intro:
    'The facilitator sees it too, unless it is about them. Nobody else in the room learns of it.',
  who: 'Who is it about?',
  why: 'What happened?',
  reasons: {
    unkind: 'They were unkind or threatening',
    'private-questions': 'They asked for private things, money or to meet',
    recording: 'They may be recording',
    unsafe: 'I worry about their safety, or somebody’s',
    other: 'Something else',
  },
  words: 'In your own words, if you like',
  send: 'Send report',
  cancel: 'Not now',
  thanks: 'Thank you for telling us.',
  another: 'Report something else',
};
export type CareStrings = typeof careEnglish;
