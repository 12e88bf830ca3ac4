import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { BackendError } from '../../client/errors.js';
import type { Meeting } from '../../client/model/meeting.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { errorWords } from '../shared/notice.js';
import type { SharedStrings } from '../shared/shared.strings.js';
import { atTheDoorEnglish } from './at-the-door.strings.js';
import { waitingStyles } from './waiting.styles.js';
import { waitingView } from './waiting-view.js';

/** Somebody who waits. */
export interface Waiting {
  readonly name: string;
  stopWaiting(): void;
}

export interface NextStep {
  enter(event: Event, ask: boolean): void;
  help(): unknown;
}

/** Whom the door does not let in, or not yet: why, and what they can do. Loaded when that is so. */
export class AtTheDoor {
  readonly #say: (text: string) => void;
  readonly #localize: LocalizeController<typeof atTheDoorEnglish>;

  constructor(host: LitElement, say: (text: string) => void) {
    this.#say = say;
    this.#localize = new LocalizeController(host, atTheDoorEnglish, {
      es: () => import('./at-the-door.strings.es.js'),
    });
    adoptStyles(host, waitingStyles);
  }

  /** In words: why somebody could not go in; undefined while the words are on their way. */
  words(error: Partial<Error & { code: string }>, shared: SharedStrings): string | undefined {
    if (this.#localize.pending) return undefined;
    const { refused, roomErrors } = this.#localize.t;
    // By name: a page's own factory may throw the class of another copy of this package.
    if (error.name === 'BackendError') return errorWords(shared, error as BackendError, refused);
    const code = error.name === 'RoomError' ? error.code : undefined;
    return roomErrors[code ?? 'unknown'] ?? roomErrors['unknown'];
  }

  /** While a host has not let them in yet; undefined while the words are on their way. */
  waiting(meeting: Meeting, entrance: Waiting, help: unknown): TemplateResult | undefined {
    const { t, pending } = this.#localize;
    if (pending) return undefined;
    const stop = () => {
      entrance.stopWaiting();
      this.#say(t.waiting.stopped);
    };
    const { name } = meeting.facilitator;
    return waitingView(t, { host: name, name: entrance.name, help, stop });
  }

  /** Says that they wait, to those who do not see it. */
  sayWaits(): void {
    this.#say(this.#localize.t.waiting.said);
  }

  /** What somebody can do whom a host does not let in. */
  nextStep(error: Error, meeting: Meeting, { enter, help }: NextStep): unknown {
    const { t, pending } = this.#localize;
    const { detail, code } = error as { detail?: string; code?: string };
    if (pending) return nothing;
    if (detail === 'locked' && meeting.waitingRoom)
      return html`<button class="button quiet" type="button" @click=${(e: Event) => enter(e, true)}>
        ${t.ask}
      </button>`;
    const turnedAway = detail === 'removed' || detail === 'declined' || code === 'declined';
    return turnedAway ? help() : nothing;
  }
}
