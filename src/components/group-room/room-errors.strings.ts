/** By code: why a room cannot be entered, and what to do. */
export const roomErrors = {
  'room-full': 'The room is full right now. Please try again in a few minutes.',
  'not-supported': 'This browser cannot join video rooms. Try a current Chrome, Safari or Firefox.',
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
};
