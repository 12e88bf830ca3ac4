/** Why somebody in a room is reported. What people choose from is named by it. */
export const ROOM_REPORTS = [
  'unkind',
  'private-questions',
  'recording',
  'unsafe',
  'other',
] as const;
export type RoomReport = (typeof ROOM_REPORTS)[number];
