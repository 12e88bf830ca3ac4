import { html, type TemplateResult } from 'lit';
import type { QuestionnaireItem } from '../../../client/model/questionnaire.js';
import { controlOf } from '../item-parts.js';
import { translated } from '../translated.js';
import type { FormView } from './question.js';

/** Whether a group's questions can be the rows of a table: one choice each, of the same options. */
export function isTable(item: QuestionnaireItem): boolean {
  const [first, ...others] = item.item ?? [];
  if (!first || !/^(?:g?table|grid|matrix)$/.test(controlOf(item) ?? '')) return false;
  const codes = ({ answerOption = [] }: QuestionnaireItem) =>
    answerOption.map((option) => option.valueCoding?.code ?? option.valueString).join('|');
  const isRow = (row: QuestionnaireItem) =>
    row.type === 'choice' && !row.repeats && !row.item && codes(row) === codes(first);
  return isRow(first) && others.every(isRow);
}

/** Rows and columns where there is room; where there is none, the style folds it into questions. */
export function table(
  { localize, steps }: FormView,
  item: QuestionnaireItem,
  rows: () => unknown,
): TemplateResult {
  const columns = item.item?.[0]?.answerOption ?? [];
  const words = columns.map(
    ({ valueCoding, valueString }) =>
      translated(valueCoding, 'display', localize.locale) || valueString,
  );
  return html`<div class="table" .style=${`--_columns:${columns.length}`} ?data-folded=${steps}>
    <div class="columns" aria-hidden="true">${words.map((w) => html`<span>${w}</span>`)}</div>
    ${rows()}
  </div>`;
}
