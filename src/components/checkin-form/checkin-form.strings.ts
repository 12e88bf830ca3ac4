import { sharedEnglish } from '../shared/shared.strings.js';

/** English words of the check-in form. */
export const english = {
  ...sharedEnglish,
  checkIn: 'Check-in',
  question: 'Question',
  required: 'Needs an answer',
  yes: 'Yes',
  no: 'No',
  clear: 'Clear answer',
  choose: 'Choose one',
  other: 'Other',
  otherWords: 'In your own words',
  unit: 'Unit',
  notAnswered: 'Not answered yet',
  less: 'Less',
  more: 'More',
  ofMax: '{n} of {max}',
  left: { one: '{n} character left', other: '{n} characters left' },
  tooMany: { one: '{n} character too many', other: '{n} characters too many' },
  unsupported: 'We cannot show one part of this check-in here. You can go on without it.',

  step: '{n} of {of}',
  next: 'Next',
  skip: 'Skip',
  send: 'Send check-in',
  sending: 'Sending…',
  startOver: 'Start over',
  restored: 'We kept what you wrote.',
  restoredFrom: 'We kept what you wrote on {date}.',
  notKeptHere: 'What you enter is not kept if you close this page before you send it.',
  offlineHere: 'You are offline. You can answer now and send it when you are back online.',
  toldAtOnce:
    'If you tell us here that you think of hurting yourself, we send it to {who} at once.',

  problems: {
    one: 'One answer needs another look. Nothing is lost.',
    other: '{n} answers need another look. Nothing is lost.',
  },
  faults: {
    required: 'Please answer this one.',
    'not-a-number': 'Please write a number, like 7.',
    'not-whole': 'Please write a whole number, like 7.',
    'not-a-date': 'Please give the full date, or leave it empty.',
    'not-a-time': 'Please give the full time, or leave it empty.',
    'not-an-address': 'Please write the full address. It begins with https://',
    'too-low': 'Please give {limit} or more.',
    'too-high': 'Please give {limit} or less.',
    between: 'Please stay between {min} and {max}.',
    'too-short': 'Please write a little more: at least {limit} characters.',
    'too-long': 'Please make this shorter by {over} characters.',
  },

  notSafe: 'I’m not safe right now',
  here: 'You are not alone. Help is here now.',
  careTeam: 'your care team',
  telling: 'Telling {who} now…',
  sent: 'Sent to {who} at {time}.',
  received: 'Received at {time}.',
  seen: '{name} saw it at {time}.',
  notSeen: 'Nobody has seen it yet.',
  notTold: 'We could not tell {who}. They do not know yet. Please call or text now.',
  noOneToTell: 'We cannot tell anyone from here. Please call or text now.',
  goOn: 'Your answers are still here. You can go on when you want to, or stop.',
  unavailable: 'This check-in is not available right now. If you need someone, help is below.',

  thanks: 'Thank you for checking in.',
  gotIt: 'We got it at {time}.',
  queued: 'It is kept on this device. We will send it as soon as you are online.',
  days: 'You checked in on {n} of the last {of} days.',
  score: 'Your answers add up to {total} of {max}: {band}.',
  scoreMeans: 'This number is not a diagnosis. You can ask your care team what it means for you.',
  again: 'Check in again',
  doneToday: 'You have checked in today.',
};

/** The contract of every other language. */
export type CheckinStrings = typeof english;
