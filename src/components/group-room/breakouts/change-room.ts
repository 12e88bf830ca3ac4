import type { Device } from '../../../client/video/devices.js';
import type { RoomPerson, RoomState, VideoRoom } from '../../../client/video/video-room.js';
import { rememberedDevice } from '../remembered-device.js';
import type { Visit } from '../visit.js';

export interface RoomChange {
  readonly visit: Visit;
  /** The small room; undefined: the meeting's own. */
  readonly to: string | undefined;
  /** The person as they were last, when their room has ended by itself. */
  readonly self?: RoomPerson | undefined;
  /** The small room ended by itself. */
  onEnd(before: RoomState): void;
}

/**
 * From one room of a meeting into another, with microphone and camera as they are. The way in is
 * asked for first: whoever is refused stays where they are. Whoever was let in and cannot get there is
 * brought back to the group.
 * @returns where the person is: `left` when they left the meeting meanwhile
 * @throws {BackendError} refused, and nothing has changed
 */
export async function changeRoom(change: RoomChange): Promise<'there' | 'group' | 'left'> {
  const { visit, to } = change;
  const abort = new AbortController();
  const { signal } = abort;
  const next = await visit.open(to, signal);
  if (visit.phase !== 'in') return leaveUnused(next);
  const self = change.self ?? visit.state.people[0];
  // The same devices go on, without a question and without a light that goes out and on again.
  const tracks = { audioTrack: copy(self?.audioTrack), videoTrack: copy(self?.videoTrack) };
  await visit.depart(() => abort.abort())?.leave();
  if (await entered(next, { visit, self, tracks, signal })) {
    visit.arrive(next, to, to === undefined ? undefined : change.onEnd);
    return 'there';
  }
  if (signal.aborted) return 'left';
  return (await backToGroup(change, self, signal))
    ? to === undefined
      ? 'there'
      : 'group'
    : 'left';
}

/** After a room that did not open, once; the devices are asked for again. */
async function backToGroup(
  { visit }: RoomChange,
  self: RoomPerson | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  const group = await visit.open(undefined, signal).catch(() => undefined);
  if (group && (await entered(group, { visit, self, tracks: {}, signal }))) {
    visit.arrive(group);
    return true;
  }
  if (!signal.aborted) visit.leave('connection-lost');
  return false;
}

interface Entry {
  readonly visit: Visit;
  readonly self: RoomPerson | undefined;
  readonly tracks: Partial<Record<'audioTrack' | 'videoTrack', MediaStreamTrack | undefined>>;
  readonly signal: AbortSignal;
}

/** Goes in; a room that cannot be entered is left, and has stopped the tracks. */
async function entered(room: VideoRoom, { visit, self, tracks, signal }: Entry): Promise<boolean> {
  try {
    await room.join({ name: visit.name, signal, ...tracks });
    signal.throwIfAborted();
  } catch {
    await room.leave();
    // A room of the page's own may have failed before it took them over.
    for (const track of Object.values(tracks)) track?.stop();
    return false;
  }
  for (const device of ['microphone', 'camera'] as const)
    if (self?.[device] && !room.state.people[0]?.[device]) void reopen(room, device);
  return true;
}

/** What goes wrong with a device is in the room's state. */
async function reopen(room: VideoRoom, device: Device): Promise<void> {
  const id = rememberedDevice(device);
  const set = device === 'microphone' ? room.setMicrophone(true, id) : room.setCamera(true, id);
  await set.catch(() => {});
}

async function leaveUnused(room: VideoRoom): Promise<'left'> {
  await room.leave();
  return 'left';
}

const copy = (track: MediaStreamTrack | undefined) =>
  track?.readyState === 'live' ? track.clone() : undefined;
