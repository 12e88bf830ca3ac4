import { css } from 'lit';

/** Buttons, and the one field that crisis help needs. */
export const buttons = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }

  /* .button: the one clear action; .quiet: beside it; .plain: words alone. */
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_u) * 2);
    min-block-size: 44px;
    padding: calc(var(--_u) * 2) calc(var(--_u) * 5);
    border: 1px solid var(--_fill-edge);
    border-radius: var(--_radius-s);
    background: var(--_fill);
    color: var(--_on-fill);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color var(--_quick),
      border-color var(--_quick),
      transform var(--_quick);
  }

  .button:hover {
    background: color-mix(in oklch, var(--_fill) 90%, var(--_text));
  }

  .button:active {
    transform: translateY(1px);
  }

  .button.quiet {
    background: transparent;
    border-color: var(--_edge);
    color: var(--_text);
  }

  .button.quiet:hover {
    background: var(--_inset);
  }

  .button.plain {
    background: transparent;
    border-color: transparent;
    color: var(--_accent-text);
    padding-inline: calc(var(--_u) * 2);
  }

  .button.plain:hover {
    background: var(--_accent-soft);
  }

  /* Busy keeps its place and its focus: aria-disabled, never disabled. */
  .button[aria-disabled='true'],
  .button:disabled {
    opacity: 0.65;
    cursor: default;
    transform: none;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_u) * 3);
  }

  .input {
    inline-size: 100%;
    min-block-size: 44px;
    padding: calc(var(--_u) * 2) calc(var(--_u) * 3);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    accent-color: var(--_fill);
    text-align: inherit;
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }

    .button[aria-disabled='true'],
    .button:disabled {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }
`;
