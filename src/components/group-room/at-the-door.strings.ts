import { roomErrors } from './room-errors.strings.js';

/** Words for whom the door does not let in, or not yet. */
export const atTheDoorEnglish = {
  /** By rule: why the backend does not let somebody in. */
  refused: {
    'doors-closed': 'The doors are not open yet. You can go in 10 minutes before the start.',
    over: 'This session is over.',
    cancelled: 'This session is cancelled. Your care team can tell you more.',
    'agreements-changed': 'What we agree on has just changed. Please read it again.',
    'agreements-not-accepted': 'Please agree to what is written above before you go in.',
    removed:
      'The facilitator ended your visit to this session, so its door stays closed for you. This is about this session alone. It says nothing about your worth or your recovery. Your care team can talk it through with you.',
    locked: roomErrors.locked,
    declined: roomErrors.declined,
    'not-admitted':
      'The facilitator lets people in one by one, and this page cannot ask for you. Please tell your care team that you are here.',
  } as Readonly<Record<string, string>>,
  /** By code. */
  roomErrors: roomErrors as Readonly<Record<string, string>>,
  /** Where a locked room can be asked. */
  ask: 'Ask to be let in',
  /** In the waiting room. */
  waiting: {
    title: 'You are in the waiting room',
    listed: '“{name}” is on {host}’s list. {host} may not have looked at it yet.',
    next: 'You come in by yourself once you are let in. Keep this page open until then.',
    unseen: 'Nobody sees or hears you while you wait.',
    stop: 'Stop waiting',
    said: 'You are in the waiting room. You come in by yourself once you are let in.',
    stopped: 'You are no longer waiting.',
  },
};
export type AtTheDoorStrings = typeof atTheDoorEnglish;
