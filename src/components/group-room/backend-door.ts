import type { Backend } from '../../client/backend.js';
import type { DoorKeeper } from '../../client/video/doorway.js';

/** The door of a meeting's room, as a backend holds it; undefined where it holds none. */
export function backendDoor(backend: Backend, meetingId: string): DoorKeeper | undefined {
  const { sessions } = backend;
  const look = sessions?.door?.bind(sessions);
  const keep = sessions?.keepDoor?.bind(sessions);
  if (!look || !keep) return undefined;
  return {
    look: () => look(meetingId),
    keep: (change) => keep(meetingId, change),
    watch: (listener) =>
      backend.watch(({ topic, ids }) => {
        if (topic === 'sessions' && (!ids || ids.includes(meetingId))) listener();
      }),
  };
}
