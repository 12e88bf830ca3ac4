/** Most questions that go on one journey. */
const MOST = 256;

interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A | PromiseLike<A>) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Asks for many at once: while one journey is under way, those who come meanwhile wait, and go together
 * on the next. Alone, nobody waits.
 */
export class Gathering<Q, A> {
  #waiting: Waiting<Q, A>[] = [];
  #isUnderWay = false;

  /** @param travel Brings an answer to each of the questions, in their order */
  constructor(
    private readonly travel: (questions: readonly Q[]) => Promise<readonly (A | PromiseLike<A>)[]>,
  ) {}

  ask(question: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      if (!this.#isUnderWay) void this.#go();
    });
  }

  async #go(): Promise<void> {
    this.#isUnderWay = true;
    while (this.#waiting.length) {
      const going = this.#waiting.splice(0, MOST);
      try {
        const answers = await this.travel(going.map(({ question }) => question));
        for (const [at, { resolve }] of going.entries()) resolve(answers[at] as A);
      } catch (error) {
        for (const { reject } of going) reject(error);
      }
    }
    this.#isUnderWay = false;
  }
}
