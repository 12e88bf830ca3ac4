import type { ReactiveController } from 'lit';
import type { Page } from '../../client/page.js';
import type { Pairing, PairingAction, PairingStatus } from '../../client/model/pairing.js';
import { PairingShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import type { QueryController } from '../shared/controllers/query-controller.js';
import { WfPairingChangeEvent } from '../shared/pairing.events.js';
import { WfPairingRequestEvent } from './mentor-card.events.js';

/** The card, as the flow sees it. */
export interface PairingHost extends ConnectedHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Whose card it is, when known. */
  readonly shownMentorId: string | undefined;
}

/** The pairing of the signed-in participant with one mentor, from asking to ending. */
export class PairingFlow implements ReactiveController {
  /** What the person is in the middle of. */
  doing: 'ask' | 'end' | undefined;
  message = '';
  /** The status that a change brought; undefined while nothing has changed. */
  changedTo: PairingStatus | undefined;

  readonly query: QueryController<Page<Pairing>>;
  readonly request: ActionController<{ mentorId: string; message?: string }, Pairing>;
  readonly change: ActionController<{ id: string; action: PairingAction }, Pairing>;
  readonly #host: PairingHost;
  readonly #connection: ConnectionController;
  #seen: string | undefined;
  #focus: string | undefined;
  #saving: ReturnType<typeof setTimeout> | undefined;

  /** @param known What was known first: all that differs from it is news. */
  constructor(
    host: PairingHost,
    connection: ConnectionController,
    query: QueryController<Page<Pairing>>,
    known: Page<Pairing> | undefined,
  ) {
    this.#host = host;
    this.#connection = connection;
    this.query = query;
    this.#seen = standing(known);
    this.request = new ActionController(host, connection, {
      shape: PairingShape,
      run: ({ pairings }, input, options) => pairings?.request(input, options),
    });
    this.change = new ActionController(host, connection, {
      shape: PairingShape,
      run: ({ pairings }, { id, action }, options) => pairings?.apply(id, action, options),
    });
    host.addController(this);
  }

  /** The latest pairing with this mentor. A request that ran out reads as expired. */
  get pairing(): Pairing | undefined {
    const pairing = this.query.value?.items[0];
    return pairing && asOfNow(pairing);
  }

  get busy(): boolean {
    return this.request.busy || this.change.busy;
  }

  hostUpdate(): void {
    const now = standing(this.query.value);
    const changed = this.#seen !== undefined && now !== this.#seen;
    this.#seen = now;
    if (!changed) return;
    this.changedTo = now === undefined ? undefined : this.pairing?.status;
    // Another mentor, or another person: what was typed is not for them.
    if (now === undefined) this.message = '';
    this.doing = undefined;
    if (this.#host.renderRoot.querySelector('.panel :focus')) this.#focus = '.state';
  }

  hostUpdated(): void {
    if (!this.#focus) return;
    this.#host.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = undefined;
  }

  /** Begins something or leaves it, and takes the focus along. */
  readonly turnTo = (doing: 'ask' | 'end' | undefined): void => {
    this.#focus = doing === 'ask' ? 'textarea' : doing ? '.confirm' : `.${this.doing}`;
    this.doing = doing;
    this.request.reset();
    this.change.reset();
    if (doing === 'ask') void this.#recall();
  };

  /** Keeps what is typed, also across a reload when the backend keeps drafts. */
  readonly write = (message: string): void => {
    this.message = message;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#save(message), 400);
  };

  readonly send = async (): Promise<void> => {
    const mentorId = this.#host.shownMentorId;
    if (!mentorId || this.busy) return;
    if (!this.#host.dispatchEvent(new WfPairingRequestEvent(mentorId))) return;
    const message = this.message.trim();
    const pairing = await this.request.run(message ? { mentorId, message } : { mentorId });
    if (pairing) {
      clearTimeout(this.#saving);
      this.#save((this.message = ''));
    }
    this.#settle(pairing);
  };

  readonly apply = async (type: 'cancel' | 'pause' | 'resume' | 'end' | 'continue') => {
    const { pairing } = this;
    if (pairing && !this.busy)
      this.#settle(await this.change.run({ id: pairing.id, action: { type } }));
  };

  #settle(pairing: Pairing | undefined): void {
    // Refused or lost: what we know of the pairing may be old.
    if (!pairing) return this.query.refresh();
    this.doing = undefined;
    this.#focus = '.state';
    this.query.set({ items: [pairing] });
    const { id, mentor, status } = pairing;
    this.#host.dispatchEvent(new WfPairingChangeEvent(id, mentor.id, status));
  }

  get #draftKey(): string {
    return `pairing-request/${this.#host.shownMentorId}`;
  }

  async #recall(): Promise<void> {
    try {
      const draft = await this.#connection.backend?.drafts?.get(this.#draftKey);
      if (typeof draft?.value !== 'string' || this.message) return;
      this.message = draft.value;
      this.#host.requestUpdate();
    } catch {
      // A draft is a convenience; the field works without.
    }
  }

  #save(message: string): void {
    const { drafts } = this.#connection.backend ?? {};
    const saved = message ? drafts?.put(this.#draftKey, message) : drafts?.remove(this.#draftKey);
    saved?.catch(() => {});
  }
}

const asOfNow = (pairing: Pairing): Pairing =>
  pairing.status === 'requested' && Date.now() >= Date.parse(pairing.expiresAt)
    ? { ...pairing, status: 'expired' }
    : pairing;

/** Which pairing it is and how it stands, as text; undefined when it is not known. */
function standing(page: Page<Pairing> | undefined): string | undefined {
  const pairing = page?.items[0];
  return page && (pairing ? `${pairing.id} ${asOfNow(pairing).status}` : '');
}
