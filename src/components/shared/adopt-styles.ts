import type { CSSResult, LitElement } from 'lit';

/** Gives an element the styles of a part that is fetched when it is needed, once. */
export function adoptStyles(
  { shadowRoot }: Pick<LitElement, 'shadowRoot'>,
  styles: CSSResult,
): void {
  const { styleSheet } = styles;
  if (styleSheet && !shadowRoot?.adoptedStyleSheets.includes(styleSheet))
    shadowRoot?.adoptedStyleSheets.push(styleSheet);
}
