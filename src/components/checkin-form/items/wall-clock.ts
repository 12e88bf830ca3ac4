import { instantOf } from '../../../client/model/date-time.js';
import { inZone } from '../zoned-time.js';

/** What a `datetime-local` field holds, read on the wall clock of an IANA zone. */
export function fromWallClock(local: string, zone: string): string {
  const [date = '', time = ''] = local.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return inZone(instantOf(date, hours * 60 + minutes, zone), zone);
}

/** What a `datetime-local` field shows of a FHIR dateTime: an instant on the clock of the zone. */
export function toWallClock(at: string, zone: string): string {
  const isInstant = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(at) && !Number.isNaN(Date.parse(at));
  const own = isInstant ? inZone(new Date(at), zone) : at;
  // What is on that clock already stays as it was written.
  return (own.slice(-6) === at.slice(-6) ? at : own).slice(0, 16);
}
