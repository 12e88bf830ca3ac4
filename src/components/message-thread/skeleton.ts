import { html, type TemplateResult } from 'lit';

/** The place of what is on its way, in its final geometry. */
export const skeleton = (loading: string): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true">
      <div class="bone title"></div>
      <div class="log">
        ${['', 'own', '', 'own'].map((side) => html`<div class="bone bubble-bone ${side}"></div>`)}
      </div>
      <div class="bone field-bone"></div>
    </div>
    <p class="visually-hidden" role="status">${loading}</p>`;
