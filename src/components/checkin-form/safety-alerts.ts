import type { SafetyTrigger } from '../../client/model/safety.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import type { Form } from './form.js';
import { fetchLater } from './later.js';
import { raisedIn, type Raised } from './raised-in.js';
import type { Telling } from './telling.js';

export type SafetyHost = ConnectedHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Not below a question: the person said it themselves. */
export const NOT_SAFE = '';

/**
 * What was raised while the form was open. A concern is not taken back when an answer changes:
 * somebody may have been told by then.
 */
export class SafetyAlerts {
  /** Where help stands: below a question, by its linkId, or {@link NOT_SAFE}. */
  place: string | undefined;

  /** What became of it; undefined until that has been fetched. */
  telling: Telling | undefined;

  readonly #host: SafetyHost;
  readonly #connection: ConnectionController;
  /** By where it was raised, each copy of a repeating group by itself. */
  readonly #raised = new Map<string, SafetyTrigger>();
  #retry: (() => Promise<void>) | undefined;

  constructor(host: SafetyHost, connection: ConnectionController) {
    this.#host = host;
    this.#connection = connection;
  }

  get isRaised(): boolean {
    return this.#raised.size > 0;
  }

  /** Something raised has not been received. */
  get isFailed(): boolean {
    return this.#retry !== undefined || this.telling?.isFailed === true;
  }

  /** What has not been received is sent without the person as soon as that can be. */
  get isKept(): boolean {
    return this.#retry === undefined && this.telling?.isKept === true;
  }

  /** Somebody is signed in who reads what participants write. */
  get #isReader(): boolean {
    const { session } = this.#connection;
    return !!session && session.person.role !== 'participant';
  }

  /** Local and at once, on whatever has been answered so far. */
  assess(form: Form, timeZone: string, restored = false): void {
    // Who looks at somebody else's answers is not in danger for that.
    if (!form.asksAboutSafety || (restored && this.#isReader)) return;
    const fresh = raisedIn(form).filter(({ place }) => !this.#raised.has(place));
    if (!fresh[0]) return;
    // Help stands where it came up last, also where the same was raised in another copy before.
    this.place = fresh[0].place;
    this.#add(fresh, form, timeZone, restored);
  }

  /** The person says that they are not safe. Help comes up, and the focus goes to it. */
  notSafe(form: Form, timeZone: string): void {
    this.place = NOT_SAFE;
    this.#host.requestUpdate();
    if (!this.#raised.has(NOT_SAFE))
      this.#add([{ place: NOT_SAFE, trigger: { type: 'not-safe-now' } }], form, timeZone);
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('.safety .help-title')?.focus(),
    );
  }

  /** Tells the backend what it could not be told before. */
  readonly retry = (): void => void (this.#retry ? this.#retry() : this.telling?.retry());

  /** Another form, another person: nothing of the last one stays. */
  reset(): void {
    this.#raised.clear();
    this.place = this.#retry = undefined;
    this.telling?.reset();
  }

  /** Takes note, and tells the backend after help has been drawn. */
  #add(raised: readonly Raised[], form: Form, timeZone: string, restored = false): void {
    for (const { place, trigger } of raised) this.#raised.set(place, trigger);
    const at = new Date();
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#host.renderRoot.querySelector('.safety')?.scrollIntoView({ block: 'nearest' });
      return this.#tell(raised[0], form, at, timeZone, restored);
    });
  }

  /** Help is drawn without it; where it cannot be fetched, nobody could be told either. */
  async #tell(
    first: Raised | undefined,
    form: Form,
    at: Date,
    timeZone: string,
    restored: boolean,
  ): Promise<void> {
    try {
      const { Telling } = await fetchLater();
      // Another form, another person is here by now.
      if (!first || this.#raised.get(first.place) !== first.trigger) return;
      // It may only be known by now who they are.
      if (restored && this.#isReader) return this.reset();
      this.#retry = undefined;
      this.telling ??= new Telling(this.#host, this.#connection, this.#raised);
      await this.telling.tell(form.canonical, at, timeZone, restored);
    } catch {
      this.#retry = () => this.#tell(first, form, at, timeZone, restored);
    }
    this.#host.requestUpdate();
  }
}
