import { html, nothing, type TemplateResult } from 'lit';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import Clipboard from 'lucide/dist/esm/icons/clipboard-list.mjs';
import LayoutGrid from 'lucide/dist/esm/icons/layout-grid.mjs';
import HeartHandshake from 'lucide/dist/esm/icons/heart-handshake.mjs';
import Message from 'lucide/dist/esm/icons/message-circle.mjs';
import MicOff from 'lucide/dist/esm/icons/mic-off.mjs';
import Settings from 'lucide/dist/esm/icons/settings-2.mjs';
import Volume from 'lucide/dist/esm/icons/volume-2.mjs';
import WifiOff from 'lucide/dist/esm/icons/wifi-off.mjs';
import type { RoomPerson } from '../../client/video/video-room.js';
import { fill } from '../shared/fill.js';
import { icon, type IconNode } from '../shared/icon.js';
import { controlsBar, type ControlsOptions } from './controls-bar.js';
import type { RoomStrings } from './room.strings.js';
import type { PanelName } from './side-panel.js';
import { stageView, type StageViewOptions } from './stage-view.js';

export interface RoomViewOptions extends Omit<ControlsOptions, 'self' | 'count'>, StageViewOptions {
  /** For the name of the room. */
  readonly title: string;
  /** The same, in its own language. */
  readonly heading: unknown;
  /** In a small room: who is missing there is said above the faces. */
  readonly isBeside: boolean;
  readonly soundBlocked: boolean;
  /** What stands for the panel of support: one's own call, or those that one gets; undefined: neither. */
  readonly care:
    | { readonly panel: 'support' | 'host'; readonly words: string; readonly news: boolean }
    | undefined;
  /** Messages not looked at yet; undefined where the room carries none. */
  readonly unread: number | undefined;
  /** Why a device of one's own cannot be used, in words. */
  readonly deviceError: string | undefined;
  /** What is open beside the faces, if anything is. */
  readonly beside: unknown;
  hear(): void;
  onKey(event: KeyboardEvent): void;
}

/** Raised hands, first up first. */
export function handsOf(people: readonly RoomPerson[]): RoomPerson[] {
  return people
    .filter(({ handRaisedAt }) => handRaisedAt !== undefined)
    .sort((a, b) => (a.handRaisedAt ?? 0) - (b.handRaisedAt ?? 0));
}

/**
 * The room: faces as large as they can be, and below them what one can do. What opens beside the
 * faces comes after its buttons, as a reader or a keyboard goes.
 */
export function roomView(t: RoomStrings, options: RoomViewOptions): TemplateResult {
  const { title, state } = options;
  const { people } = state;
  return html`<section
    class="room"
    part="room"
    tabindex="-1"
    aria-label=${fill(t.room, { title })}
    @keydown=${options.onKey}
  >
    ${stageView(t, handsOf(people), options)} ${hint(t, options)}
    ${controlsBar(t, { ...options, self: people[0], count: people.length })} ${options.beside}
  </section>`;
}

/** One line below the faces: what is most pressing, else which room this is. */
function hint(t: RoomStrings, options: RoomViewOptions): TemplateResult {
  const { heading, state, soundBlocked, deviceError, care } = options;
  const [self, ...others] = state.people;
  const line = (picture: IconNode, words: string) => html`${icon(picture)} <span>${words}</span>`;
  const pressing = () => {
    if (state.connection === 'reconnecting') return line(WifiOff, t.reconnecting);
    if (soundBlocked) return line(Volume, t.blockedSound);
    if (self?.speaking && !self.microphone) return line(MicOff, t.youAreMuted);
    if (state.mutedByHost) return line(MicOff, t.mutedByHost);
    if (deviceError) return line(CircleAlert, deviceError);
    return state.reduced ? line(WifiOff, t.reduced[state.reduced]) : undefined;
  };
  const words = pressing();
  const isTitle = others.length > 0 || options.isBeside;
  return html`<div class="hint">
    <div role="status">${words ?? nothing}</div>
    ${words ? nothing : html`<span class=${isTitle ? 'title' : ''}>${isTitle ? heading : t.alone}</span>`}
    ${
      soundBlocked
        ? html`<button class="button quiet" type="button" @click=${options.hear}>
            ${t.tapToHear}
          </button>`
        : nothing
    }
    ${care ? opener(care.panel, care.panel === 'host' ? Clipboard : HeartHandshake, care.words, options) : nothing}
    ${options.unread === undefined ? nothing : opener('messages', Message, options.unread ? fill(t.unread, { n: String(options.unread) }) : t.messages, options)}
    ${opener('view', LayoutGrid, t.view, options)}
    ${opener('devices', Settings, t.devices, options)}
  </div>`;
}

function opener(
  name: PanelName,
  picture: IconNode,
  words: string,
  { panel, unread, care, togglePanel }: RoomViewOptions,
): TemplateResult {
  const news = name === 'messages' ? unread : name === care?.panel && care.news;
  return html`<button
    class="button plain ${news ? 'news' : ''}"
    type="button"
    data-panel=${name}
    aria-expanded=${panel === name}
    @click=${() => togglePanel(name)}
  >
    ${icon(picture)}<span>${words}</span>
  </button>`;
}
