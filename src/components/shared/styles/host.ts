import { css } from 'lit';

/**
 * What every element's host is: a block that measures itself, in the page's typeface, and free of
 * what a page's own rules would pass down (spacing, case, alignment).
 */
export const host = css`
  :host {
    display: block;
    container-type: inline-size;
    /* A size container has no width of its own; in a shrink-to-fit parent it would vanish. */
    contain-intrinsic-inline-size: 20rem;
    min-inline-size: 0;
    box-sizing: border-box;
    /* Important: a page's * rule matches the host and would go before what is said here. */
    color: var(--_text) !important;
    font-family: var(--wf-font, inherit) !important;
    font-size: var(--_fs) !important;
    font-style: normal !important;
    font-weight: 400 !important;
    font-variant: normal !important;
    line-height: 1.5 !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-transform: none !important;
    text-shadow: none !important;
    white-space: normal !important;
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  /* Every sentence runs the way of its own words; the page says on which side they line up. */
  :host > * {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  * {
    unicode-bidi: plaintext;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2,
  h3 {
    font-size: var(--_fs-3);
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }

  h2 {
    font-size: var(--_fs-4);
    letter-spacing: -0.01em;
  }

  p {
    max-inline-size: 62ch;
    text-wrap: pretty;
  }

  a {
    color: var(--_accent-text);
    text-underline-offset: 0.15em;
  }

  .muted {
    color: var(--_muted);
  }

  .small {
    font-size: var(--_fs-2);
  }

  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .visually-hidden:not(:focus, :active) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 3px solid var(--_accent-text);
    outline-offset: 2px;
  }

  /* The one sheet that an element lies on. */
  .sheet {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: calc(var(--_u) * 5);
  }

  @container (inline-size >= 34rem) {
    .sheet {
      padding: calc(var(--_u) * 7);
    }
  }
`;
