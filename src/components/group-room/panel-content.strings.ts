/** Words of what opens beside the faces. */
export const panelEnglish = {
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
  },
  hands: 'Hands up, in order',
  facilitator: 'facilitator',
  micOn: 'microphone on',
  camOn: 'camera on',
  camOff: 'camera off',
  shortcuts: 'Keyboard shortcuts',
  shortcutsHint: 'M for microphone, V for video, H for hand, while you are in the room.',
};
export type PanelStrings = typeof panelEnglish;
