import { html, nothing, type TemplateResult } from 'lit';
import { BREAKOUT_NOTICE_MS } from '../../../client/model/breakout-groups.js';
import type { Breakout } from '../../../client/model/breakouts.js';
import { fill } from '../../shared/fill.js';
import { notice } from '../../shared/notice.js';
import type { BreakoutDesk } from './breakout-desk.js';

/** What stands above the faces: in a small room with whom and how long, else what one is asked. */
export function noticesView(desk: BreakoutDesk): TemplateResult {
  const { pair, problem, left } = desk;
  const { t } = desk.localize;
  const isIn = desk.options.visit.breakout !== undefined;
  const again =
    pair && !isIn && left !== undefined
      ? html`<button class="button quiet" type="button" @click=${() => desk.go(pair)}>
          ${t.tryAgain}
        </button>`
      : nothing;
  const about = isIn ? pair && bar(desk, pair) : outside(desk, pair);
  return html`${problem ? notice('problem', problem, again) : nothing}
  ${problem && !isIn ? nothing : about}`;
}

/** For who is in the group while there are small rooms. */
function outside(desk: BreakoutDesk, pair: Breakout | undefined): unknown {
  const { left, localize, hostName } = desk;
  const { t } = localize;
  if (left === undefined || desk.isHost) return nothing;
  if (left <= BREAKOUT_NOTICE_MS) return strip(t.called);
  const isHere = desk.options.visit.state.people.some(({ host }) => host);
  const others = fill(isHere ? t.others : t.othersAlone, { at: desk.until, host: hostName });
  if (!pair) return strip(others);
  const names = desk.names(pair);
  if (desk.isDeclined)
    return strip(
      fill(t.later, { names, at: desk.until }),
      html`<button class="button quiet" type="button" @click=${() => desk.go(pair)}>
        ${t.goNow}
      </button>`,
    );
  return html`<section class="beside" part="breakout" aria-labelledby="invitation">
    <div>
      <h3 id="invitation">${fill(t.invited, { names, time: desk.time(left) })}</h3>
      <p>${fill(t.about, { host: hostName })}</p>
    </div>
    <div class="ways">
      <button
        class="button"
        type="button"
        aria-disabled=${desk.moving !== undefined}
        @click=${() => desk.go(pair)}
      >
        ${t.go}
      </button>
      <button class="button quiet" type="button" @click=${desk.stay}>${t.stay}</button>
    </div>
  </section>`;
}

function bar(desk: BreakoutDesk, pair: Breakout): TemplateResult {
  const { t } = desk.localize;
  const { missing, isHost } = desk;
  const names = desk.names(pair);
  return html`<section class="beside" part="breakout" aria-label=${t.label}>
    <div>
      <p>
        <strong>${fill(isHost ? t.visiting : missing ? t.talk : t.with, { names })}</strong>
        <span class="left">${timeLeft(desk)}</span>
      </p>
      ${missing && !isHost ? html`<p>${fill(t[missing], { names })}</p>` : nothing}
    </div>
    <div class="ways">
      <button
        class="button quiet"
        type="button"
        aria-disabled=${desk.moving !== undefined}
        @click=${desk.back}
      >
        ${t.back}
      </button>
    </div>
  </section>`;
}

/** It is read when one comes to it, and not said again and again. */
export function timeLeft(desk: BreakoutDesk): string {
  const { left = 0 } = desk;
  const { t } = desk.localize;
  if (left <= BREAKOUT_NOTICE_MS) return fill(t.soon, { time: desk.time(left, 'second') });
  return left < 60_000 ? t.lastMinute : fill(t.left, { time: desk.time(left) });
}

const strip = (words: string, action: unknown = nothing) =>
  html`<div class="beside" part="breakout">
    <div><p>${words}</p></div>
    ${action}
  </div>`;

/** In place of the room, while somebody is between two. */
export function movingView(desk: BreakoutDesk): TemplateResult {
  const { moving, options, localize } = desk;
  const { t } = localize;
  const words =
    moving && moving !== 'group' ? fill(t.going, { names: desk.names(moving) }) : t.returning;
  return html`<section class="room" part="room" tabindex="-1" aria-label=${t.label}>
    <div class="on-the-way">
      <p role="status"><strong>${words}</strong></p>
      <p class="muted">${t.unseen}</p>
      <button class="button quiet" type="button" @click=${() => options.visit.leave()}>
        ${t.leave}
      </button>
    </div>
  </section>`;
}

/** A quiet call to the host, who is in another room, beside the crisis help. */
export function supportView(desk: BreakoutDesk, help: unknown): TemplateResult {
  const { told, pair, unheard, hostName: host } = desk;
  const { support } = desk.localize.t;
  const me = pair?.people.find(({ guest }) => guest === told?.you);
  const how = me?.callsSince ? support.sent : me?.seen ? support.seen : undefined;
  return html`<h3>${support.title}</h3>
    <p>${fill(support.about, { host })}</p>
    ${how ? notice('info', fill(how, { host })) : nothing}
    ${unheard ? notice('problem', support.failed) : nothing}
    ${
      me?.callsSince
        ? nothing
        : html`<button class="button" type="button" data-support @click=${() => void desk.call()}>
            ${fill(me?.seen ? support.again : support.tell, { host })}
          </button>`
    }
    ${help}`;
}
