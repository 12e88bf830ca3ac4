/** Words of what people write and show in the room. */
export const chatEnglish = {
  title: 'Messages',
  private: 'Only people who are in the room now can read this. It is gone when you leave.',
  none: 'Nothing here yet. You can be the first to write.',
  you: 'You',
  write: 'Write to everyone in the room',
  send: 'Send',
  sent: 'Sent.',
  notSent: 'This was not sent, because you are not connected right now. Your words are still here.',
  tooMany:
    'That was a lot in a short time. Please wait a few seconds, then send again. Your words are still here.',
  react: 'Show how you feel',
  heart: 'Send a heart',
  'thumbs-up': 'Thumbs up',
  sparkles: 'Celebrate',
  shown: 'Everyone sees it.',
};
export type ChatStrings = typeof chatEnglish;
