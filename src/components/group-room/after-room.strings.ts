import { roomErrors } from './room-errors.strings.js';

/** Words for what comes after the room. */
export const afterEnglish = {
  signedOut: 'You were signed out, so we closed the room.',
  /** By reason: why somebody is no longer in the room, where other words fit than at the door. */
  ends: {
    ...roomErrors,
    ejected:
      'The facilitator ended your visit for now. This says nothing about your worth or your recovery.',
    'token-expired': 'The time for this room is over.',
    'connection-lost':
      'The connection was lost, and we could not get it back. Check your Wi-Fi or mobile data, then come back in.',
    blocked: 'This page stopped the video room. Please tell your clinic.',
    unknown: 'Something in the room stopped working. You can come back in.',
  } as Readonly<Record<string, string>>,
  /** By reason: why a facilitator ended somebody's visit. */
  removals: {
    agreements:
      'It was about what the group agreed on. Your care team can talk it through with you.',
    unsettled:
      'The group needed some quiet. Your care team can talk with you about what comes next.',
    'unknown-person':
      'The facilitator could not tell who you are. Your care team can help you with that.',
    none: 'Your facilitator or care team can tell you why.',
  },
  wasThere: 'You were here from {from} to {to} ({minutes}). We let your program know.',
  notNoted:
    'You were here from {from} to {to} ({minutes}), but we could not let your program know yet.',
  /** For somebody whose visit a facilitator has ended. */
  ifLetBack: 'If {name} lets you back in, this page tells you, and you can come back in.',
  letBack: '{name} lets you back in. You can come back when you are ready.',
  comeBack: 'Come back in',
  stillOpen: 'The room is open until {time}. You can come back in until then.',
  next: 'Your next session',
  noNext: 'Nothing else is planned right now.',
};
export type AfterStrings = typeof afterEnglish;
