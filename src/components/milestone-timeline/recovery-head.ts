import { html, nothing, type TemplateResult } from 'lit';
import { recoveryTime } from '../../client/model/recovery-record.js';
import { fill } from '../shared/fill.js';
import { daysOf, labelOf } from './words.js';
import type { View } from './view.js';

/** The number that matters, the quiet ones beside it, and the ways to change the record. */
export function recoveryHead(view: View): TemplateResult | typeof nothing {
  const { t, l, own, record } = view;
  const current = record?.chapters.at(-1);
  if (!record || !current) return own ? invitation(view) : nothing;

  const time = recoveryTime(record, view.today);
  const form = view.form('return-to-use', 'correct-start', 'label');
  const opener = (name: 'return-to-use' | 'correct-start' | 'label', words: string) =>
    html`<button
      class="link"
      type="button"
      aria-expanded=${view.open?.name === name}
      @click=${view.toggle({ name })}
    >
      ${words}
    </button>`;
  return html`<div class="head" part="record">
    <div class="time">
      <p class="figure">
        ${
          time.current > 0
            ? html`<strong class="number">${l.number(time.current)}</strong>
                <span>${daysOf(l, time.current, record)}</span>`
            : html`<strong class="number word">${t.dayOne}</strong>
                <span>${labelOf(t, record)}</span>`
        }
      </p>
      <p class="muted small">
        ${fill(t.since, { date: l.date(current.startedOn, { dateStyle: 'long' }) })}
      </p>
    </div>
    ${
      record.chapters.length > 1
        ? html`<dl class="totals">
            ${total(t.lifetime, l.plural(time.lifetime, t.days))}
            ${total(t.longest, l.plural(time.longest, t.days))}
          </dl>`
        : nothing
    }
    ${
      own
        ? html`<div class="links">
            ${opener('return-to-use', t.somethingChanged)} ${opener('correct-start', t.fixDate)}
            ${opener('label', t.changeWords)}
          </div>`
        : nothing
    }
    ${form}
  </div>`;
}

const total = (name: string, value: string) =>
  html`<div>
    <dt class="muted small">${name}</dt>
    <dd>${value}</dd>
  </div>`;

/** Before a record there is an offer, not a zero; many people here never count days. */
const invitation = (view: View) =>
  html`<div class="head" part="record">
    <p class="muted">${view.t.invite}</p>
    <div class="links">
      <button
        class="link"
        type="button"
        aria-expanded=${view.open?.name === 'start'}
        @click=${view.toggle({ name: 'start' })}
      >
        ${view.t.setStart}
      </button>
    </div>
    ${view.form('start')}
  </div>`;
