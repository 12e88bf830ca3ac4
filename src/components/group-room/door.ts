import { html, nothing, type TemplateResult } from 'lit';
import { doors, type Meeting } from '../../client/model/meeting.js';
import { authored } from '../shared/authored.js';
import { fill } from '../shared/fill.js';
import { notice } from '../shared/notice.js';
import type { DeviceChoice } from './device-choice.js';
import { deviceView } from './device-view.js';
import { hasAgreed, type Entrance } from './entrance.js';
import type { GroupRoomStrings } from './group-room.strings.js';
import { doorsOpen, when, who, type Reader } from './times.js';

export interface DoorOptions {
  readonly reader: Reader;
  readonly meeting: Meeting;
  readonly entrance: Entrance;
  readonly devices: DeviceChoice;
  /** Help in a crisis. */
  help(): unknown;
  enter(event: Event, ask?: boolean): void;
}

/** The door of a room: who and what, what is agreed on, how I look and sound. */
export function door(options: DoorOptions): TemplateResult {
  const { reader, meeting, entrance, devices } = options;
  const { t } = reader.localize;
  const state = doors(meeting, reader.now);
  const closed = state === 'over' || state === 'cancelled';
  return html`<form class="door" part="door" novalidate @submit=${options.enter}>
    <header>
      <h2 tabindex="-1">${authored(meeting.title, reader.localize)}</h2>
      <p>${when(reader, meeting)}</p>
      <p class="muted">${who(reader, meeting).join(' · ')}</p>
      ${
        meeting.waitingRoom && !closed
          ? html`<p>${fill(reader.localize.t.letsIn, { name: meeting.facilitator.name })}</p>`
          : nothing
      }
      ${meeting.description ? html`<p>${authored(meeting.description, reader.localize)}</p>` : nothing}
    </header>
    ${
      closed
        ? html`<div class="terms">${notice('info', t[state])}</div>`
        : html`<div class="terms">
              ${agreements(reader, meeting, entrance)} ${nameField(t, meeting, entrance)}
            </div>
            ${deviceView(t, devices, entrance.name)} ${wayIn(options, state === 'open')}`
    }
  </form>`;
}

function agreements(reader: Reader, meeting: Meeting, entrance: Entrance): unknown {
  const { localize } = reader;
  const { t } = localize;
  const { items, version } = meeting.agreements;
  if (!items.length) return nothing;
  const { accepted } = meeting;
  const at =
    accepted && localize.dateTime(accepted.at, { dateStyle: 'long', timeZone: reader.timeZone });
  const fault = entrance.tried && entrance.faults(meeting).agreement;
  const toggle = (event: Event) => {
    entrance.agreedTo = (event.target as HTMLInputElement).checked ? version : undefined;
    reader.update();
  };
  return html`<section aria-labelledby="agreements" part="agreements">
    <h3 id="agreements">${t.agreements}</h3>
    <ul class="agreements">
      ${items.map((item) => html`<li>${authored(item, localize)}</li>`)}
    </ul>
    ${
      hasAgreed(meeting)
        ? html`<p class="muted small">${t.agreedOn.replace('{date}', at ?? '')}</p>`
        : html`${accepted ? notice('info', t.changed) : nothing}
            <label class="agree">
              <input
                type="checkbox"
                .checked=${entrance.agreedTo === version}
                aria-invalid=${fault}
                aria-describedby=${fault ? 'agree-fault' : nothing}
                @change=${toggle}
              /><span>${t.agree}</span>
            </label>
            ${fault ? html`<p class="error-text" id="agree-fault">${t.agreeMissing}</p>` : nothing}`
    }
  </section>`;
}

function nameField(t: GroupRoomStrings, meeting: Meeting, entrance: Entrance): TemplateResult {
  const fault = entrance.tried && entrance.faults(meeting).name;
  return html`<div class="field">
    <label for="name">${t.name}</label>
    <input
      class="input"
      id="name"
      name="name"
      maxlength="40"
      autocomplete="off"
      .value=${entrance.name}
      aria-invalid=${fault}
      aria-describedby=${fault ? 'name-fault' : 'name-hint'}
      @input=${(event: Event) => (entrance.name = (event.target as HTMLInputElement).value)}
    />
    ${
      fault
        ? html`<p class="error-text" id="name-fault">${t.nameMissing}</p>`
        : html`<p class="muted small" id="name-hint">${t.nameHint}</p>`
    }
  </div>`;
}

function wayIn(options: DoorOptions, open: boolean): TemplateResult {
  const { reader, meeting, entrance } = options;
  const { t } = reader.localize;
  const { busy, error, room } = entrance;
  const waiting = room?.visit.waiting && room.waiting(meeting, entrance, options.help());
  if (waiting) return waiting;
  if (meeting.removed)
    return html`<div class="way-in">
      <div role="status">
        ${notice('info', fill(t.removed, { name: meeting.facilitator.name }))}
      </div>
      ${options.help()}
    </div>`;
  const problem = entrance.problem(t);
  return html`<div class="way-in">
    ${problem ? html`<div role="alert">${notice('problem', problem)}</div>` : nothing}
    ${error && !busy ? room?.nextStep(error, meeting, options) : nothing}
    <button class="button" part="enter" aria-disabled=${busy || !open}>
      ${busy ? t.entering : t.enter}
    </button>
    <p class="small doors ${open ? 'open' : ''}" role="status">
      ${busy || error ? nothing : open ? t.open : doorsOpen(reader, meeting)}
    </p>
  </div>`;
}
