/** Why a host ends somebody's visit. What people read is chosen by it. */
export const ROOM_REMOVALS = ['agreements', 'unsettled', 'unknown-person'] as const;
export type RoomRemoval = (typeof ROOM_REMOVALS)[number];
