/** Whether the runtime knows the IANA zone. */
export function isTimeZone(zone: string): boolean {
  let isKnown = zones.get(zone);
  if (isKnown === undefined) zones.set(zone, (isKnown = lookUp(zone)));
  return isKnown;
}

/** A page looks up few zones, but each of them thousands of times. */
const zones = new Map<string, boolean>();

function lookUp(zone: string): boolean {
  // The first formatter of a page takes 20 ms, before anything is painted; this list takes 2. It
  // lacks aliases.
  if (Intl.supportedValuesOf('timeZone').includes(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
