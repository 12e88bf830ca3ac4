import { html, type TemplateResult } from 'lit';

/** Stands in while the list is loading, in its own measures. */
export function sessionsSkeleton(): TemplateResult {
  const row = html`<li>
    <div>
      <div class="bone line"></div>
      <div class="bone line long"></div>
      <div class="bone line"></div>
    </div>
    <div class="bone key"></div>
  </li>`;
  return html`<div class="bone title"></div>
    <ul class="sessions" aria-hidden="true">
      ${[row, row, row]}
    </ul>`;
}

/** Stands in for the door. */
export function doorSkeleton(): TemplateResult {
  return html`<div class="door" aria-hidden="true">
    <header>
      <div class="bone title"></div>
      <div class="bone line long"></div>
      <div class="bone line"></div>
    </header>
    <div class="terms">
      ${[1, 2, 3, 4].map(() => html`<div class="bone line long"></div>`)}
      <div class="bone key wide"></div>
    </div>
    <div class="devices"><div class="bone mirror"></div></div>
    <div class="way-in"><div class="bone key"></div></div>
  </div>`;
}
