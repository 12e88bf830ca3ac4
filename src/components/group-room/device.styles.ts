import { css } from 'lit';

/** How I look and sound, before the room; and whoever has no picture, there and in it. */
export const deviceStyles = css`
  .mirror {
    position: relative;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: calc(var(--_u) * 2);
    aspect-ratio: 16 / 9;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_inset);
    color: var(--_muted);
    text-align: center;
  }

  .mirror video {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    scale: -1 1;
  }

  .portrait {
    display: grid;
    place-items: center;
    inline-size: 5rem;
    aspect-ratio: 1;
    border-radius: 50%;
    background: light-dark(oklch(0.9 0.06 var(--_hue, 180)), oklch(0.38 0.06 var(--_hue, 180)));
    color: light-dark(oklch(0.36 0.08 var(--_hue, 180)), oklch(0.93 0.05 var(--_hue, 180)));
    font-size: 1.6rem;
    font-weight: 600;
    letter-spacing: 0.02em;
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_u) * 2);
  }

  .choice legend {
    float: inline-start;
    flex: 1;
    padding: 0;
    font-weight: 600;
  }

  /* Two answers of the same weight. */
  .pair {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    inline-size: min(100%, 15rem);
    padding: 3px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-s);
  }

  .pair label {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 44px;
    padding-inline: calc(var(--_u) * 2);
    border-radius: calc(var(--_radius-s) - 3px);
    line-height: 1.2;
    text-align: center;
    cursor: pointer;
    transition: background-color var(--_quick);
  }

  .pair input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .pair label:has(:checked) {
    background: var(--_fill);
    color: var(--_on-fill);
    font-weight: 600;
  }

  .pair label:has(:focus-visible) {
    outline: 3px solid var(--_accent-text);
    outline-offset: 2px;
  }

  .level {
    display: grid;
    gap: calc(var(--_u) * 1.5);
  }

  [role='meter'] {
    block-size: 10px;
    border: 1px solid var(--_edge);
    border-radius: 5px;
    overflow: hidden;
  }

  [role='meter']::before {
    content: '';
    display: block;
    block-size: 100%;
    background: var(--_fill);
    scale: var(--_level, 0) 1;
    transform-origin: left;
    transition: scale 100ms linear;
  }

  [role='meter']:dir(rtl)::before {
    transform-origin: right;
  }

  .try-out summary {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 3);
    min-block-size: 44px;
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
  }

  @container (inline-size < 24rem) {
    .try-out summary {
      gap: calc(var(--_u) * 2);
      font-size: var(--_fs-2);
    }
  }

  .try-out summary::before {
    content: '';
    flex: none;
    inline-size: 0.45em;
    aspect-ratio: 1;
    margin-inline-start: 2px;
    border: solid currentColor;
    border-width: 2px 2px 0 0;
    rotate: 45deg;
  }

  .try-out summary:dir(rtl)::before {
    rotate: -135deg;
  }

  .try-out[open] summary::before {
    rotate: 135deg;
  }

  @container (inline-size < 30rem) {
    .pair {
      inline-size: 100%;
    }
  }

  @media (forced-colors: active) {
    .pair label:has(:checked) {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    [role='meter']::before {
      background: Highlight;
      forced-color-adjust: none;
    }

    .portrait {
      border: 1px solid CanvasText;
    }
  }
`;
