import { addDays, instantOf, localDateAt } from '../../../model/date-time.js';
import type { LocalizedText } from '../../../model/localized-text.js';

export const ZONE = 'America/Chicago';

/** Days and instants around the moment of planting, on the clinic's clock. */
export interface Times {
  readonly now: Date;
  /** The local date so many days from today. */
  readonly day: (offset: number) => string;
  /** The instant so many days from today at that local hour. */
  readonly at: (offset: number, hour: number) => string;
  /** The instant so many hours from now. */
  readonly hours: (offset: number) => string;
}

export function timesAt(now: Date): Times {
  const today = localDateAt(now, ZONE);
  const day = (offset: number) => addDays(today, offset);
  return {
    now,
    day,
    at: (offset, hour) => instantOf(day(offset), hour * 60, ZONE).toISOString(),
    hours: (offset) => new Date(+now + offset * 3_600_000).toISOString(),
  };
}

/** Words in English and Spanish. */
export const t = (en: string, es: string): LocalizedText => ({ en, es });
