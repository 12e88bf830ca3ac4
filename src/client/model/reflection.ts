import type { CheckIn } from './check-in.js';
import { answeredItems } from './questionnaire-response.js';

/** Something that the person wrote in their own words. */
export interface Reflection {
  readonly checkInId: string;
  readonly on: string;
  readonly linkId: string;
  /** The question, when the answer kept it. */
  readonly question?: string | undefined;
  readonly words: string;
}

/** Everything that was written, in the order of the check-ins. Blank lines are nothing. */
export function reflectionsIn(checkIns: readonly CheckIn[]): Reflection[] {
  return checkIns.flatMap(({ id, on, response }) =>
    [...answeredItems(response.item)].flatMap(({ linkId, text, answer }) =>
      (answer ?? []).flatMap(({ valueString }) => {
        const words = valueString?.trim();
        return words ? [{ checkInId: id, on, linkId, question: text, words }] : [];
      }),
    ),
  );
}

/** A stretch of a text, and whether it was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** Without case and accents, with the place in the original of every character that is left. */
function folded(text: string): { plain: string; at: number[] } {
  let plain = '';
  const at: number[] = [];
  let index = 0;
  for (const character of text) {
    const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    plain += bare;
    for (let i = 0; i < bare.length; i++) at.push(index);
    index += character.length;
  }
  at.push(index);
  return { plain, at };
}

/**
 * The text in pieces, those that were looked for marked; undefined when a word of the query is not
 * in it. Case and accents do not matter: who looks for "manana" finds "Mañana".
 */
export function findIn(text: string, query: string): Piece[] | undefined {
  const { plain, at } = folded(text);
  const words = folded(query).plain.split(/\s+/).filter(Boolean);
  const hits: [from: number, to: number][] = [];
  for (const word of words) {
    let found = plain.indexOf(word);
    if (found < 0) return undefined;
    for (; found >= 0; found = plain.indexOf(word, found + word.length)) {
      const end = found + word.length;
      // The end is where the next character begins, so that an accent stays with its letter.
      hits.push([at[found] ?? 0, at[end] ?? text.length]);
    }
  }
  hits.sort(([a], [b]) => a - b);
  const pieces: Piece[] = [];
  let done = 0;
  for (const [from, to] of hits) {
    const start = Math.max(from, done);
    if (to <= start) continue;
    if (start > done) pieces.push({ text: text.slice(done, start), hit: false });
    pieces.push({ text: text.slice(start, to), hit: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false });
  return pieces;
}
