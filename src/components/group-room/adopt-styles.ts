import type { CSSResult, LitElement } from 'lit';

/** Adds the styles of a part that is fetched when it is needed; each part is made once. */
export function adoptStyles({ shadowRoot }: LitElement, { styleSheet }: CSSResult): void {
  if (styleSheet) shadowRoot?.adoptedStyleSheets.push(styleSheet);
}
