import { html, nothing, type TemplateResult } from 'lit';
import { doors, type Attendance, type Meeting } from '../../client/model/meeting.js';
import type { RoomRemoval } from '../../client/video/video-room.js';
import { authored } from '../shared/authored.js';
import { fill } from '../shared/fill.js';
import { notice } from '../shared/notice.js';
import type { LeaveReason } from './group-room.events.js';
import type { AfterStrings } from './after-room.strings.js';
import { wasWanted } from './was-wanted.js';
import { doorsOpen, when, type Reader } from './times.js';

export interface AfterOptions {
  /** That camera and microphone are off. */
  readonly off: string;
  readonly meeting: Meeting;
  readonly reason: LeaveReason;
  /** Why a facilitator ended the visit, when they did. */
  readonly removal: RoomRemoval | undefined;
  /** Help in a crisis, for whom a facilitator has sent away. */
  readonly help: unknown;
  /** Where a facilitator has ended the visit: whether they let the person back in by now. */
  readonly letBack: boolean | undefined;
  readonly attendance: Attendance | undefined;
  readonly notNoted: boolean;
  /** The one question, once it is there. */
  readonly howWasIt: unknown;
  /** Sessions to come, as far as they are known. */
  readonly sessions: readonly Meeting[] | undefined;
  retry(): void;
  comeBack(): void;
}

/** After the room, below the words that it is over: why, what was noted, how to come back, what is next. */
export function afterView(t: AfterStrings, reader: Reader, options: AfterOptions): TemplateResult {
  const { meeting, reason, sessions } = options;
  const { localize, timeZone } = reader;
  const time = localize.dateTime(meeting.endsAt, { timeZone, timeStyle: 'short' });
  const next = sessions?.find(
    (other) => other.id !== meeting.id && ['early', 'open'].includes(doors(other, reader.now)),
  );
  const { letBack } = options;
  const { name } = meeting.facilitator;
  const isOpen = doors(meeting, reader.now) === 'open';
  const open = isOpen && (reason !== 'ejected' || letBack);
  return html`<div>
      ${wasWanted(reason) ? nothing : html`<p>${why(t, reason)}</p>`}
      ${reason === 'ejected' ? html`<p>${t.removals[options.removal ?? 'none']}</p>` : nothing}
      <p>${options.off}</p>
      ${noted(t, reader, options)}
    </div>
    ${
      isOpen && letBack !== undefined
        ? html`<p role="status">${fill(letBack ? t.letBack : t.ifLetBack, { name })}</p>`
        : nothing
    }
    ${reason === 'ejected' ? options.help : nothing}
    ${
      open
        ? html`<div>
            <p>${fill(t.stillOpen, { time })}</p>
            <button class="button" type="button" @click=${options.comeBack}>${t.comeBack}</button>
          </div>`
        : nothing
    }
    ${options.howWasIt}
    ${
      sessions
        ? html`<div>
            <h3>${t.next}</h3>
            ${
              next
                ? html`<p class="next">${authored(next.title, localize)}</p>
                    <p>${when(reader, next)}</p>
                    <p class="muted small">${doorsOpen(reader, next)}</p>`
                : html`<p class="muted">${t.noNext}</p>`
            }
          </div>`
        : nothing
    }`;
}

function why(t: AfterStrings, reason: LeaveReason): string | undefined {
  if (reason === 'signed-out') return t.signedOut;
  return t.ends[reason] ?? t.ends['connection-lost'];
}

function noted(t: AfterStrings, reader: Reader, options: AfterOptions): unknown {
  const { attendance, notNoted } = options;
  if (!attendance?.leftAt) return nothing;
  const { localize, timeZone } = reader;
  const clock = (at: string) => localize.dateTime(at, { timeZone, timeStyle: 'short' });
  const { joinedAt, leftAt } = attendance;
  const ms = Date.parse(leftAt) - Date.parse(joinedAt);
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const length = new Intl.NumberFormat(localize.locale, {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'long',
  });
  const times = { from: clock(joinedAt), to: clock(leftAt), minutes: length.format(minutes) };
  if (!notNoted) return html`<p class="muted">${fill(t.wasThere, times)}</p>`;
  return html`<div role="alert">
    ${notice(
      'problem',
      fill(t.notNoted, times),
      html`<button class="button quiet" type="button" @click=${options.retry}>
        ${localize.t.retry}
      </button>`,
    )}
  </div>`;
}
