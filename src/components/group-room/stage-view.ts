import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import ChevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import ChevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import type { RoomPerson, RoomState } from '../../client/video/video-room.js';
import { fill } from '../shared/fill.js';
import { icon, type IconNode } from '../shared/icon.js';
import type { RoomStrings } from './room.strings.js';
import type { Stage } from './stage.js';
import { stream } from './stream.js';
import { screenTile, tile } from './tile.js';

export interface StageViewOptions {
  readonly stage: Stage;
  readonly state: RoomState;
  /** What lasts above the faces: that it is recorded, that one's screen is shown. */
  readonly notices: unknown;
  onBlocked(): void;
  /** Says what a page shows, for those who do not see it turn. */
  onPage(words: string): void;
}

/** Faces and screens, and what is said below them. Everybody is heard, on whatever page they are. */
export function stageView(
  t: RoomStrings,
  hands: readonly RoomPerson[],
  options: StageViewOptions,
): TemplateResult {
  const { stage, state, notices } = options;
  const { shown, large, columns, page, pages } = stage.arrange();
  return html`<div class="stage">
    ${notices}
    <ul class="tiles columns-${columns} ${large ? 'with-large' : ''}" aria-label=${t.people}>
      ${large?.screen ? html`<li class="large">${screenTile(t, large.person)}</li>` : nothing}
      ${repeat(
        shown,
        ({ id }) => id,
        (person) => {
          const hand = hands.indexOf(person) + 1;
          const { soundOnly, pinned } = stage;
          const isPinned = pinned === person.id;
          return html`<li class=${large?.person === person && !large.screen ? 'large' : ''}>
            ${guard([t, person, hand, soundOnly, isPinned], () =>
              tile(t, soundOnly ? { ...person, videoTrack: undefined } : person, hand, {
                on: isPinned,
                toggle: () => stage.pin(isPinned ? undefined : person.id),
              }),
            )}
          </li>`;
        },
      )}
    </ul>
    ${sounds(state.people, options.onBlocked)}
    ${stage.captions && state.captions ? captionsStrip(t, state.captions) : nothing}
    ${pages > 1 ? pager(t, page, pages, options) : nothing}
  </div>`;
}

/** Drawn again only when there is another sound. */
function sounds(people: readonly RoomPerson[], onBlocked: () => void): unknown {
  const others = people.filter(({ self }) => !self);
  return guard(
    others.flatMap(({ id, audioTrack }) => [id, audioTrack]),
    () =>
      html`<div hidden>
        ${repeat(
          others,
          ({ id }) => id,
          ({ audioTrack }) => html`<audio ${stream(audioTrack, onBlocked)}></audio>`,
        )}
      </div>`,
  );
}

function captionsStrip(
  t: RoomStrings,
  captions: NonNullable<RoomState['captions']>,
): TemplateResult {
  return html`<div class="captions" part="captions" role="log" aria-label=${t.captions}>
    ${repeat(
      captions,
      ({ id }) => id,
      ({ name, text, lang }) =>
        html`<p><bdi>${name}</bdi> <span lang=${lang ?? nothing} dir="auto">${text}</span></p>`,
    )}
  </div>`;
}

function pager(
  t: RoomStrings,
  page: number,
  pages: number,
  { stage, onPage }: StageViewOptions,
): TemplateResult {
  const words = (n: number) => fill(t.page, { n: String(n + 1), of: String(pages) });
  const turn = (by: number, label: string, picture: IconNode) => {
    const end = page + by < 0 || page + by >= pages;
    // Not `disabled`: the focus would be lost at the last page.
    return html`<button
      class="button plain"
      type="button"
      aria-label=${label}
      aria-disabled=${end}
      @click=${() => {
        if (end) return;
        stage.turn(by);
        onPage(words(page + by));
      }}
    >
      ${icon(picture)}
    </button>`;
  };
  return html`<div class="pages" role="group" aria-label=${t.pages}>
    ${turn(-1, t.pageBefore, ChevronLeft)}<span>${words(page)}</span>
    ${turn(1, t.pageAfter, ChevronRight)}
  </div>`;
}
