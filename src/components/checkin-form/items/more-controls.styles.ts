import { css } from 'lit';

/** Fields and sliders. */
export const moreStyles = css`
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .input.number {
    max-inline-size: 12rem;
    font-variant-numeric: tabular-nums;
  }

  .input.date {
    max-inline-size: 20rem;
  }

  select.input {
    max-inline-size: 30rem;
  }

  textarea.input {
    field-sizing: content;
    max-block-size: 20rem;
  }

  .rows {
    display: grid;
    gap: calc(var(--_u) * 2);
  }

  .row {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 2);
  }

  .row > .input {
    flex: 1;
  }

  .add,
  .again {
    justify-self: start;
  }

  .group-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 2);
  }

  .with-unit {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 3);
  }

  .with-unit select {
    inline-size: auto;
  }

  .slider {
    display: grid;
    gap: calc(var(--_u) * 2);
  }

  .chosen {
    display: flex;
    align-items: baseline;
    gap: 0.4em;
    min-block-size: calc(var(--_fs-5) * 1.1);
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .chosen strong {
    color: var(--_text);
    font-size: var(--_fs-5);
    font-weight: 600;
    letter-spacing: -0.02em;
    line-height: 1.1;
  }

  .slider.empty .chosen {
    align-items: end;
  }

  .rail {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: calc(var(--_u) * 1) calc(var(--_u) * 3);
  }

  .nudge {
    inline-size: 44px;
    padding: 0;
    border-radius: 50%;
  }

  .ends {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_u) * 4);
    grid-column: 2;
    max-inline-size: none;
    color: var(--_muted);
    font-size: var(--_fs-2);
    line-height: 1.3;
  }

  .ends span:last-child {
    text-align: end;
  }

  input[type='range'] {
    --_thumb: 28px;
    --_way: to right;
    appearance: none;
    inline-size: 100%;
    block-size: 44px;
    margin: 0;
    background: transparent;
    cursor: pointer;
  }

  input[type='range']:dir(rtl) {
    --_way: to left;
  }

  input[type='range']::-webkit-slider-runnable-track {
    block-size: 8px;
    border-radius: 4px;
    background: linear-gradient(
      var(--_way),
      var(--_fill-edge) calc(var(--_at) * (100% - var(--_thumb)) + var(--_thumb) / 2),
      var(--_line) 0
    );
  }

  input[type='range']::-moz-range-track {
    block-size: 8px;
    border-radius: 4px;
    background: var(--_line);
  }

  input[type='range']::-moz-range-progress {
    block-size: 8px;
    border-radius: 4px;
    background: var(--_fill-edge);
  }

  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    inline-size: var(--_thumb);
    block-size: var(--_thumb);
    margin-block-start: -10px;
    border: 3px solid var(--_surface);
    border-radius: 50%;
    background: var(--_fill-edge);
    box-shadow: 0 0 0 1px var(--_fill-edge);
  }

  input[type='range']::-moz-range-thumb {
    inline-size: 22px;
    block-size: 22px;
    border: 3px solid var(--_surface);
    border-radius: 50%;
    background: var(--_fill-edge);
    box-shadow: 0 0 0 1px var(--_fill-edge);
  }

  input[type='range']:focus-visible {
    outline: none;
  }

  input[type='range']:focus-visible::-webkit-slider-thumb {
    outline: 3px solid var(--_accent-text);
    outline-offset: 2px;
  }

  input[type='range']:focus-visible::-moz-range-thumb {
    outline: 3px solid var(--_accent-text);
    outline-offset: 2px;
  }

  /* Not answered yet: a line without a filled part, and a thumb that waits. */
  .empty input[type='range']::-webkit-slider-runnable-track {
    background: var(--_line);
  }

  .empty input[type='range']::-moz-range-progress {
    background: transparent;
  }

  .empty input[type='range']::-webkit-slider-thumb {
    background: var(--_surface);
    box-shadow: 0 0 0 1px var(--_edge);
  }

  .empty input[type='range']::-moz-range-thumb {
    background: var(--_surface);
    box-shadow: 0 0 0 1px var(--_edge);
  }

  @container (inline-size >= 34rem) {
    /* The number stands beside its line. */
    .whole .slider {
      grid-template-columns: minmax(0, 34rem) minmax(7rem, 1fr);
      align-items: start;
      column-gap: calc(var(--_u) * 6);
    }

    .whole .slider .chosen {
      grid-area: 1 / 2;
      align-items: center;
      min-block-size: 44px;
      font-size: var(--_fs-2);
      line-height: 1.2;
    }

    .whole .chosen strong {
      font-size: calc(var(--_fs-4) * 1.4);
    }

    .whole .rail {
      grid-area: 1 / 1;
    }
  }

  @media (forced-colors: active) {
    input[type='range']::-webkit-slider-runnable-track {
      border: 1px solid CanvasText;
    }

    input[type='range']::-webkit-slider-thumb {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
