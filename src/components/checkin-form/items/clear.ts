import { html, nothing, type TemplateResult } from 'lit';
import type { Question } from './question.js';

/** Takes an answer back that has no other way to be empty again; not where one is needed. */
export function clear({
  item,
  values,
  t,
  id,
  labelId,
  put,
}: Question): TemplateResult | typeof nothing {
  if (item.required || item.readOnly) return nothing;
  const onClick = ({ target }: Event) => {
    put();
    // The button hides, so the focus goes to what it emptied.
    const root = (target as HTMLElement).getRootNode() as ShadowRoot;
    root.querySelector<HTMLElement>(`#${id} input, input#${id}`)?.focus();
  };
  return html`<button
    class=${values.length ? 'button plain clear' : 'button plain clear off'}
    type="button"
    aria-describedby=${labelId}
    @click=${onClick}
  >
    ${t.clear}
  </button>`;
}
