import type { Device } from './devices.js';
import { RoomError, type RoomErrorCode } from './video-room.js';

/** What `getUserMedia` throws, old browsers' names included. */
const CODES: Readonly<Record<string, RoomErrorCode>> = {
  NotAllowedError: 'permission-denied',
  PermissionDeniedError: 'permission-denied',
  SecurityError: 'blocked',
  NotFoundError: 'no-device',
  DevicesNotFoundError: 'no-device',
  OverconstrainedError: 'no-device',
  NotReadableError: 'device-in-use',
  TrackStartError: 'device-in-use',
  AbortError: 'device-in-use',
  // There is no `navigator.mediaDevices` on a page that is not served securely.
  TypeError: 'not-supported',
  NotSupportedError: 'not-supported',
};

/** Why a microphone or camera could not be opened. */
export async function deviceError(reason: unknown, device: Device): Promise<RoomError> {
  if (reason instanceof RoomError) return reason;
  const { name, message } =
    reason instanceof Error || reason instanceof DOMException ? reason : new Error();
  let code = CODES[name] ?? 'unknown';
  if (code === 'permission-denied') code = await whoDenied(message, device);
  return new RoomError(code, { cause: reason, device });
}

/** A no can be the person's, the system's (its privacy settings) or the page's (its policy). */
async function whoDenied(message: string, device: Device): Promise<RoomErrorCode> {
  if (/system/i.test(message)) return 'permission-denied-by-system';
  if (!pageAllows(device)) return 'blocked';
  const permission = await navigator.permissions?.query({ name: device }).catch(() => undefined);
  return permission?.state === 'granted' ? 'permission-denied-by-system' : 'permission-denied';
}

/** Whether the page's Permissions-Policy, or the `allow` of its frame, lets the device in. */
function pageAllows(device: Device): boolean {
  const { featurePolicy } = document as {
    featurePolicy?: { allowsFeature(name: string): boolean };
  };
  return featurePolicy?.allowsFeature(device) ?? true;
}
