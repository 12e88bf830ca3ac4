import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RoomPerson } from '../../client/video/video-room.js';
import { fill } from '../shared/fill.js';
import type { PanelStrings } from './panel-content.strings.js';
import type { RoomStrings } from './room.strings.js';

/** Who is here; raised hands first, in the order in which they went up. */
export function peopleList(
  t: RoomStrings & PanelStrings,
  people: readonly RoomPerson[],
  hands: readonly RoomPerson[],
  shortcuts: boolean,
  setShortcuts: (on: boolean) => void,
): TemplateResult {
  return html`${
      hands.length
        ? html`<h3>${t.hands}</h3>
            <ol class="hands">
              ${repeat(
                hands,
                ({ id }) => id,
                ({ name }) => html`<li><bdi>${name}</bdi></li>`,
              )}
            </ol>`
        : nothing
    }
    <h3>${t.whoTitle}</h3>
    <ul>
      ${repeat(
        people,
        ({ id }) => id,
        (person) =>
          html`<li>
            <bdi>${person.self ? fill(t.you, { name: person.name }) : person.name}</bdi>
            <span class="muted small">${devices(t, person)}</span>
          </li>`,
      )}
    </ul>
    <label class="shortcuts">
      <input
        type="checkbox"
        .checked=${shortcuts}
        aria-describedby="shortcuts-hint"
        @change=${(event: Event) => setShortcuts((event.target as HTMLInputElement).checked)}
      /><span>${t.shortcuts}</span>
    </label>
    <p class="muted small" id="shortcuts-hint">${t.shortcutsHint}</p>`;
}

const devices = (t: RoomStrings & PanelStrings, { host, microphone, camera }: RoomPerson) =>
  `${host ? `${t.facilitator}, ` : ''}${microphone ? t.micOn : t.muted}, ${camera ? t.camOn : t.camOff}`;
