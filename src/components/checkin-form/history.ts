import { daysAnswered, type CheckIn } from '../../client/model/check-in.js';
import { addDays } from '../../client/model/date-time.js';
import type { Page } from '../../client/page.js';
import { pageShape, type Shape } from '../../client/shape.js';
import { ScoreShape } from '../../client/shapes.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';

/** What is read of a check-in here; the answers stay where they are. */
type Sent = Pick<CheckIn, 'on' | 'score' | 'receivedAt'> & {
  readonly response: Pick<CheckIn['response'], 'authored'>;
};
const SentShape: Shape<Sent> = {
  on: 'd',
  receivedAt: 't',
  response: { 'authored?': 't' },
  'score?': ScoreShape,
};

/** What the person sent in the two weeks to `day`. */
export class History {
  readonly #canonical: () => string;
  readonly #day: () => string;
  readonly #query: QueryController<Page<Sent>>;

  /** @param canonical Of the questionnaire; empty: there is nothing to look for. */
  constructor(
    host: ConnectedHost,
    connection: ConnectionController,
    canonical: () => string,
    day: () => string,
  ) {
    this.#canonical = canonical;
    this.#day = day;
    this.#query = new QueryController(host, connection, {
      shape: pageShape(SentShape),
      load: ({ checkIns }, signal) => {
        const from = addDays(day(), -13);
        return checkIns?.list({ questionnaire: canonical(), from, to: day(), signal });
      },
      args: () => (canonical() ? [canonical(), day()] : undefined),
      concerns: about('checkIns'),
    });
  }

  get isLoading(): boolean {
    return this.#canonical() !== '' && this.#query.status === 'loading';
  }

  /** The check-in of the day itself, when there is one. */
  get ofTheDay(): Sent | undefined {
    return this.#query.value?.items.find(({ on }) => on === this.#day());
  }

  /** The days that were answered. */
  get answered(): readonly string[] {
    return (this.#query.value?.items ?? []).map(({ on }) => on);
  }

  /** When what was answered at that time was received; undefined: it has not been. */
  receivedAt(authored: string): string | undefined {
    return this.#query.value?.items.find(({ response }) => response.authored === authored)
      ?.receivedAt;
  }

  /** "5 of the last 7 days", with the day itself when it has just been sent. */
  days(sent: boolean): { answered: number; of: number } {
    const day = this.#day();
    const items: { on: string }[] = [...(this.#query.value?.items ?? [])];
    return daysAnswered(sent ? [...items, { on: day }] : items, day);
  }
}
