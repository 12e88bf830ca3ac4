import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { BackendError } from '../../client/errors.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { LazyPart, type AbsentPart } from '../shared/lazy-part.js';
import { errorNotice } from '../shared/notice.js';
import type { SharedStrings } from '../shared/shared.strings.js';
import type { BreakoutEar } from './breakouts/breakout-ear.js';
import type { CareDesk } from './care-desk.js';
import type { DeviceStrings } from './device.strings.js';
import type { HostMenu } from './host-menu.js';
import { peopleList } from './people-list.js';
import type { RoomChat } from './room-chat.js';
import type { RoomDevices } from './room-devices.js';
import { handsOf } from './room-view.js';
import type { RoomStrings } from './room.strings.js';
import type { StageMenu } from './stage-menu.js';
import { supportCall } from './support-call.js';
import { shortcuts } from './shortcuts.js';
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
 * button is; Escape closes it and gives the focus back.
 */
export class SidePanel implements ReactiveController {
  open: PanelName | undefined;

  readonly #host: LitElement;
  readonly #options: SidePanelOptions;
  readonly #devices: LazyPart<RoomDevices>;
  readonly #chat: LazyPart<RoomChat>;
  readonly #hostMenu: LazyPart<HostMenu>;
  readonly #care: LazyPart<CareDesk>;
  #callFailed = false;
  /** Messages that were there when they were last looked at. */
  #read = 0;
  #focus: string | undefined;

  constructor(host: ConnectedHost & LitElement, options: SidePanelOptions) {
    this.#host = host;
    this.#options = options;
    const { visit, connection, deviceWords, say } = options;
    this.#devices = new LazyPart(host, async () => {
      const { RoomDevices } = await import('./room-devices.js');
      return new RoomDevices(host, {
        room: () => visit.room,
        self: () => visit.state.people[0],
        words: () => deviceWords.t,
        sounds: () => host.renderRoot.querySelectorAll('audio'),
        say,
      });
    });
    this.#chat = new LazyPart(
      host,
      async () =>
        new (await import('./room-chat.js')).RoomChat(host, { room: () => visit.room, say }),
    );
    this.#hostMenu = new LazyPart(
      host,
      async () =>
        new (await import('./host-menu.js')).HostMenu(host, {
          room: () => visit.room,
          say,
          breakouts: () => options.breakouts.forHost(),
        }),
    );
    this.#care = new LazyPart(host, async () => {
      const { CareDesk } = await import('./care-desk.js');
      return new CareDesk(host, connection, {
        meetingId: () => visit.meeting?.id,
        people: () => visit.state.people,
        say,
      });
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

  /** Once a device has been allowed, all of them have names. */
  refresh(): void {
    void this.#devices.value?.list();
  }

  render(shared: SharedStrings): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { t } = this.#options.localize;
    const [part, label, content] = {
      people: ['people', t.whoTitle, () => this.#people()],
      messages: ['messages', t.messages, () => this.#lazy(this.#chat, shared)],
      view: ['view', t.view, () => this.#lazy(this.#options.view, shared)],
      support: ['support', t.needSupport, () => this.#support()],
      host: ['host', t.facilitate, () => this.#lazy(this.#hostMenu, shared)],
      devices: ['room-devices', t.devices, () => this.#choices(shared)],
    }[this.open] as [string, string, () => TemplateResult];
    return html`<aside class="panel" part=${part} tabindex="-1" aria-label=${label}>
      ${content()}
    </aside>`;
  }

  #people(): TemplateResult {
    const { visit, localize } = this.#options;
    const { people } = visit.state;
    const list = peopleList(localize.t, people, handsOf(people), shortcuts.on, (on) => {
      shortcuts.on = on;
      this.#host.requestUpdate();
    });
    return html`${list} ${this.#care.get()?.report()}`;
  }

  #choices(shared: SharedStrings): TemplateResult {
    const { localize, deviceWords } = this.#options;
    const { failed, retry } = this.#devices;
    const part = this.#devices.get();
    return html`<h3>${localize.t.devices}</h3>
      ${part && !deviceWords.pending ? part.render() : onItsWay(shared, { failed, retry })}`;
  }

  #lazy<T extends { render(): TemplateResult }>(
    part: LazyPart<T>,
    shared: SharedStrings,
  ): TemplateResult {
    const { failed, retry } = part;
    return part.get()?.render() ?? onItsWay(shared, { failed, retry });
  }

  #support(): TemplateResult {
    const { visit, localize, help, breakouts } = this.#options;
    const elsewhere = breakouts.support(help());
    if (elsewhere) return elsewhere;
    return supportCall(localize.t, {
      state: visit.state,
      failed: this.#callFailed,
      outside: this.#care.get()?.call(),
      help: help(),
      ask: () => void this.#ask(),
    });
  }

  async #ask(): Promise<void> {
    const { visit, localize, say } = this.#options;
    try {
      await visit.room?.askForSupport?.();
      this.#callFailed = false;
    } catch {
      this.#callFailed = true;
      say(localize.t.support.failed);
    }
    // Its button goes.
    if (!this.#callFailed) this.#focus = '.panel';
    this.#host.requestUpdate();
  }

  get #written(): number {
    return this.#options.visit.state.messages?.length ?? 0;
  }
}

const onItsWay = (shared: SharedStrings, { failed, retry }: AbsentPart) =>
  failed
    ? errorNotice(shared, new BackendError('unavailable'), retry)
    : html`<div class="bone"></div>`;
