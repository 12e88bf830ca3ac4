import type { Device } from '../../client/video/devices.js';

/** What a person can choose among several of: a speaker is the page's own affair, not the room's. */
export type Choosable = Device | 'speaker';

/** Kept for the page and never stored: ids of devices can tell people apart. */
const remembered = new Map<Choosable, string>();

/** Id of the device that was chosen last on this page. */
export const rememberedDevice = (device: Choosable): string | undefined => remembered.get(device);

export function rememberDevice(device: Choosable, id: string): void {
  remembered.set(device, id);
}
