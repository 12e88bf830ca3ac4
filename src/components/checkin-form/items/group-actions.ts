import { html, nothing } from 'lit';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type { QuestionnaireItem } from '../../../client/model/questionnaire.js';
import { fill } from '../../shared/fill.js';
import { icon } from '../../shared/icon.js';
import { addGroup, copiesOf, removeGroup } from '../repeats.js';
import { translated } from '../translated.js';
import type { FormView } from './question.js';
import { focusLater } from './repeated.js';

/** Below a repeating group: one more of it after the last, and away with one that was added. */
export function groupActions(view: FormView, group: QuestionnaireItem): unknown {
  const { form, localize } = view;
  const { t, locale } = localize;
  const copies = copiesOf(form.questionnaire.item ?? [], group);
  const title = translated(group, 'text', locale);
  const n = copies.indexOf(group) + 1;
  const add = (event: Event) => {
    const copy = addGroup(form, group);
    view.changed();
    const [first] = copy.item ?? [];
    if (first && !view.steps)
      focusLater(event, `[data-question="${form.id(first)}"] :is(input, select, textarea)`);
  };
  const remove = (event: Event) => {
    // The button goes with its group.
    focusLater(event, '.again');
    removeGroup(form, group);
    view.changed();
  };
  const isLast = n === copies.length;
  if (group.readOnly || (!isLast && n < 2)) return nothing;
  return html`<div class="group-actions">
    ${
      n > 1
        ? html`<button class="button plain" type="button" @click=${remove}>
            ${icon(X)} ${fill(t.remove, { name: `${title} ${localize.number(n)}`.trim() })}
          </button>`
        : nothing
    }
    ${
      isLast
        ? html`<button class="button quiet again" type="button" @click=${add}>
            ${icon(Plus)} ${title ? fill(t.anotherOf, { name: title }) : t.addAnother}
          </button>`
        : nothing
    }
  </div>`;
}
