/** "Central Time", "hora central": the zone as people call it, or its IANA name. */
export function zoneName(locale: string, timeZone: string, at = new Date()): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone,
    timeZoneName: 'longGeneric',
  }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
