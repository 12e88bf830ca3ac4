/** Words from going in to what comes after; they come with the code of the room. */
export const roomEnglish = {
  room: 'Room: {title}',
  controls: 'Your controls',
  people: 'People in the room',
  alone: 'You are the first one here. The others will show up beside you.',
  you: '{name} (you)',
  mute: 'Mute',
  unmute: 'Unmute',
  stopVideo: 'Stop video',
  startVideo: 'Start video',
  raise: 'Raise hand',
  lower: 'Lower hand',
  who: 'People ({n})',
  leave: 'Leave quietly',
  devices: 'Devices',
  view: 'View',
  pages: 'Pages of people',
  page: 'Page {n} of {of}',
  pageBefore: 'Page before',
  pageAfter: 'Next page',
  pin: 'Keep {name} large',
  screenOf: 'Screen of {name}',
  showsScreen: '{name} shows their screen.',
  captions: 'Captions',
  recording: 'This session is being recorded.',
  messages: 'Messages',
  unread: '{n} new',
  needSupport: 'I need support',
  facilitate: 'Facilitate',
  asking: '{n} waiting',
  calls: { one: '{n} asks for support', other: '{n} ask for support' },
  /** A call for support: who gets it, and how far it has come. */
  support: {
    about: 'Tell {name} quietly that you need support. Nobody else in the room sees it.',
    noHost:
      'No facilitator is in the room right now, so nobody here would get your call. The lines below answer at any time.',
    hostGone: 'The facilitator has left the room. The lines below answer at any time.',
    tell: 'Tell {name}',
    again: 'Tell {name} again',
    sent: 'Sent to {name}. It has not arrived yet.',
    received: 'It is on {name}’s screen. They may not have looked at it yet.',
    seen: '{name} has seen that you need support.',
    failed: 'Your call did not get through. Please try again, or use the lines below.',
    /** For the facilitator. */
    called: '{name} asks for your support. Only you know. Open “Facilitate” to answer.',
  },
  mutedByHost: 'The facilitator muted everyone. You can unmute when you want to speak.',
  whoTitle: 'Who is here',
  hands: 'Hands up, in order',
  muted: 'muted',
  facilitator: 'facilitator',
  micOn: 'microphone on',
  camOn: 'camera on',
  camOff: 'camera off',
  hand: 'hand up, number {n}',
  interrupted: 'Reconnecting…',
  connecting: 'Connecting…',
  reconnecting:
    'Your connection is weak. We are getting you back in. You do not have to do anything.',
  /** What was given up because the network does not carry it. */
  reduced: {
    picture: 'The network is slow. Your picture is smaller, so that your voice gets through.',
    camera:
      'The network is too slow for your camera, so we turned it off. Your voice still gets through.',
  },
  reactions: { heart: 'sends a heart', 'thumbs-up': 'thumbs up', sparkles: 'celebrates' },
  youAreMuted: 'You are muted. Nobody hears you now.',
  tapToHear: 'Tap to hear the room',
  blockedSound: 'Your browser holds the sound back.',
  shortcuts: 'Keyboard shortcuts',
  shortcutsHint: 'M for microphone, V for video, H for hand, while you are in the room.',
  /** What is announced. */
  inRoomAlone: 'You are in the room. You are the first one here.',
  inRoom: 'You are in the room with {names}.',
  joined: { one: '{names} came in.', other: '{names} came in.' },
  gone: { one: '{names} left.', other: '{names} left.' },
  asks: {
    one: '{names} asks to come in. Open “Facilitate” to answer.',
    other: '{names} ask to come in. Open “Facilitate” to answer.',
  },
  raised: { one: '{names} raised a hand.', other: '{names} raised their hands.' },
  wrote: '{name} wrote: {text}',
  manyWrote: { one: '{n} new message.', other: '{n} new messages. Open “Messages” to read them.' },
  nowMuted: 'Microphone off.',
  nowUnmuted: 'Microphone on.',
  nowVideo: 'Camera on.',
  nowNoVideo: 'Camera off.',
  nowRaised: 'Your hand is up.',
  nowLowered: 'Your hand is down.',
  back: 'You are connected again.',
  /** By rule: why the backend does not let somebody in. */
  refused: {
    'doors-closed': 'The doors are not open yet. You can go in 10 minutes before the start.',
    over: 'This session is over.',
    cancelled: 'This session is cancelled. Your care team can tell you more.',
    'agreements-changed': 'What we agree on has just changed. Please read it again.',
    'agreements-not-accepted': 'Please agree to what is written above before you go in.',
    removed:
      'The facilitator ended your visit to this session, so its door stays closed for you. This is about this session alone. It says nothing about your worth or your recovery. Your care team can talk it through with you.',
    locked:
      'The facilitator has locked the room, so that the group can go on undisturbed. It is not about you. Try again in a few minutes, or choose another session.',
    declined:
      'The facilitator could not let you in right now. It is not about your worth or your recovery. You can ask again in a few minutes, or talk with your care team.',
    'not-admitted':
      'The facilitator lets people in one by one, and this page cannot ask for you. Please tell your care team that you are here.',
  } as Readonly<Record<string, string>>,
  /** By code: why the room cannot be entered, and what to do. */
  roomErrors: {
    'room-full': 'The room is full right now. Please try again in a few minutes.',
    'not-supported':
      'This browser cannot join video rooms. Try a current Chrome, Safari or Firefox.',
    'transport-not-supported':
      'This kind of room is not supported in this version. Please tell your clinic.',
    'token-expired': 'Your way in has expired. Please try again.',
    'token-not-yet-valid': 'The room is not open for you yet. Please try again in a few minutes.',
    locked:
      'The facilitator has locked the room, so that the group can go on undisturbed. It is not about you. Try again in a few minutes, or choose another session.',
    declined:
      'The facilitator could not let you in right now. It is not about your worth or your recovery. You can ask again in a few minutes, or talk with your care team.',
    ejected: 'You were removed from this room. Your facilitator or care team can tell you why.',
    'connection-lost': 'We could not connect you. Check your internet connection, and try again.',
    blocked: 'This page does not allow video rooms. Please tell your clinic.',
    unknown: 'We could not open the room. Nothing is lost. Please try again.',
  } as Readonly<Record<string, string>>,
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
  /** After the room. */
  youLeft: 'You left the room',
  ended: 'You are no longer in the room',
  off: 'Your camera and microphone are off.',
  signedOut: 'You were signed out, so we closed the room.',
  /** By reason: why somebody is no longer in the room, where other words fit than at the door. */
  ends: {
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
  comeBack: 'Come back in',
  stillOpen: 'The room is open until {time}. You can come back in until then.',
  next: 'Your next session',
  noNext: 'Nothing else is planned right now.',
};
export type RoomStrings = typeof roomEnglish;
