/** Words for small rooms; they come once a meeting has some. */
export const breakoutEnglish = {
  label: 'Talk in a room of your own',
  /** The invitation. */
  invited: 'Talk with {names} for {time}',
  about:
    '{host} suggests it, and you choose. You can come back at any time. Nothing is recorded there.',
  go: 'Go',
  stay: 'Stay in the group',
  said: '{host} suggests that you talk with {names} for {time}. You can go, or stay in the group.',
  stays: 'You stay in the group.',
  later: 'You can talk with {names} until {at}.',
  goNow: 'Go now',
  others: 'Some people are talking in pairs until {at}. You are in the group with {host}.',
  othersAlone: 'Some people are talking in pairs until {at}.',
  called: 'The time in pairs is almost over. The others come back in a moment.',
  /** Between two rooms. */
  going: 'Going to your talk with {names}…',
  returning: 'Going back to the group…',
  unseen: 'Nobody sees or hears you on the way.',
  leave: 'Leave quietly',
  /** In the small room. */
  with: 'You are with {names}',
  talk: 'Your talk with {names}',
  visiting: 'You are visiting {names}',
  left: '{time} left',
  lastMinute: 'Less than a minute left',
  soon: 'You go back to the group in {time}',
  back: 'Back to the group',
  arrived: 'You are in the room for your talk with {names}. You have {time}.',
  oneMinute: 'One minute left. Then you go back to the group by yourself.',
  calledBack: '{host} calls everybody back. You go back to the group in {time}.',
  notYet: 'Nobody else is here yet. You can wait here, or go back to the group.',
  inGroup: 'In the group for now: {names}. You can wait here, or go back too.',
  gone: 'You are alone here now. Maybe the connection was lost. You can wait here, or go back to the group.',
  isBack: 'You are back in the group.',
  /** What went wrong. */
  failed:
    'We could not open the room for your talk. You are in the group, and nothing is lost. You can try again.',
  stuck: 'We could not take you back to the group yet. Please try again.',
  refused: {
    'breakout-over': 'The time in pairs is over. You are in the group.',
    forbidden: 'This talk is for others. You are in the group.',
    removed: 'The facilitator has closed this session’s rooms for you.',
  } as Readonly<Record<string, string>>,
  tryAgain: 'Try again',
  /** A call for support from a small room. */
  support: {
    title: 'I need support',
    about:
      '{host} is in the group. Your call comes up on their screen there. Nobody else sees it, also nobody in this room.',
    tell: 'Tell {host}',
    again: 'Tell {host} again',
    sent: 'Sent to {host}. They may not have looked at it yet.',
    seen: '{host} has seen that you need support.',
    failed: 'Your call did not get through. Please try again, or use the lines below.',
  },
  /** For the host. */
  hostCalled:
    '{name} asks for your support, in a pair. Only you know. Open “Facilitate” to answer.',
};
export type BreakoutStrings = typeof breakoutEnglish;
