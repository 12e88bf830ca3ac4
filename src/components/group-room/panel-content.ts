import { html, type LitElement, type TemplateResult } from 'lit';
import type { RoomState } from '../../client/video/video-room.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import type { ConnectedHost } from '../shared/controllers/connection-controller.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { LazyPart } from '../shared/lazy-part.js';
import type { SharedStrings } from '../shared/shared.strings.js';
import type { CareDesk } from './care-desk.js';
import type { HostMenu } from './host-menu.js';
import { onItsWay } from './on-its-way.js';
import { panelEnglish } from './panel-content.strings.js';
import { panelStyles } from './panel.styles.js';
import { peopleList } from './people-list.js';
import type { RoomAlerts } from './room-alerts.js';
import type { RoomChat } from './room-chat.js';
import type { RoomDevices } from './room-devices.js';
import { handsOf } from './room-view.js';
import { shortcuts } from './shortcuts.js';
import type { PanelName, SidePanelOptions } from './side-panel.js';
import { supportCall, supportWords } from './support-call.js';

export interface PanelContentOptions extends SidePanelOptions {
  /** What has the focus goes: it moves to the panel. */
  focus(): void;
}

/** What stands beside the faces: who is here, and support; each of the rest comes when it is opened. */
export class PanelContent {
  readonly #host: LitElement;
  readonly #options: PanelContentOptions;
  readonly #localize: LocalizeController<typeof panelEnglish>;
  readonly #devices: LazyPart<RoomDevices>;
  readonly #chat: LazyPart<RoomChat>;
  readonly #hostMenu: LazyPart<HostMenu>;
  readonly #care: LazyPart<CareDesk>;
  readonly #alerts: LazyPart<RoomAlerts>;
  #callFailed = false;

  constructor(host: ConnectedHost & LitElement, options: PanelContentOptions) {
    this.#host = host;
    this.#options = options;
    const { visit, connection, deviceWords, say } = options;
    this.#localize = new LocalizeController(host, panelEnglish, {
      es: () => import('./panel-content.strings.es.js'),
    });
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
          alerts: () => this.#alerts.value?.render(),
          breakouts: () => options.breakouts.forHost(),
          say,
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
    this.#alerts = new LazyPart(host, async () => {
      const { RoomAlerts } = await import('./room-alerts.js');
      return new RoomAlerts(host, connection, {
        meetingId: () => (visit.room?.host ? visit.meeting?.id : undefined),
        people: () => visit.state.people,
        say,
      });
    });
    adoptStyles(host, panelStyles);
  }

  /** For who runs the room: how much was told to the care team from here that nobody has looked at. */
  get alerts(): number {
    return (this.#options.visit.room?.host && this.#alerts.get()?.open) || 0;
  }

  /** Once a device has been allowed, all of them have names. */
  refresh(): void {
    void this.#devices.value?.list();
  }

  /** How far this person's own call for support has come. */
  supportWords(state: RoomState): string | undefined {
    return supportWords(this.#localize.t, state);
  }

  /** Undefined while its words are on their way. */
  render(name: PanelName, shared: SharedStrings): TemplateResult | undefined {
    if (this.#localize.pending) return undefined;
    return {
      people: () => this.#people(),
      messages: () => this.#lazy(this.#chat, shared),
      view: () => this.#lazy(this.#options.view, shared),
      support: () => this.#support(),
      host: () => this.#lazy(this.#hostMenu, shared),
      devices: () => this.#choices(shared),
    }[name]();
  }

  #people(): TemplateResult {
    const { visit, localize } = this.#options;
    const { people } = visit.state;
    const words = { ...localize.t, ...this.#localize.t };
    const list = peopleList(words, people, handsOf(people), shortcuts.on, (on) => {
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
    return supportCall(
      { ...localize.t, ...this.#localize.t },
      {
        state: visit.state,
        failed: this.#callFailed,
        outside: this.#care.get()?.call(),
        help: help(),
        ask: () => void this.#ask(),
      },
    );
  }

  async #ask(): Promise<void> {
    const { visit, say, focus } = this.#options;
    try {
      await visit.room?.askForSupport?.();
      this.#callFailed = false;
    } catch {
      this.#callFailed = true;
      say(this.#localize.t.support.failed);
    }
    // Its button goes.
    if (!this.#callFailed) focus();
    this.#host.requestUpdate();
  }
}
