import { html, nothing, type TemplateResult } from 'lit';
import Hand from 'lucide/dist/esm/icons/hand.mjs';
import Pin from 'lucide/dist/esm/icons/pin.mjs';
import MicOff from 'lucide/dist/esm/icons/mic-off.mjs';
import WifiOff from 'lucide/dist/esm/icons/wifi-off.mjs';
import type { RoomPerson } from '../../client/video/video-room.js';
import { fill } from '../shared/fill.js';
import { icon } from '../shared/icon.js';
import { portrait } from './portrait.js';
import { reactionIcons } from './reaction-icons.js';
import type { RoomStrings } from './room.strings.js';
import { stream } from './stream.js';

/**
 * One person's place; their name is read first. `hand` is their number in the order of hands; 0 when
 * it is down. The pin is for a pointer; a keyboard finds the same under “View”.
 */
export function tile(
  t: RoomStrings,
  person: RoomPerson,
  hand: number,
  pin: { readonly on: boolean; toggle(): void },
): TemplateResult {
  const { name, self, microphone, videoTrack, connection, reaction } = person;
  const trouble = connection === 'connected' ? undefined : t[connection];
  return html`<div
    class="tile ${self ? 'self' : ''} ${microphone && person.speaking ? 'speaking' : ''}"
    part="tile"
  >
    ${portrait(name)}
    <video
      ${stream(videoTrack)}
      .muted=${true}
      ?hidden=${!videoTrack}
      aria-hidden="true"
      playsinline
    ></video>
    <span class="badge name">
      ${microphone ? nothing : icon(MicOff)}
      <span dir="auto">${self ? fill(t.you, { name }) : name}</span>
      ${microphone ? nothing : html`<span class="visually-hidden">${t.muted}</span>`}
    </span>
    <button
      class="pin"
      type="button"
      tabindex="-1"
      aria-pressed=${pin.on}
      aria-label=${fill(t.pin, { name })}
      @click=${() => pin.toggle()}
    >
      ${icon(Pin)}
    </button>
    <div class="badges">
      ${
        reaction
          ? html`<span class="badge reaction">
              ${icon(reactionIcons[reaction])}
              <span class="visually-hidden">${t.reactions[reaction]}</span>
            </span>`
          : nothing
      }
      ${trouble ? html`<span class="badge">${icon(WifiOff)}${trouble}</span>` : nothing}
      ${
        hand
          ? html`<span class="badge hand">
              ${icon(Hand)}<span aria-hidden="true">${hand}</span>
              <span class="visually-hidden">${fill(t.hand, { n: String(hand) })}</span>
            </span>`
          : nothing
      }
    </div>
  </div>`;
}

/** What somebody shows of their screen: whole, for every edge of it may matter. */
export function screenTile(t: RoomStrings, { name, screenTrack }: RoomPerson): TemplateResult {
  const words = fill(t.screenOf, { name });
  return html`<div class="tile screen" part="tile">
    <video ${stream(screenTrack)} .muted=${true} aria-label=${words} playsinline></video>
    <span class="badge name"><span dir="auto">${words}</span></span>
  </div>`;
}
