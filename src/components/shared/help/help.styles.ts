import { css } from 'lit';

/** The quiet help control, its sheet, and the crisis list. */
export const help = css`
  .help {
    margin-block: calc(var(--_u) * 3) calc(var(--_u) * -3);
  }

  .help-open {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 2);
    min-block-size: 44px;
    padding: calc(var(--_u) * 2);
    margin-inline-start: calc(var(--_u) * -2);
    border: 0;
    border-radius: var(--_radius-s);
    background: transparent;
    font-size: var(--_fs-2);
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
  }

  .help-open > span {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.5em;
  }

  .help-open strong {
    color: var(--_accent-text);
    font-weight: 600;
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
  }

  .help-open > .icon {
    color: var(--_accent-text);
  }

  .help-open:hover {
    background: var(--_accent-soft);
  }

  .help-sheet {
    inset: auto 0 0;
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: 34rem;
    max-block-size: 92dvh;
    margin: auto auto 0;
    padding: calc(var(--_u) * 5);
    overflow-y: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  .help-sheet:focus {
    outline: none;
  }

  .help-sheet::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  .help-sheet:popover-open {
    animation: help-rise var(--_slow);
  }

  @keyframes help-rise {
    from {
      translate: 0 12px;
    }
  }

  @media (min-width: 40rem) {
    .help-sheet {
      inset: 0;
      margin: auto;
      padding: calc(var(--_u) * 7);
      border-radius: var(--_radius);
      block-size: fit-content;
    }

    .contact {
      min-inline-size: min(13.5rem, 100%);
    }
  }

  /* Stays in reach while the list scrolls, beside the heading and above nothing else. */
  .help-close {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    margin-inline: auto calc(var(--_u) * -2);
    margin-block: calc(var(--_u) * -2) calc(var(--_u) * 2 - 44px);
    background: var(--_surface);
  }

  .help-list,
  .help-line,
  .help-where {
    display: grid;
    gap: calc(var(--_u) * 3);
  }

  .help-list {
    gap: calc(var(--_u) * 6);
  }

  .help-title {
    margin-block-end: var(--_u);
  }

  .help-title:focus {
    outline: none;
  }

  .help-sheet .help-title {
    margin-inline-end: 5rem;
  }

  .help-line h3 {
    font-size: var(--_fs);
  }

  .contacts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 2);
  }

  .contact {
    display: flex;
    flex: 1 1 max-content;
    align-items: center;
    gap: calc(var(--_u) * 2.5);
    max-inline-size: 100%;
    min-block-size: 52px;
    padding: calc(var(--_u) * 2) calc(var(--_u) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 600;
    line-height: 1.25;
    text-decoration: none;
    font-variant-numeric: tabular-nums;
  }

  .contact:hover {
    background: var(--_accent-soft);
  }

  .contact small {
    display: block;
    color: var(--_muted);
    font-size: var(--_fs-1);
    font-weight: 400;
  }

  .contact .icon {
    color: var(--_accent-text);
  }

  /* The first number: what a shaking thumb should find. */
  .contacts.main > :first-child {
    flex-basis: 100%;
    min-block-size: 64px;
    background: var(--_fill);
    border-color: var(--_fill-edge);
    color: var(--_on-fill);
    font-size: var(--_fs-4);
  }

  .contacts.main > :first-child :is(.icon, small) {
    color: inherit;
  }

  .help-line.danger {
    padding-block: calc(var(--_u) * 5);
    border-block: 1px solid var(--_line);
  }

  .help-line.danger:last-child {
    padding-block-end: 0;
    border-block-end: 0;
  }

  .danger .icon {
    color: var(--_urgent);
  }

  @media (forced-colors: active) {
    .help-open,
    .help-sheet,
    .contact {
      border: 1px solid CanvasText;
    }
  }
`;
