import { html, nothing, type TemplateResult } from 'lit';
import Hand from 'lucide/dist/esm/icons/hand.mjs';
import LogOut from 'lucide/dist/esm/icons/log-out.mjs';
import Mic from 'lucide/dist/esm/icons/mic.mjs';
import MicOff from 'lucide/dist/esm/icons/mic-off.mjs';
import Users from 'lucide/dist/esm/icons/users.mjs';
import Video from 'lucide/dist/esm/icons/video.mjs';
import VideoOff from 'lucide/dist/esm/icons/video-off.mjs';
import type { RoomPerson } from '../../client/video/video-room.js';
import { fill } from '../shared/fill.js';
import { icon, type IconNode } from '../shared/icon.js';
import type { RoomStrings } from './room.strings.js';
import type { PanelName } from './side-panel.js';

export interface ControlsOptions {
  readonly self: RoomPerson | undefined;
  readonly count: number;
  readonly panel: PanelName | undefined;
  readonly shortcuts: boolean;
  toggleMicrophone(): void;
  toggleCamera(): void;
  toggleHand(): void;
  togglePanel(name: PanelName): void;
  leave(): void;
}

/** Everything that a person can do in the room, in one bar below the faces. */
export function controlsBar(t: RoomStrings, options: ControlsOptions): TemplateResult {
  const { self, count, panel, shortcuts } = options;
  const hand = self?.handRaisedAt !== undefined;
  return html`<div class="bar" role="group" aria-label=${t.controls} part="controls">
    ${control(
      self?.microphone ? Mic : MicOff,
      self?.microphone ? t.mute : t.unmute,
      options.toggleMicrophone,
      { key: shortcuts && 'M', on: self?.microphone },
    )}
    ${control(
      self?.camera ? Video : VideoOff,
      self?.camera ? t.stopVideo : t.startVideo,
      options.toggleCamera,
      { key: shortcuts && 'V', on: self?.camera },
    )}
    ${control(Hand, hand ? t.lower : t.raise, options.toggleHand, {
      key: shortcuts && 'H',
      on: hand,
    })}
    ${control(Users, fill(t.who, { n: String(count) }), () => options.togglePanel('people'), {
      panel: 'people',
      expanded: panel === 'people',
    })}
    ${control(LogOut, t.leave, options.leave, { kind: 'leave' })}
  </div>`;
}

function control(
  picture: IconNode,
  words: string,
  act: () => void,
  {
    key,
    on,
    panel,
    expanded,
    kind = '',
  }: {
    key?: string | false | undefined;
    on?: boolean | undefined;
    panel?: PanelName;
    expanded?: boolean | undefined;
    kind?: string;
  },
): TemplateResult {
  return html`<button
    class="control ${kind} ${on ? 'on' : ''}"
    type="button"
    aria-keyshortcuts=${key || nothing}
    data-panel=${panel ?? nothing}
    aria-expanded=${expanded ?? nothing}
    @click=${act}
  >
    ${icon(picture)}<span>${words}</span>
  </button>`;
}
