import { html, nothing, type TemplateResult } from 'lit';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import { addDays, daysBetween, localDateAt } from '../../client/model/date-time.js';
import type { Mentor } from '../../client/model/mentor.js';
import { REQUEST_LIFETIME_MS, type Pairing } from '../../client/model/pairing.js';
import type { Session } from '../../client/model/session.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { icon } from '../shared/icon.js';
import { errorWords, notice } from '../shared/notice.js';
import { whenWords } from './free-time.js';
import { WfMessageEvent } from '../shared/pairing.events.js';
import { WfBookEvent, WfRematchEvent } from './mentor-card.events.js';
import type { MentorCardStrings } from './mentor-card.strings.js';
import type { PairingStrings } from './pairing.strings.js';
import type { PairingFlow } from './pairing-flow.js';

export interface PanelView {
  readonly localize: LocalizeController<MentorCardStrings>;
  /** The button that begins a request. */
  readonly ask: unknown;
  readonly mentor: Mentor;
  /** Puts the mentor's first name, and more, into words. */
  readonly say: (words: string, more?: Readonly<Record<string, string>>) => string;
  readonly session: Session;
  readonly now: Date;
}

/** How the participant and this mentor stand, and what can be done about it. */
export function pairingPanel(
  flow: PairingFlow,
  panel: PanelView,
  t: PairingStrings,
): TemplateResult {
  const view = { ...panel, t };
  const { pairing } = flow;
  const error = flow.request.error ?? flow.change.error;
  return html`${pairing && flow.doing !== 'ask' ? withPairing(flow, pairing, view) : unpaired(flow, view)}
  ${
    error
      ? html`<div role="alert">
          ${notice('problem', view.say(errorWords(view.localize.t, error, t.conflicts)))}
        </div>`
      : nothing
  }`;
}

type View = PanelView & { readonly t: PairingStrings };

function unpaired(flow: PairingFlow, view: View): TemplateResult {
  const { mentor, t } = view;
  if (flow.doing === 'ask') return askForm(flow, view);
  if (mentor.paused || mentor.openPlaces < 1)
    return html`${state(view.say(mentor.paused ? t.resting : t.full))}
      <div class="buttons">${rematch(view, 'quiet')}</div>`;
  return html`<div class="buttons">${view.ask}</div>`;
}

function askForm(flow: PairingFlow, view: View): TemplateResult {
  const { t } = view;
  const hours = view.localize.number(REQUEST_LIFETIME_MS / 3_600_000);
  const submit = (event: Event) => {
    event.preventDefault();
    void flow.send();
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') flow.turnTo(undefined);
  };
  return html`<form class="form" @submit=${submit} @keydown=${leave}>
    <div class="field">
      <label for="message">${view.say(t.message)}</label>
      <textarea
        id="message"
        class="input"
        rows="3"
        maxlength="1000"
        placeholder=${view.say(t.hint)}
        aria-describedby="next"
        .value=${flow.message}
        @input=${(event: Event) => flow.write((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    <p id="next" class="muted small">${view.say(t.next, { hours })}</p>
    <div class="buttons">
      ${button(flow, flow.request.busy ? t.busy : t.send, undefined)}
      <button class="button plain" type="button" @click=${() => flow.turnTo(undefined)}>
        ${view.localize.t.cancel}
      </button>
    </div>
  </form>`;
}

function withPairing(flow: PairingFlow, pairing: Pairing, view: View): TemplateResult {
  const { t, say } = view;
  switch (pairing.status) {
    case 'requested': {
      const { localize, session, now } = view;
      const when = whenWords(localize, new Date(pairing.expiresAt), session.timeZone, now);
      return html`${state(say(t.requested, { when }))}
        <div class="buttons">
          ${button(flow, t.takeBack, () => flow.apply('cancel'), 'quiet')}
        </div>`;
    }
    case 'active':
      return html`${state(html`<strong>${icon(CircleCheck)} ${say(t.active)}</strong>`)}
        <div class="buttons">
          ${intent(say(t.write), () => new WfMessageEvent(view.mentor.id, pairing.id))}
          ${intent(t.book, () => new WfBookEvent(view.mentor.id, pairing.id), 'quiet')}
        </div>
        ${continuing(flow, pairing, view)}
        <details class="change">
          <summary>${t.change}</summary>
          ${
            flow.doing === 'end'
              ? endConfirm(flow, view)
              : html`<div class="buttons">
                  ${button(flow, t.pause, () => flow.apply('pause'), 'quiet')} ${endButton(flow, t)}
                </div>`
          }
        </details>`;
    case 'paused': {
      // A break ends when the one who needed it says so.
      const { changedBy } = pairing;
      const theirs = changedBy !== undefined && changedBy !== view.session.person.id;
      return html`${state(say(theirs ? t.theirPause : t.paused))} ${continuing(flow, pairing, view)}
      ${
        flow.doing === 'end'
          ? endConfirm(flow, view)
          : html`<div class="buttons">
              ${theirs ? nothing : button(flow, say(t.resume), () => flow.apply('resume'))}
              ${endButton(flow, t)}
            </div>`
      }`;
    }
    case 'declined':
      return html`${state(say(t.declined[pairing.declineReason ?? 'other']))}
        <p class="muted">${t.declinedNext}</p>
        <div class="buttons">${rematch(view)}</div>`;
    default:
      return html`${state(say(pairing.status === 'expired' ? t.expired : t.ended))}
        <div class="buttons">${askButton(flow, say(t.askAgain))} ${rematch(view, 'quiet')}</div>`;
  }
}

/** Going on after discharge: offered when the end is near, in force when both have said yes. */
function continuing(flow: PairingFlow, pairing: Pairing, view: View): unknown {
  const { t } = view;
  const { programme, timeZone } = view.session;
  if (pairing.phase === 'continuing-care') return html`<p class="muted">${t.continuing}</p>`;
  if (!programme) return nothing;
  const endsOn = programme.dischargedOn ?? addDays(programme.startedOn, programme.weeks * 7);
  const days = daysBetween(localDateAt(view.now, timeZone), endsOn);
  if (days > 14) return nothing;
  if (pairing.continuingConsent.includes('participant')) return html`<p>${view.say(t.waiting)}</p>`;
  const date = view.localize.date(endsOn, { dateStyle: 'long' });
  const theirs = pairing.continuingConsent.includes('mentor') ? view.say(t.theyAgreed) : '';
  return html`<div class="go-on">
    <p>${view.say(days < 0 ? t.discharged : t.ending, { date })} ${theirs}</p>
    ${button(flow, view.say(t.goOn), () => flow.apply('continue'), 'quiet')}
  </div>`;
}

function endConfirm(flow: PairingFlow, view: View): TemplateResult {
  const { t } = view;
  return html`<div class="form">
    <p class="confirm" tabindex="-1">
      <strong>${view.say(t.endSure)}</strong> ${view.say(t.endWhat)}
    </p>
    <div class="buttons">
      ${button(flow, t.end, () => flow.apply('end'), 'quiet')}
      <button class="button plain" type="button" @click=${() => flow.turnTo(undefined)}>
        ${view.say(t.keep)}
      </button>
    </div>
  </div>`;
}

const state = (words: unknown) => html`<p class="state" tabindex="-1">${words}</p>`;

const endButton = (flow: PairingFlow, t: PairingStrings) =>
  html`<button class="button plain end" type="button" @click=${() => flow.turnTo('end')}>
    ${t.end}
  </button>`;

const askButton = (flow: PairingFlow, words: string) =>
  html`<button class="button ask" part="ask" type="button" @click=${() => flow.turnTo('ask')}>
    ${words}
  </button>`;

const rematch = ({ mentor, t }: View, kind = '') =>
  intent(t.another, () => new WfRematchEvent(mentor.id), kind);

/** A wish that the portal fulfils. */
const intent = (words: string, wish: () => Event, kind = '') =>
  html`<button
    class="button ${kind}"
    type="button"
    @click=${(event: Event) => event.target?.dispatchEvent(wish())}
  >
    ${words}
  </button>`;

/** Something to be done; without `act` it submits its form. */
const button = (flow: PairingFlow, words: string, act?: () => unknown, kind = '') =>
  html`<button
    class="button ${kind}"
    type=${act ? 'button' : 'submit'}
    aria-disabled=${flow.busy ? 'true' : nothing}
    @click=${act ?? nothing}
  >
    ${words}
  </button>`;
