import * as z from 'zod/mini';
import { daysAnswered } from '../../client/model/check-in.js';
import { addDays, LocalDate } from '../../client/model/date-time.js';
import { Score } from '../../client/model/scoring.js';
import { pageOf, type Page } from '../../client/page.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';

/** What is read of a check-in here; the answers stay where they are. */
const sent = () => z.object({ on: LocalDate, score: z.optional(Score) });
type Sent = z.infer<ReturnType<typeof sent>>;

/** What the person sent in the seven days to `day`. */
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
      // Built when there is something to read: not before the first painting.
      get schema() {
        return pageOf(sent());
      },
      load: ({ checkIns }, signal) => {
        const from = addDays(day(), -6);
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

  /** "5 of the last 7 days", with the day itself when it has just been sent. */
  days(sent: boolean): { answered: number; of: number } {
    const day = this.#day();
    const items: { on: string }[] = [...(this.#query.value?.items ?? [])];
    return daysAnswered(sent ? [...items, { on: day }] : items, day);
  }
}
