import * as fc from 'fast-check';
import { addDays } from '../../../src/client/model/date-time.js';
import type { WeeklyHours } from '../../../src/client/model/availability.js';

/** No summer time: an hour is an hour there. With :30 and :45 offsets, and both ends of the day. */
export const STEADY_ZONES = [
  'UTC',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/Phoenix',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
] as const;

/** Summer time: both hemispheres, at midnight (Havana), by 30 minutes (Lord Howe), by 2 h (Troll). */
export const SUMMER_ZONES = [
  'America/New_York',
  'America/Havana',
  'America/St_Johns',
  'America/Santiago',
  'Europe/London',
  'Europe/Madrid',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Antarctica/Troll',
] as const;

export const steadyZone = fc.constantFrom(...STEADY_ZONES);
export const zone = fc.constantFrom(...STEADY_ZONES, ...SUMMER_ZONES);

/** Days around which things go wrong, and others. */
export const localDate = fc.oneof(
  fc.integer({ min: 0, max: 25_000 }).map((days) => addDays('1970-01-01', days)),
  fc.constantFrom(
    '2024-02-28',
    '2024-02-29',
    '2024-12-31',
    '2025-03-30',
    '2026-03-08',
    '2026-10-04',
    '2026-11-01',
    '2028-02-29',
  ),
);

export const instant = fc.date({
  min: new Date('1975-01-01T00:00:00Z'),
  max: new Date('2037-12-31T00:00:00Z'),
  noInvalidDate: true,
});
export const isoInstant = instant.map((at) => at.toISOString());

export const weeklyHours: fc.Arbitrary<WeeklyHours> = fc
  .tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 95 }),
    fc.integer({ min: 1, max: 96 }),
  )
  .map(([weekday, quarter, length]) => ({
    weekday,
    from: quarter * 15,
    to: Math.min(quarter + length, 96) * 15,
  }));

export const id = fc.string({ minLength: 1, maxLength: 256 });
export const words = fc.record({ en: fc.string() }, { requiredKeys: ['en'] });
