import type { ReactiveController } from 'lit';
import { BackendError } from '../../client/errors.js';
import type { Instrument } from '../../client/model/instrument.js';
import { shipped, type Questionnaire } from '../../client/model/questionnaire.js';
import type { Session } from '../../client/model/session.js';
import { type Shape } from '../../client/shape.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import {
  about,
  QueryController,
  type QueryStatus,
} from '../shared/controllers/query-controller.js';
import { asInstrument, bundled, DEFAULT, isBundled } from './bundled.js';
import { Form } from './form.js';
import { isPrepared, prepare } from './prepare.js';
import type { QuestionnaireFault } from './read-questionnaire.js';

/** Only what tells a questionnaire from something else: faults inside are named one by one. */
const ServedShape: Shape<Questionnaire> = { resourceType: '=Questionnaire' };

/** Where a form gets its questions from. */
export interface SourceHost extends ConnectedHost {
  questionnaire: Questionnaire | string;
  instrument: Instrument | undefined;
}

/** A questionnaire that can be drawn, and what was wrong with it. */
interface Sound {
  readonly questionnaire: Questionnaire;
  readonly faults: readonly QuestionnaireFault[];
}

/** The form that is open: of an instrument handed in, bundled, or kept by the clinic. */
export class QuestionnaireSource implements ReactiveController {
  readonly #host: SourceHost;
  readonly #connection: ConnectionController;
  readonly #served: QueryController<Questionnaire>;
  readonly #opened: () => void;
  #given: unknown;
  #questions: unknown;
  #form: Form | undefined;
  #person: string | undefined;
  #bundled: Instrument | undefined;
  #failure: BackendError | undefined;
  /** The last questionnaire of somebody else, and what there is of it that can be drawn. */
  #looked: (Sound & { readonly at: unknown }) | undefined;

  /** @param opened Called when another form is open, before it is drawn. */
  constructor(host: SourceHost, connection: ConnectionController, opened: () => void) {
    this.#host = host;
    this.#connection = connection;
    this.#opened = opened;
    this.#served = new QueryController(host, connection, {
      shape: ServedShape,
      load: ({ checkIns }, signal) => checkIns?.questionnaire?.(this.#given as string, { signal }),
      args: () => (this.isServed ? [this.#given] : undefined),
      concerns: about(),
    });
    // After the query: it may have an answer by now.
    host.addController(this);
  }

  get form(): Form | undefined {
    return this.#form;
  }

  /** Handed in as an object: it can be drawn at once. */
  get isGiven(): boolean {
    return typeof this.#given !== 'string';
  }

  get error(): BackendError | undefined {
    return this.#failure ?? this.#served.error;
  }

  get status(): QueryStatus {
    if (this.#form) return 'ready';
    if (this.#failure) return 'error';
    return this.isServed ? this.#served.status : 'loading';
  }

  readonly refresh = (): void => {
    if (this.isServed && !this.#failure) return this.#served.refresh();
    this.#given = this.#questions = this.#failure = undefined;
    this.#host.requestUpdate();
  };

  /** The same questions, not answered yet. */
  renew(): void {
    this.#questions = undefined;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const given = this.#host.instrument ?? (this.#host.questionnaire || DEFAULT);
    if (given !== this.#given) {
      this.#given = given;
      this.#failure = this.#bundled = undefined;
      if (isBundled(given)) void this.#load(given);
    }
    this.#notice(this.#connection.session);
    const questions = this.isServed ? this.#served.value : (this.#bundled ?? this.#given);
    if (questions === this.#questions) return;
    const isEqual = this.#form !== undefined && isSame(questions, this.#questions);
    this.#questions = questions;
    if (isEqual) return;
    this.#form = undefined;
    if (typeof questions === 'string' || !questions) return;
    const instrument = asInstrument(questions);
    const sound = this.#soundOf(instrument.questionnaire);
    // Drawn at once where it can be.
    if (sound && isPrepared(sound.questionnaire))
      this.#open(new Form({ ...instrument, questionnaire: sound.questionnaire }, sound.faults));
    else void this.#prepare(instrument, questions);
  }

  /** Ours have no faults; those of others are known once somebody has looked. */
  #soundOf(questionnaire: Questionnaire): Sound | undefined {
    if (shipped.has(questionnaire)) return { questionnaire, faults: [] };
    return this.#looked?.at === questionnaire ? this.#looked : undefined;
  }

  #open(form: Form): void {
    this.#form = form;
    this.#opened();
  }

  /** Fetches what looks for its faults and what it is answered with. */
  async #prepare(instrument: Instrument, questions: unknown): Promise<void> {
    let form: Form | undefined;
    try {
      const at = instrument.questionnaire;
      let sound = this.#soundOf(at);
      if (!sound) {
        const { readQuestionnaire } = await import('./read-questionnaire.js');
        sound = readQuestionnaire(at);
        this.#looked = { at, ...sound };
      }
      const { questionnaire, faults } = sound;
      await prepare(questionnaire);
      form = new Form({ ...instrument, questionnaire }, faults);
    } catch (cause) {
      this.#failure = new BackendError('unavailable', { cause });
    }
    if (questions !== this.#questions) return;
    if (form) this.#open(form);
    this.#host.requestUpdate();
  }

  /** Not ours: the backend is asked for it by its address. */
  get isServed(): boolean {
    return typeof this.#given === 'string' && !isBundled(this.#given);
  }

  /** What one person wrote is not for the next. */
  #notice(session: Session | null | undefined): void {
    const person = session === null ? null : (session?.person.id ?? this.#person);
    if (this.#person !== undefined && person !== this.#person) this.#questions = undefined;
    this.#person = person ?? undefined;
  }

  async #load(name: string): Promise<void> {
    try {
      const instrument = await bundled(name);
      if (name === this.#given) this.#bundled = instrument;
    } catch (cause) {
      if (name === this.#given) this.#failure = new BackendError('unavailable', { cause });
    }
    this.#host.requestUpdate();
  }
}

/** A page that hands in an equal object at each of its renderings must not empty the form. */
function isSame(a: unknown, b: unknown): boolean {
  try {
    return a === b || (b !== undefined && JSON.stringify(a) === JSON.stringify(b));
  } catch {
    return false;
  }
}
