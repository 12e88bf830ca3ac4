import type { Device } from '../../client/video/devices.js';

/** Kept for the page and never stored: ids of devices can tell people apart. */
const remembered = new Map<Device, string>();

/** Id of the device that was chosen last on this page. */
export const rememberedDevice = (device: Device): string | undefined => remembered.get(device);

export function rememberDevice(device: Device, id: string): void {
  remembered.set(device, id);
}
