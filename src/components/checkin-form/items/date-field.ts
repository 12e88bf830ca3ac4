import { html, nothing } from 'lit';
import type { AnswerValue } from '../../../client/model/questionnaire.js';
import { boundsOf } from '../../../client/model/questions.js';
import { UNREADABLE } from '../answers.js';
import { fromWallClock, toWallClock } from './wall-clock.js';
import type { Control, Question } from './question.js';

const TYPES = { date: 'date', dateTime: 'datetime-local', time: 'time' } as const;

/** A day, a moment or a time of day, picked with what the device offers. */
export const dateField: Control = {
  field: true,
  draw: (q) => {
    const { item, values } = q;
    const type = TYPES[item.type as keyof typeof TYPES];
    const value = values[0]?.valueDate ?? values[0]?.valueDateTime ?? values[0]?.valueTime ?? '';
    const clock = (at: string) =>
      type === 'datetime-local' ? toWallClock(at, q.view.timeZone()) : at;
    const local = clock(value);
    // FHIR also knows a month or a year alone, which no picker can show.
    const partial =
      value !== '' && !(type === 'time' || local.length === (type === 'date' ? 10 : 16));
    const { min, max } = boundsOf(item);
    const bound = (limit: unknown) =>
      typeof limit === 'string' ? clock(limit).slice(0, type === 'date' ? 10 : 16) : nothing;
    const onInput = ({ target }: Event) => q.put(...read(q, target as HTMLInputElement, partial));
    const onBlur = (event: Event) => {
      if ((event.target as HTMLInputElement).validity.badInput) onInput(event);
    };
    return html`<input
      class="input date"
      type=${partial ? 'text' : type}
      id=${q.id}
      .value=${local}
      min=${bound(min)}
      max=${bound(max)}
      aria-describedby=${q.describedBy}
      aria-invalid=${q.invalid}
      aria-required=${q.required}
      ?readonly=${item.readOnly}
      @input=${onInput}
      @blur=${onBlur}
    />`;
  },
};

function read({ item, view }: Question, input: HTMLInputElement, asText: boolean): AnswerValue[] {
  const { value } = input;
  // Half a date reads as none at all; it must not be sent as if it had been left out.
  if (!value) return input.validity.badInput ? [{ valueString: UNREADABLE }] : [];
  if (item.type === 'time') return [{ valueTime: value.length === 5 ? `${value}:00` : value }];
  if (item.type === 'date') return [{ valueDate: value }];
  return [{ valueDateTime: asText ? value : fromWallClock(value, view.timeZone()) }];
}
