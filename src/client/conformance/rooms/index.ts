import { roomDoorCases } from './doors.js';
import { hostCases } from './hosts.js';
import { mediaCases } from './media.js';
import { peopleCases } from './people.js';
import type { RoomCase } from './room-world.js';
import { screenCases } from './screens.js';
import { talkCases } from './talk.js';
import { visitCases } from './visits.js';

/** Every promise of the contract of a video room. They need a browser with a camera. */
export const roomCases: readonly RoomCase[] = [
  ...peopleCases,
  ...mediaCases,
  ...screenCases,
  ...talkCases,
  ...visitCases,
  ...hostCases,
  ...roomDoorCases,
];
