/** Words that every element may need. */
export const sharedEnglish = {
  loading: 'Loading…',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  back: 'Back',
  signedOut: 'You are signed out. Sign in to see this.',
  signIn: 'Sign in',
  absent: 'This is not available here. Your care team can tell you what is.',
  offline: 'You are offline. You can keep reading; what you see may not be the latest.',
  stale: 'We could not refresh this just now. You are seeing what we had last.',
  notKept: 'This browser cannot keep anything. What you enter is gone when you close this page.',
  /** By BackendError code: what happened, what is safe, what to do. */
  errors: {
    offline: 'You are offline. Nothing is lost. Try again when you have a connection.',
    timeout: 'That took too long. Nothing is lost. Please try again.',
    unauthorized: 'Your sign-in has ended. Nothing is lost. Please sign in again.',
    forbidden: 'This is not shared with you. If you think it should be, ask your care team.',
    'not-found': 'We could not find this. It may have been removed.',
    conflict: 'Something changed in the meantime. Please look again and try once more.',
    'invalid-request': 'Something in this is not right. Please check it and try again.',
    'invalid-response': 'We got an answer we cannot read. Nothing is lost. Please try again.',
    'rate-limited': 'That was a lot at once. Please wait a moment and try again.',
    unavailable: 'We cannot reach the service right now. Nothing is lost. Please try again.',
  },
};
export type SharedStrings = typeof sharedEnglish;
