import { occurrences } from '../../model/availability.js';
import type { Opening } from '../../model/meeting.js';
import { meetings, type StoredMentor } from './collections.js';
import type { Call } from './engine.js';

const SLOT = 30 * 60_000;
const DAY = 24 * 60 * 60_000;

/** Half hours in which the mentor can be met in the next two weeks, at most `count`. */
export async function openingsOf(
  { records, now }: Call,
  { id: mentorId, availability: hours, timeZone, paused }: StoredMentor,
  count = Infinity,
): Promise<Opening[]> {
  if (paused) return [];
  const taken = await records.all(meetings, ['of', mentorId], {
    from: new Date(+now - DAY).toISOString(),
    only: (m) => m.status === 'scheduled',
  });
  const within = (days: number) => {
    const openings: Opening[] = [];
    for (const { start, end } of occurrences({ hours, timeZone }, now, days))
      for (let at = Math.ceil(+start / SLOT) * SLOT; at + SLOT <= +end; at += SLOT) {
        const startsAt = new Date(at).toISOString();
        const endsAt = new Date(at + SLOT).toISOString();
        if (at <= +now || taken.some((m) => m.startsAt < endsAt && startsAt < m.endsAt)) continue;
        openings.push({ mentorId, startsAt, endsAt });
        if (openings.length === count) return openings;
      }
    return openings;
  };
  // The first one is mostly near, and walking a calendar through time zones is slow.
  const near = count === 1 ? within(3) : [];
  return near.length ? near : within(14);
}
