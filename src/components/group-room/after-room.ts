import { nothing, type LitElement } from 'lit';
import { adoptStyles } from '../shared/adopt-styles.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { afterEnglish } from './after-room.strings.js';
import { afterView, type AfterOptions } from './after-view.js';
import { afterStyles } from './after.styles.js';
import { HowWasIt } from './how-was-it.js';
import type { Reader } from './times.js';

/** What comes after the room. Loaded while somebody is in it, for then the network may be gone. */
export class AfterRoom {
  readonly #localize: LocalizeController<typeof afterEnglish>;
  readonly #howWasIt: HowWasIt;
  /** The door was known to be closed for this person since this visit. */
  #closedSince: string | undefined;

  constructor(host: ConnectedHost & LitElement, connection: ConnectionController) {
    this.#localize = new LocalizeController(host, afterEnglish, {
      es: () => import('./after-room.strings.es.js'),
    });
    this.#howWasIt = new HowWasIt(host, connection);
    adoptStyles(host, afterStyles);
  }

  /** Undefined while its words are on their way. */
  render(reader: Reader, options: Omit<AfterOptions, 'howWasIt' | 'letBack'>) {
    if (this.#localize.pending) return undefined;
    const { meeting, attendance, reason } = options;
    const howWasIt =
      attendance && reason !== 'signed-out'
        ? this.#howWasIt.render(reader, meeting.id, attendance.joinedAt)
        : nothing;
    const { removed } = meeting;
    if (removed) this.#closedSince = attendance?.joinedAt;
    const isKnown = reason === 'ejected' && this.#closedSince === attendance?.joinedAt;
    const letBack = isKnown ? !removed : undefined;
    return afterView(this.#localize.t, reader, { ...options, howWasIt, letBack });
  }
}
