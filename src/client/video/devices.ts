import { deviceError } from './device-errors.js';

/** What a room takes from a person's device. */
export type Device = 'microphone' | 'camera';

/** Enough for a face in a tile, and kind to a phone that sends to several people at once. */
const CONSTRAINTS = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  camera: {
    width: { ideal: 640 },
    height: { ideal: 360 },
    frameRate: { ideal: 24, max: 30 },
    facingMode: 'user',
  },
} as const;

/**
 * Opens a microphone or camera, which may ask the person. A chosen device that is gone gives way to
 * whichever there is.
 * @throws {RoomError}
 */
export async function openDevice(device: Device, deviceId?: string): Promise<MediaStreamTrack> {
  try {
    return await open(device, deviceId);
  } catch (reason) {
    const gone = deviceId && reason instanceof Error && reason.name === 'OverconstrainedError';
    if (!gone) throw await deviceError(reason, device);
  }
  return openDevice(device);
}

async function open(device: Device, deviceId?: string): Promise<MediaStreamTrack> {
  const wanted = {
    ...CONSTRAINTS[device],
    ...(deviceId && { deviceId: { exact: deviceId } }),
  };
  const stream = await navigator.mediaDevices.getUserMedia(
    device === 'camera' ? { video: wanted } : { audio: wanted },
  );
  const [track] = stream.getTracks();
  if (!track) throw new DOMException('No track', 'NotFoundError');
  return track;
}

/** The microphones or cameras there are. Labels are empty until the person has allowed one. */
export async function listDevices(device: Device): Promise<MediaDeviceInfo[]> {
  const kind = device === 'camera' ? 'videoinput' : 'audioinput';
  const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  return all.filter((info) => info.kind === kind && info.deviceId);
}
