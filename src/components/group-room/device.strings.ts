import type { Device } from '../../client/video/devices.js';
import { fill } from '../shared/fill.js';

/** Words about microphone and camera; they come with the first that is turned on. */
export const deviceEnglish = {
  retry: 'Try again',
  preview: 'You, as others will see you',
  level: 'Microphone level',
  speak: 'Say a few words. The bar moves when we hear you.',
  which: { camera: 'Which camera', microphone: 'Which microphone' },
  devices: { camera: 'Camera', microphone: 'Microphone', speaker: 'Speaker' },
  notYet: 'You can choose one here after you have turned it on once.',
  nowUsed: 'Now in use: {name}.',
  usedLater: 'Chosen: {name}. It stays off until you turn it on.',
  speakerFailed: 'We could not use that speaker. The sound stays where it was.',
  your: { camera: 'your camera', microphone: 'your microphone' },
  paused:
    'Your phone or another app has taken {device} for now, maybe for a call. It comes back by itself after that.',
  without: 'You can also go in without it.',
  /** By code: why it cannot be used, and what to do. */
  errors: {
    'permission-denied':
      'Your browser does not let us use {device}. Click the icon beside the web address, allow it, and try again.',
    'permission-denied-by-system':
      'Your phone or computer keeps {device} from your browser. Allow it in the system’s privacy settings, and try again.',
    'no-device': 'We cannot find {device}. Check that it is plugged in and turned on.',
    unplugged:
      'We lost {device}. If it was unplugged, plug it in again. If you stopped it in your browser, try again to allow it.',
    'device-in-use': 'Another app or tab is using {device}. Close it there, and try again.',
    'not-supported': 'This browser cannot use {device}. Try a current Chrome, Safari or Firefox.',
    blocked: 'This page does not allow {device}. Please tell your clinic.',
    unknown:
      'We could not start {device}. Unplug it and plug it in again, or restart your browser.',
  } as Readonly<Record<string, string>>,
};
export type DeviceStrings = typeof deviceEnglish;

/** What went wrong with a device: a code of the room's, or `unplugged`. */
export interface DeviceFault {
  readonly code: string;
  readonly device?: Device;
}

/** Why a device cannot be used, and what to do. */
export function deviceErrorWords(t: DeviceStrings, { code, device }: DeviceFault): string {
  const words =
    code === 'device-interrupted' ? t.paused : (t.errors[code] ?? t.errors['unknown'] ?? '');
  return fill(words, { device: t.your[device ?? 'microphone'] });
}
