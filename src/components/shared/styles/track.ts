import { css } from 'lit';

/** One choice of a few, as a quiet track: `<fieldset class="track">` of labels with radio and span. */
export const track = css`
  .track {
    display: flex;
    padding: 3px;
    border-radius: var(--_radius-s);
    background: var(--_inset);
    font-size: var(--_fs-2);
  }

  .track label {
    position: relative;
    cursor: pointer;
  }

  .track input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .track span {
    display: flex;
    align-items: center;
    min-block-size: 38px;
    padding-inline: calc(var(--_u) * 2);
    white-space: nowrap;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius-s) - 3px);
    color: var(--_muted);
    transition: background-color var(--_quick);
  }

  .track input:checked + span {
    border-color: var(--_edge);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 600;
  }

  .track input:focus-visible + span {
    outline: 3px solid var(--_accent-text);
    outline-offset: 1px;
  }

  @media (pointer: coarse) {
    .track span {
      min-block-size: 44px;
    }
  }

  @container (inline-size >= 22rem) {
    .track span {
      padding-inline: calc(var(--_u) * 3.5);
    }
  }

  @media (forced-colors: active) {
    .track input:checked + span {
      border-color: Highlight;
      border-width: 2px;
    }
  }
`;
