/** Finds choices by what somebody types: without regard to accents and case, words in any order. */
export class ChoiceFinder {
  readonly #folded: readonly string[];

  /** @param words What each choice is called. */
  constructor(words: readonly string[]) {
    this.#folded = words.map(fold);
  }

  /** Indexes of the choices in which every typed word is found; where a word begins so, first. */
  find(typed: string): readonly number[] {
    const terms = fold(typed).split(' ').filter(Boolean);
    const all = [...this.#folded.keys()];
    const [first] = terms;
    if (first === undefined) return all;
    const found = all.filter((i) => terms.every((term) => this.#folded[i]?.includes(term)));
    const begins = (i: number) => ` ${this.#folded[i] ?? ''}`.includes(` ${first}`);
    return [...found.filter(begins), ...found.filter((i) => !begins(i))];
  }

  /** The choice that is called exactly so, but for accents and case; -1: none is. */
  exactly(typed: string): number {
    const folded = fold(typed);
    return folded ? this.#folded.indexOf(folded) : -1;
  }
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s,;()/-]+/g, ' ')
    .trim();
