import { css } from 'lit';

/** Options to choose from. */
export const choice = css`
  .options {
    display: grid;
    gap: calc(var(--_u) * 2);
  }

  .options.short {
    grid-template-columns: 1fr 1fr;
    max-inline-size: 24rem;
  }

  .options.across {
    display: flex;
    flex-wrap: wrap;
  }

  .option {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 3);
    min-block-size: 48px;
    padding: calc(var(--_u) * 2) calc(var(--_u) * 4);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    line-height: 1.35;
    cursor: pointer;
    transition:
      background-color var(--_quick),
      border-color var(--_quick);
  }

  .option:hover {
    background: var(--_inset);
  }

  .option:has(:checked) {
    border-color: var(--_fill-edge);
    box-shadow: inset 0 0 0 1px var(--_fill-edge);
    background: var(--_accent-soft);
  }

  .option:has(:focus-visible) {
    outline: 3px solid var(--_accent-text);
    outline-offset: 2px;
  }

  .option input:focus-visible {
    outline: none;
  }

  [aria-invalid='true'] > .option {
    border-color: var(--_urgent);
  }

  .option:has(:disabled) {
    background: var(--_inset);
    cursor: default;
  }

  .clear {
    justify-self: start;
    min-block-size: 32px;
    margin: calc(var(--_u) * -2) calc(var(--_u) * -2) calc(var(--_u) * -4);
    padding-block: calc(var(--_u) * 1);
    font-size: var(--_fs-2);
    font-weight: 400;
  }

  /* Keeps its place, so that nothing moves when a question is answered. */
  .clear.off {
    visibility: hidden;
  }

  @container (inline-size >= 34rem) {
    .whole .options:not(.short) {
      justify-items: start;
    }

    .whole .option {
      min-inline-size: min(18rem, 100%);
    }

    .whole .options:is(.short, .across) .option {
      min-inline-size: 0;
    }

    .whole .question {
      position: relative;
    }

    .whole .clear {
      position: absolute;
      inset-block-start: calc(var(--_u) * -1);
      inset-inline-end: 0;
      margin: 0;
    }
  }

  @media (forced-colors: active) {
    .option:has(:checked) {
      border: 2px solid Highlight;
    }
  }
`;
