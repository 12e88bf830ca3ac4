import { css } from 'lit';

/** A field with a list that opens over what is below. */
export const comboboxStyles = css`
  .combobox {
    display: grid;
    gap: calc(var(--_u) * 2);
    max-inline-size: 30rem;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 2);
  }

  .chip {
    display: flex;
    align-items: center;
    max-inline-size: 100%;
    padding-block: 2px;
    padding-inline-start: calc(var(--_u) * 3);
    border: 1px solid var(--_accent-line);
    border-radius: var(--_radius-s);
    background: var(--_accent-soft);
    overflow-wrap: anywhere;
    line-height: 1.3;
  }

  .chip:not(:has(button)) {
    padding: calc(var(--_u) * 2) calc(var(--_u) * 3);
  }

  .chip .button {
    min-inline-size: 44px;
    padding: 0;
  }

  .entry {
    position: relative;
  }

  .entry > .input {
    inline-size: 100%;
    padding-inline-end: 48px;
  }

  .entry > .opener {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 44px;
    min-block-size: 0;
    padding: 0;
  }

  .popup {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(100% + 4px);
    z-index: 3;
    max-block-size: min(19rem, var(--_room, 19rem));
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: calc(var(--_u) * 1);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    box-shadow: 0 6px 20px rgb(0 0 0 / 14%);
  }

  .popup.up {
    inset-block: auto calc(100% + 4px);
  }

  p.popup {
    padding: calc(var(--_u) * 2) calc(var(--_u) * 3);
  }

  .match {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_u) * 3);
    min-block-size: 40px;
    padding: calc(var(--_u) * 1.5) calc(var(--_u) * 3);
    border-radius: calc(var(--_radius-s) - 3px);
    line-height: 1.3;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  @media (pointer: coarse) {
    .match {
      min-block-size: 44px;
    }
  }

  .match:hover {
    background: var(--_inset);
  }

  .match.chosen-one {
    font-weight: 600;
  }

  .match .icon {
    color: var(--_accent-text);
  }

  .match.active {
    background: var(--_accent-soft);
    outline: 2px solid var(--_accent-text);
    outline-offset: -2px;
  }

  @media (forced-colors: active) {
    .match.active {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
      outline-color: HighlightText;
    }

    .match.active .icon {
      color: HighlightText;
    }
  }
`;
