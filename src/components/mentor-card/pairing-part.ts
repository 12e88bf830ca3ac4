import type { TemplateResult } from 'lit';
import type { Pairing } from '../../client/model/pairing.js';
import type { Page } from '../../client/page.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { ConnectionController } from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import type { QueryController } from '../shared/controllers/query-controller.js';
import { styles } from './fetched.styles.js';
import { PairingFlow, type PairingHost } from './pairing-flow.js';
import { pairingPanel, type PanelView } from './pairing-panel.js';
import { english } from './pairing.strings.js';

/** All about a pairing beyond the button that begins it; fetched when there is something of it. */
export class PairingPart {
  readonly flow: PairingFlow;
  readonly #localize: LocalizeController<typeof english>;

  constructor(
    host: PairingHost,
    connection: ConnectionController,
    query: QueryController<Page<Pairing>>,
    known: Page<Pairing> | undefined,
  ) {
    adoptStyles(host, styles);
    this.flow = new PairingFlow(host, connection, query, known);
    this.#localize = new LocalizeController(host, english, {
      es: () => import('./pairing.strings.es.js'),
    });
  }

  /** What a change brought, in words for a status line. */
  get news(): string {
    const { changedTo } = this.flow;
    return changedTo && !this.#localize.pending ? this.#localize.t.now[changedTo] : '';
  }

  /** Undefined while its words are on their way. */
  render(view: PanelView): TemplateResult | undefined {
    return this.#localize.pending ? undefined : pairingPanel(this.flow, view, this.#localize.t);
  }
}
