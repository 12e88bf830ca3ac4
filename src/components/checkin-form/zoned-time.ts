import { localDateAt, wallClockAt } from '../../client/model/date-time.js';
import type { Session } from '../../client/model/session.js';

/** An instant as a FHIR dateTime with the offset of an IANA zone: `2026-11-24T09:15:03-06:00`. */
export function inZone(at: Date, zone: string): string {
  const date = localDateAt(at, zone);
  const { minutes } = wallClockAt(at, zone);
  const offset = Math.round(
    (Date.parse(`${date}T00:00Z`) + minutes * 60_000 - Math.floor(+at / 60_000) * 60_000) / 60_000,
  );
  const hm = (m: number) =>
    `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
  const seconds = String(at.getUTCSeconds()).padStart(2, '0');
  return `${date}T${hm(minutes)}:${seconds}${offset < 0 ? '-' : '+'}${hm(Math.abs(offset))}`;
}

/** Whether it is a calendar day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The clock and the calendar of the person. */
export class PersonClock {
  readonly #session: () => Session | null | undefined;
  readonly #given: () => string | undefined;

  /** @param given A day that is asked about instead of today. */
  constructor(session: () => Session | null | undefined, given: () => string | undefined) {
    this.#session = session;
    this.#given = given;
  }

  /** Their IANA zone, or that of their device while it is not known who they are. */
  get zone(): string {
    const known = this.#session()?.timeZone;
    return known ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  /** The day that it is about, `YYYY-MM-DD`: as given, when that is one, or today. */
  get day(): string {
    const day = this.#given() ?? '';
    return isDay(day) ? day : localDateAt(new Date(), this.zone);
  }
}
