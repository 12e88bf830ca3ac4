import { html, type TemplateResult } from 'lit';
import { doors, type Meeting } from '../../client/model/meeting.js';
import { authored } from '../shared/authored.js';
import { doorsOpen, when, who, type Reader } from './times.js';

/** The next sessions, each with its way in. */
export function sessions(
  reader: Reader,
  meetings: readonly Meeting[],
  choose: (meeting: Meeting) => void,
): TemplateResult {
  const { t } = reader.localize;
  const coming = meetings.filter((meeting) => doors(meeting, reader.now) !== 'over');
  return html`<h2 tabindex="-1">${t.sessions}</h2>
    ${
      coming.length
        ? html`<ul class="sessions" part="sessions">
            ${coming.map((meeting) => row(reader, meeting, choose))}
          </ul>`
        : html`<p class="muted">${t.none}</p>`
    }`;
}

function row(reader: Reader, meeting: Meeting, choose: (meeting: Meeting) => void): TemplateResult {
  const { t } = reader.localize;
  const state = doors(meeting, reader.now);
  const title = authored(meeting.title, reader.localize);
  return html`<li>
    <div>
      <h3>${title}</h3>
      <p>${when(reader, meeting, 'short')}</p>
      <p class="muted small">${who(reader, meeting).join(' · ')}</p>
    </div>
    ${
      state === 'cancelled'
        ? html`<p class="small doors">${t.cancelled}</p>`
        : html`<div class="way">
            <p class="small doors ${state}">
              ${state === 'open' ? t.open : doorsOpen(reader, meeting)}
            </p>
            <button
              class="button ${state === 'open' ? '' : 'quiet'}"
              type="button"
              @click=${() => choose(meeting)}
            >
              ${state === 'open' ? t.join : t.prepare}
              <span class="visually-hidden">${title}</span>
            </button>
          </div>`
    }
  </li>`;
}
