import type { RoomDoor } from '../../src/client/model/room-door.js';
import type { DoorKeeper } from '../../src/client/video/doorway.js';

/** A door that is held in memory, for rooms without a backend. */
export function memoryDoor(): DoorKeeper {
  let door: RoomDoor = { locked: false, waiting: [], removed: [], expected: [] };
  return {
    look: () => Promise.resolve(door),
    watch: () => () => undefined,
    keep(change) {
      const { removed } = door;
      const since = new Date().toISOString();
      if (change.type === 'lock' || change.type === 'unlock')
        door = { ...door, locked: change.type === 'lock' };
      else if (change.type === 'remove')
        door = {
          ...door,
          removed: [...removed, { guest: change.guest, name: change.name, since }],
        };
      else door = { ...door, removed: removed.filter((p) => !change.guests.includes(p.guest)) };
      return Promise.resolve(door);
    },
  };
}
