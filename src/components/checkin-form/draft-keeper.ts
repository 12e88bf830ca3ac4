import type { ReactiveController } from 'lit';
import type { Backend } from '../../client/backend.js';
import { checkResponse, fits, orNull, type Shape } from '../../client/shape.js';
import { DraftShape } from '../../client/shapes.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import type { AnswerRecord } from './answers.js';
import type { Form } from './form.js';

/** A draft: answers by linkId, and the day that they are about. */
interface Kept {
  readonly on: string;
  readonly answers: AnswerRecord;
}
const KeptShape: Shape<Kept> = { on: 's', answers: { '': [{}] } };

export interface DraftKeeperOptions {
  form(): Form | undefined;
  /** The day that the form is about. */
  day(): string;
  /** Called when answers came back. */
  restored(): void;
}

/** What a form has in hand while its element comes and goes, by backend and by whose draft it is. */
const inHand = new WeakMap<Backend, Map<string, Kept>>();

const WAIT = 300;

/** Keeps what is being written, and brings it back. */
export class DraftKeeper implements ReactiveController {
  /** The day of the draft that was brought back. */
  restoredFrom: string | undefined;
  /** Whether it is known by now if there is a draft. */
  ready = false;
  /** Nothing will be kept after the page is closed. */
  unkept = false;

  readonly #host: ConnectedHost;
  readonly #connection: ConnectionController;
  readonly #options: DraftKeeperOptions;
  #form: Form | undefined;
  #backend: Backend | undefined;
  #key: string | undefined;
  #loaded: Promise<void> | undefined;
  /** Whose next form begins empty. */
  #emptied: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Writes go out one after the other, so that a late one never outlives the removal. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(host: ConnectedHost, connection: ConnectionController, options: DraftKeeperOptions) {
    this.#host = host;
    this.#connection = connection;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.flush);
    window.addEventListener('pagehide', this.flush);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.flush);
    window.removeEventListener('pagehide', this.flush);
    this.flush();
  }

  /** Looks for a draft once it is known whose and of what. */
  hostUpdated(): void {
    const { backend, session } = this.#connection;
    const form = this.#options.form();
    const key = session && form ? `${session.person.id} ${form.canonical}` : undefined;
    if (form === this.#form && backend === this.#backend && key === this.#key) return;
    if (session === null && this.#backend) this.#clear(this.#backend);
    this.flush();
    [this.#form, this.#backend, this.#key] = [form, backend, key];
    this.restoredFrom = undefined;
    this.ready = key !== undefined && key === this.#emptied;
    this.#loaded = this.ready ? Promise.resolve() : undefined;
    this.#emptied = undefined;
    if (backend && key) void this.#load();
  }

  /** Something was written. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, WAIT);
    const form = this.#options.form();
    if (form && this.#backend && this.#key)
      this.#hand(this.#backend, this.#key, form, this.#options.day());
  }

  /** Keeps what has not been kept yet. */
  readonly flush = (): void => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const [backend, key] = [this.#backend, this.#key];
    const kept = backend && key && inHand.get(backend)?.get(key);
    if (!kept || !backend.drafts) return;
    const name = this.#name(this.#form);
    this.#later(async () => {
      // What was kept before must not be written over unseen.
      await this.#load();
      await backend.drafts?.put(name, inHand.get(backend)?.get(key) ?? kept);
      this.#setUnkept((await backend.durable) === false);
    });
  };

  /** Forgets the draft: it was sent, or the person starts over. A new form follows. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = this.restoredFrom = undefined;
    const [backend, key, form] = [this.#backend, this.#key, this.#form];
    if (!backend || !key) return;
    this.#emptied = key;
    inHand.get(backend)?.delete(key);
    this.#later(() => backend.drafts?.remove(this.#name(form)));
  }

  #load(): Promise<void> {
    this.#loaded ??= this.#restore().catch(() => {
      this.#loaded = undefined;
      this.#setUnkept(true);
    });
    return this.#loaded;
  }

  async #restore(): Promise<void> {
    const [form, backend, key] = [this.#form, this.#backend, this.#key];
    if (!form || !backend || !key) return;
    let kept = inHand.get(backend)?.get(key);
    try {
      const durable = await backend.durable;
      this.#setUnkept(!backend.drafts || durable === false);
      if (!kept && backend.drafts) {
        const draft = checkResponse(orNull(DraftShape), await backend.drafts.get(this.#name(form)));
        if (fits(KeptShape, draft?.value)) kept = draft.value;
      }
    } finally {
      if (form === this.#form && key === this.#key) {
        const early = form.answers.touched.size > 0;
        if (kept && form.restore(kept.answers)) {
          this.restoredFrom = kept.on;
          this.#hand(backend, key, form, kept.on);
          this.#options.restored();
        }
        // Written before it was known whose it is.
        if (early) this.changed();
        this.ready = true;
        this.#host.requestUpdate();
      }
    }
  }

  #later(task: () => Promise<unknown> | undefined): void {
    this.#queue = this.#queue.then(task).catch(() => this.#setUnkept(true));
  }

  #setUnkept(unkept: boolean): void {
    if (unkept === this.unkept) return;
    this.unkept = unkept;
    this.#host.requestUpdate();
  }

  #hand(backend: Backend, key: string, form: Form, on: string): void {
    let map = inHand.get(backend);
    if (!map) inHand.set(backend, (map = new Map<string, Kept>()));
    map.set(key, { on, answers: form.answers.toJSON() });
  }

  #clear(backend: Backend): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    inHand.delete(backend);
  }

  #name(form: Form | undefined): string {
    return `draft:${form?.canonical ?? ''}`;
  }
}
