import { html, type TemplateResult } from 'lit';

/** The place of what is on its way. */
export const skeleton = (loading: string): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true">
      <div class="bone figure"></div>
      <div class="bone line"></div>
      ${[1, 2, 3, 4].map(
        () =>
          html`<div class="step">
            <span class="bone node"></span>
            <div class="bone line entry"></div>
          </div>`,
      )}
    </div>
    <p class="visually-hidden" role="status">${loading}</p>`;
