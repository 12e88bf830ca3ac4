import { html, nothing, type LitElement } from 'lit';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type { AnswerValue } from '../../../client/model/questionnaire.js';
import { fill } from '../../shared/fill.js';
import { icon } from '../../shared/icon.js';
import type { Control, Question } from './question.js';

/** Controls by the control of one answer: a question is drawn again when its control is another. */
const made = new WeakMap<Control, Control>();

/** A question that takes several answers: a field for each, and one more on request. */
export function repeated(control: Control): Control {
  let all = made.get(control);
  if (!all) made.set(control, (all = { field: false, draw: (q) => rows(q, control) }));
  return all;
}

/** Stands for a field that is there and holds nothing yet. */
const EMPTY: AnswerValue = {};

function rows(q: Question, control: Control) {
  const { item, id, t, view } = q;
  const values = q.values.length ? q.values : [EMPTY];
  const isFixed = item.readOnly === true;
  const change = (next: readonly AnswerValue[]) =>
    next.every((value) => value === EMPTY) && next.length < 2 ? q.put() : q.put(...next);

  const row = (value: AnswerValue, i: number) => {
    const name = `${q.words(item, 'text') || t.question} ${view.localize.number(i + 1)}`;
    const remove = (event: Event) => {
      focusLater(event, `#${id}-${Math.max(0, i - 1)}`);
      change(values.filter((_, at) => at !== i));
    };
    return html`<div class="row">
      <label class="visually-hidden" for="${id}-${i}">${name}</label>
      ${control.draw({
        ...q,
        id: `${id}-${i}`,
        values: value === EMPTY ? [] : [value],
        put: (given = EMPTY) => change(values.map((old, at) => (at === i ? given : old))),
      })}
      ${
        isFixed || values.length < 2
          ? nothing
          : html`<button
              class="button plain"
              type="button"
              aria-label=${fill(t.remove, { name })}
              @click=${remove}
            >
              ${icon(X)}
            </button>`
      }
    </div>`;
  };

  const add = (event: Event) => {
    focusLater(event, `#${id}-${values.length}`);
    change([...values, EMPTY]);
  };
  return html`<div class="rows" id=${id} role="group" aria-labelledby=${q.labelId}>
      ${values.map(row)}
    </div>
    ${
      isFixed
        ? nothing
        : html`<button class="button quiet add" type="button" @click=${add}>
            ${icon(Plus)} ${t.addAnother}
          </button>`
    }`;
}

/** Gives the focus once what is to have it has been drawn. */
export function focusLater({ currentTarget }: Event, selector: string): void {
  const root = (currentTarget as Element).getRootNode() as ShadowRoot;
  setTimeout(
    () =>
      void (root.host as LitElement).updateComplete.then(() =>
        root.querySelector<HTMLElement>(selector)?.focus(),
      ),
  );
}
