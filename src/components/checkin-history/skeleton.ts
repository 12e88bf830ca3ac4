import { html, type TemplateResult } from 'lit';

/** The place of what is on its way, in its final geometry. */
export const skeleton = (loading: string): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true">
      <div class="head">
        <div class="bone title"></div>
        <div class="bone choice"></div>
      </div>
      <div class="bone line"></div>
      <div class="bone line short"></div>
      <div class="trends">
        ${[1, 2, 3, 4].map(
          () =>
            html`<div class="trend">
              <div class="bone line short"></div>
              <div class="bone plane"></div>
              <div class="bone line"></div>
            </div>`,
        )}
      </div>
    </div>
    <p class="visually-hidden" role="status">${loading}</p>`;
