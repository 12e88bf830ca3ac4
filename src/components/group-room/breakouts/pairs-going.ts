import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { BREAKOUT_NOTICE_MS } from '../../../client/model/breakout-groups.js';
import type { Breakout, BreakoutPerson } from '../../../client/model/breakouts.js';
import { fill } from '../../shared/fill.js';
import type { BreakoutDesk } from './breakout-desk.js';
import type { KeepBreakouts } from './host-pairs.js';
import type { HostPairsStrings } from './host-pairs.strings.js';
import { timeLeft } from './pair-view.js';

export interface GoingOptions {
  readonly t: HostPairsStrings;
  readonly desk: BreakoutDesk;
  readonly pairs: readonly Breakout[];
  /** Milliseconds until it is over. */
  readonly left: number;
  readonly problem: unknown;
  readonly keep: KeepBreakouts;
}

/** Where everybody is, how long, and who asks for support. */
export function pairsGoing(options: GoingOptions): TemplateResult {
  const { t, desk, pairs, left, problem, keep } = options;
  const isEnding = left <= BREAKOUT_NOTICE_MS;
  const time = { at: desk.until, left: timeLeft(desk) };
  return html`<p class="muted small">${isEnding ? t.ending : fill(t.running, time)}</p>
    ${problem}
    <ul>
      ${repeat(
        pairs,
        ({ id }) => id,
        (pair) => row(options, pair, isEnding),
      )}
    </ul>
    ${
      isEnding
        ? nothing
        : html`<button
              class="button"
              type="button"
              @click=${() => void keep({ type: 'end' }, t.ended)}
            >
              ${t.end}
            </button>
            <p class="muted small">${t.endHint}</p>`
    }`;
}

function row({ t, desk, keep }: GoingOptions, pair: Breakout, isEnding: boolean): TemplateResult {
  const names = desk.localize.list(pair.people.map(({ name }) => name));
  const isHere = desk.options.visit.breakout === pair.id;
  const calling = pair.people.filter(({ callsSince }) => callsSince);
  return html`<li>
    ${pair.people.map(
      (person) =>
        html`<span
          ><bdi>${person.name}</bdi>
          <span class="muted small">${t.at[where(desk, person)]}</span></span
        >`,
    )}
    ${calling.map(({ name }) => html`<span class="calling">${fill(t.asks, { name })}</span>`)}
    <div class="ways">
      ${calling.map(
        ({ guest, name }) =>
          html`<button
            class="button"
            type="button"
            aria-label=${fill(t.seenFor, { name })}
            @click=${() => void keep({ type: 'answer', guest }, fill(t.told, { name }))}
          >
            ${t.seen}
          </button>`,
      )}
      ${
        isHere || isEnding
          ? nothing
          : html`<button
              class="button quiet"
              type="button"
              aria-label=${fill(t.visitNames, { names })}
              @click=${() => desk.go(pair)}
            >
              ${t.visit}
            </button>`
      }
    </div>
  </li>`;
}

function where(desk: BreakoutDesk, { guest, at }: BreakoutPerson): 'pair' | 'group' | 'none' {
  const { breakout, state } = desk.options.visit;
  const isSeen = state.people.some((person) => person.guest === guest);
  // What is seen says more than what was said: a page may have been loaded again.
  if (isSeen) return breakout ? 'pair' : at === undefined ? 'none' : 'group';
  return at ?? 'none';
}
