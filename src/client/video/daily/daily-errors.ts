import type {
  DailyCameraErrorObject,
  DailyCameraErrorType,
  DailyFatalErrorType,
} from '@daily-co/daily-js';
import type { Device } from '../devices.js';
import { RoomError, type RoomErrorCode } from '../video-room.js';

const FATAL: Readonly<Record<DailyFatalErrorType, RoomErrorCode>> = {
  ejected: 'ejected',
  'nbf-room': 'token-not-yet-valid',
  'nbf-token': 'token-not-yet-valid',
  'exp-room': 'token-expired',
  'exp-token': 'token-expired',
  'no-room': 'unknown',
  'meeting-full': 'room-full',
  'end-of-life': 'not-supported',
  'not-allowed': 'blocked',
  'connection-error': 'connection-lost',
};

/**
 * What daily-js rejects with, as our error: an `error` event object, a string (the call machine did
 * not load), an `Error`, or nothing at all.
 */
export function toRoomError(reason: unknown): RoomError {
  if (reason instanceof RoomError) return reason;
  return new RoomError(codeOf(reason), { cause: reason });
}

function codeOf(reason: unknown): RoomErrorCode {
  if (typeof reason === 'string') return /load/i.test(reason) ? notLoaded() : 'unknown';
  // From this library's constructor, and from an `import()` whose chunk does not come.
  if (reason instanceof Error && reason.message.includes('WebRTC not supported'))
    return 'not-supported';
  if (reason instanceof TypeError && /import|module/i.test(reason.message)) return notLoaded();
  const { error } = (reason ?? {}) as { error?: Partial<FatalError> | null };
  if (error?.type === 'connection-error' && error.details?.on === 'load') return notLoaded();
  return (error?.type && FATAL[error.type]) ?? 'unknown';
}

interface FatalError {
  readonly type: DailyFatalErrorType;
  readonly details: { readonly on?: string };
}

/** Daily's code did not come: with a network, it is a policy or a firewall that holds it back. */
export function notLoaded(): RoomErrorCode {
  return globalThis.navigator?.onLine === false ? 'connection-lost' : 'blocked';
}

/** What the call machine says of a device that it could not use. */
export function cameraError(error: DailyCameraErrorObject<DailyCameraErrorType>): RoomError {
  const [code, device] = deviceCode(error);
  return new RoomError(code, { cause: error, ...(device && { device }) });
}

function deviceCode(
  error: DailyCameraErrorObject<DailyCameraErrorType>,
): [RoomErrorCode, Device | undefined] {
  switch (error.type) {
    case 'permissions':
      // `browser` is everything above the person: the browser's settings and the system's.
      return [
        error.blockedBy === 'browser' ? 'permission-denied-by-system' : 'permission-denied',
        deviceOf(error.blockedMedia),
      ];
    case 'not-found':
      return ['no-device', deviceOf(error.missingMedia)];
    case 'constraints':
      return ['no-device', deviceOf(error.failedMedia)];
    case 'cam-in-use':
      return ['device-in-use', 'camera'];
    case 'mic-in-use':
      return ['device-in-use', 'microphone'];
    case 'cam-mic-in-use':
      return ['device-in-use', undefined];
    case 'undefined-mediadevices':
      return ['not-supported', undefined];
    default:
      return ['unknown', undefined];
  }
}

const deviceOf = (media: readonly ('video' | 'audio')[] = []): Device | undefined =>
  media.length === 1 ? (media[0] === 'video' ? 'camera' : 'microphone') : undefined;
