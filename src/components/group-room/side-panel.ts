import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { LazyPart } from '../shared/lazy-part.js';
import type { SharedStrings } from '../shared/shared.strings.js';
import type { BreakoutEar } from './breakouts/breakout-ear.js';
import type { DeviceStrings } from './device.strings.js';
import { onItsWay } from './on-its-way.js';
import type { PanelContent } from './panel-content.js';
import type { RoomStrings } from './room.strings.js';
import type { StageMenu } from './stage-menu.js';
import type { Visit } from './visit.js';

/** What can stand beside the faces. */
export type PanelName = 'people' | 'messages' | 'devices' | 'view' | 'support' | 'host';

export interface SidePanelOptions {
  readonly visit: Visit;
  readonly localize: LocalizeController<RoomStrings>;
  readonly deviceWords: LocalizeController<DeviceStrings>;
  /** What is seen and shown. */
  readonly view: LazyPart<StageMenu>;
  say(text: string): void;
  readonly connection: ConnectionController;
  readonly breakouts: BreakoutEar;
  /** Help in a crisis. */
  help(): unknown;
}

/**
 * The one place beside the faces. It takes the focus when it opens, for it does not stand where its
 * button is; Escape closes it and gives the focus back. What stands in it is fetched when it is
 * first opened, or before that when the browser has nothing else to do.
 */
export class SidePanel implements ReactiveController {
  open: PanelName | undefined;
  readonly content: LazyPart<PanelContent>;

  readonly #host: LitElement;
  readonly #options: SidePanelOptions;
  /** Messages that were there when they were last looked at. */
  #read = 0;
  #focus: string | undefined;

  constructor(host: ConnectedHost & LitElement, options: SidePanelOptions) {
    this.#host = host;
    this.#options = options;
    this.content = new LazyPart(host, async () => {
      const { PanelContent } = await import('./panel-content.js');
      return new PanelContent(host, { ...options, focus: () => (this.#focus = '.panel') });
    });
    host.addController(this);
  }

  /** Messages that have not been looked at. */
  get unread(): number {
    return Math.max(0, this.#written - this.#read);
  }

  hostUpdate(): void {
    if (this.open === 'messages' || !this.#written) this.#read = this.#written;
  }

  hostUpdated(): void {
    if (this.#options.visit.phase !== 'in') this.open = this.#focus = undefined;
    if (!this.#focus) return;
    this.#host.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = undefined;
  }

  readonly toggle = (name: PanelName): void => {
    if (this.open === name) return this.close();
    this.open = name;
    this.#focus = '.panel';
    this.#host.requestUpdate();
  };

  close(): void {
    if (!this.open) return;
    this.#focus = `[data-panel=${this.open}]`;
    this.open = undefined;
    this.#host.requestUpdate();
  }

  render(shared: SharedStrings): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { t } = this.#options.localize;
    const [part, label] = {
      people: ['people', t.whoTitle],
      messages: ['messages', t.messages],
      view: ['view', t.view],
      support: ['support', t.needSupport],
      host: ['host', t.facilitate],
      devices: ['room-devices', t.devices],
    }[this.open] as [string, string];
    const { failed, retry } = this.content;
    const content = this.content.get()?.render(this.open, shared);
    return html`<aside class="panel" part=${part} tabindex="-1" aria-label=${label}>
      ${content ?? onItsWay(shared, { failed, retry })}
    </aside>`;
  }

  get #written(): number {
    return this.#options.visit.state.messages?.length ?? 0;
  }
}
