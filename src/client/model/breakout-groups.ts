/** People of one small room at most: a mentor and their mentees, or three who were left over. */
export const MOST_IN_A_BREAKOUT = 4;
/** Minutes that small rooms may last. */
export const LONGEST_BREAKOUT = 60;
/** Whoever is called back has so long for a last word (milliseconds). */
export const BREAKOUT_NOTICE_MS = 30_000;
/** Small rooms end so long before their meeting does, so that everybody comes back to it (milliseconds). */
export const BACK_BEFORE_END_MS = 60_000;

/** A mentor and somebody whom they accompany, by what they are called within the room. */
export interface RoomPairing {
  readonly mentor: string;
  readonly mentee: string;
}

/**
 * Who might talk with whom. Mentors talk with their own mentees, two of them at most at a time.
 * Whoever is left over is grouped in order: by two, and three when the number is odd. Nobody is
 * alone and nobody is asked twice; a single one who is left over is in none and stays with the host.
 * @param present Everybody who is there but the host, each once
 */
export function suggestGroups(
  present: readonly string[],
  pairings: readonly RoomPairing[],
): string[][] {
  const free = new Set(present);
  const groups: string[][] = [];
  for (const mentor of present) {
    if (!free.has(mentor)) continue;
    const mentees = [
      ...new Set(
        pairings
          .filter((pairing) => pairing.mentor === mentor && pairing.mentee !== mentor)
          .map(({ mentee }) => mentee)
          .filter((mentee) => free.has(mentee)),
      ),
    ].slice(0, 2);
    if (!mentees.length) continue;
    groups.push([mentor, ...mentees]);
    for (const each of [mentor, ...mentees]) free.delete(each);
  }
  const left = [...free];
  for (let i = 0; i + 1 < left.length; i += 2) {
    // Three are better than one of them alone.
    const size = left.length - i === 3 ? 3 : 2;
    groups.push(left.slice(i, i + size));
    if (size === 3) break;
  }
  return groups;
}
