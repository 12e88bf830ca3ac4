import { css } from 'lit';

/** The quiet help control, its sheet, and the crisis list. */
export const help = css`
  .help {
    margin-block: calc(var(--_u) * 3) calc(var(--_u) * -3);
  }

  /* A plain button, quieter. */
  .help-open {
    display: flex;
    justify-content: start;
    margin-inline-start: calc(var(--_u) * -2);
    font-size: var(--_fs-2);
    font-weight: 400;
    text-align: inherit;
  }

  .help-open > span {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.5em;
  }

  .contact .icon {
    color: var(--_accent-text);
  }

  .help-open strong {
    font-weight: 600;
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
  }

  /* Rises from the bottom edge of a phone; in the middle of a larger screen. */
  .help-sheet {
    inline-size: 34rem;
    max-inline-size: 100%;
    max-block-size: 92dvh;
    padding: calc(var(--_u) * 6);
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.04),
      0 6px 20px -8px rgb(0 0 0 / 0.12);
  }

  @media (width < 40rem) {
    .help-sheet {
      margin-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
  }

  .help-sheet::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  .help-sheet[open] {
    animation: help-rise var(--_slow);
  }

  @keyframes help-rise {
    from {
      translate: 0 12px;
    }
  }

  /* Stays in reach while the list scrolls, beside the heading and above nothing else. */
  .button.help-close {
    --_up: calc(var(--_u) * -2);
    position: sticky;
    inset-block-start: var(--_up);
    display: flex;
    margin-inline: auto calc(var(--_u) * -2);
    margin-block: var(--_up) calc(-44px - var(--_up));
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

  /* Leaves the corner to the way out, which would cover what is below the heading. */
  .help-sheet .help-title {
    min-block-size: 36px;
    margin-inline-end: 5rem;
    margin-block-end: var(--_u);
  }

  .help-line h3 {
    font-size: var(--_fs);
  }

  :is(.help-sheet, .help-title):focus {
    outline: none;
  }

  .contacts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 2);
  }

  .contact {
    flex: 1 1 15rem;
    justify-content: start;
    min-block-size: 52px;
    padding-inline: calc(var(--_u) * 3);
    text-align: inherit;
  }

  .contact small {
    display: block;
    color: var(--_muted);
    font-size: var(--_fs-1);
    font-weight: 400;
  }

  /* The first number: what a shaking thumb should find. */
  .contacts.main > :first-child {
    flex-basis: 100%;
    min-block-size: 64px;
    background: var(--_fill);
    border-color: var(--_fill-edge);
    font-size: var(--_fs-4);

    &,
    .icon,
    small {
      color: var(--_on-fill);
    }
  }

  .help-line.danger {
    padding-block: calc(var(--_u) * 5);
    border-block: 1px solid var(--_line);

    &:last-child {
      padding-block-end: 0;
      border-block-end: 0;
    }

    .icon {
      color: var(--_urgent);
    }
  }

  @media (forced-colors: active) {
    .help-open {
      border-color: ButtonText;
    }
  }
`;
