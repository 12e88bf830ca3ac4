import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DoorPerson, RoomHost, RoomState } from '../../client/video/video-room.js';
import { fill } from '../shared/fill.js';
import type { HostStrings } from './host-menu.strings.js';

export interface HostDoorOptions {
  readonly state: RoomState;
  readonly host: RoomHost;
  /** @param then Selector of what gets the focus, when the button goes. */
  act(run: (host: RoomHost) => Promise<void>, done: string, then?: string): void;
}

/** Who asks to be let in, first come first. */
export function waitingList(t: HostStrings, { state, host, act }: HostDoorOptions): unknown {
  const { waiting = [] } = state;
  if (!host.admit || !waiting.length) return nothing;
  const row = ({ id, name }: DoorPerson, i: number) => {
    // The focus goes to the next in line.
    const next = waiting[i + 1] ?? waiting[i - 1];
    const then = next ? `[data-admit="${CSS.escape(next.id)}"]` : '.panel';
    return html`<li class="asking">
      <bdi>${name}</bdi>
      <button
        class="button"
        type="button"
        data-admit=${id}
        aria-label=${fill(t.letInName, { name })}
        @click=${() => act(async (h) => h.admit?.([id]), fill(t.isIn, { name }), then)}
      >
        ${t.letIn}
      </button>
      <button
        class="button quiet"
        type="button"
        aria-label=${fill(t.notNowName, { name })}
        @click=${() => act(async (h) => h.decline?.([id]), fill(t.isTold, { name }), then)}
      >
        ${t.notNow}
      </button>
    </li>`;
  };
  const ids = waiting.map(({ id }) => id);
  return html`<h4>${t.waiting}</h4>
    <p class="muted small">${t.waitingHint}</p>
    <ul class="host-list">
      ${repeat(waiting, ({ id }) => id, row)}
    </ul>
    ${
      waiting.length > 1
        ? html`<button
            class="button"
            type="button"
            @click=${() => act(async (h) => h.admit?.(ids), t.allIn, '.panel')}
          >
            ${t.letAllIn}
          </button>`
        : nothing
    }`;
}

/** Whether anybody else can come in. */
export function lockButton(t: HostStrings, { state, host, act }: HostDoorOptions): unknown {
  const { setLocked } = host;
  if (!setLocked) return nothing;
  const { locked = false } = state;
  return html`<button
      class="button quiet"
      type="button"
      aria-describedby="lock-hint"
      @click=${() => act(() => setLocked(!locked), locked ? t.isOpen : t.isLocked)}
    >
      ${locked ? t.unlock : t.lock}
    </button>
    <p class="muted small" id="lock-hint">${locked ? t.lockedHint : t.lockHint}</p>`;
}

/** Who was removed and stays out, unless they are let back. */
export function removedList(
  t: HostStrings,
  { state, act }: HostDoorOptions,
): TemplateResult | typeof nothing {
  const { removed = [] } = state;
  if (!removed.length) return nothing;
  return html`<h4>${t.out}</h4>
    <ul class="host-list">
      ${repeat(
        removed,
        ({ id }) => id,
        ({ id, name }) =>
          html`<li>
            <bdi>${name}</bdi>
            <button
              class="button quiet"
              type="button"
              aria-label=${fill(t.backName, { name })}
              @click=${() => act(async (h) => h.admit?.([id]), fill(t.mayComeBack, { name }), '.panel')}
            >
              ${t.back}
            </button>
          </li>`,
      )}
    </ul>`;
}
