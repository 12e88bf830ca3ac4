import { css } from 'lit';

/** The form: its frame, its questions, its way on. */
export const styles = css`
  .form,
  form {
    display: grid;
    gap: calc(var(--_u) * 6);
  }

  header {
    display: grid;
    gap: calc(var(--_u) * 3);
  }

  h2:focus,
  .ask:focus {
    outline: none;
  }

  .whole,
  .group {
    display: grid;
    gap: calc(var(--_u) * 9);
  }

  .question {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_u) * 3);
    align-content: start;
    min-inline-size: 0;
  }

  /* What is far from the screen costs nothing, not even on a key's way to paint. Nothing is drawn
     beyond its box then: there is room in it for the ring of what has the focus, and a list that is
     open lifts it. */
  .whole > :is(.group, .question) {
    margin: calc(var(--_u) * -2);
    padding: calc(var(--_u) * 2);
  }

  .whole > :is(.group, .question):not(:has([aria-expanded='true'])) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 6rem;
  }

  .ask,
  .group-title {
    font-weight: 600;
    line-height: 1.35;
    max-inline-size: 52ch;
    text-wrap: pretty;
  }

  .group-title {
    font-size: var(--_fs-3);
  }

  .ask + .small {
    margin-block-start: calc(var(--_u) * -2);
  }

  .prefix {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .error-text .icon {
    margin-block-start: 0.1em;
  }

  p:empty {
    display: none;
  }

  /* One question fills a calm space; what follows keeps its place from step to step. */
  .step {
    display: grid;
    gap: calc(var(--_u) * 5);
    align-content: center;
    min-block-size: min(19rem, 36svh);
  }

  .step .ask {
    font-size: var(--_fs-4);
    letter-spacing: -0.01em;
    line-height: 1.3;
    text-wrap: balance;
  }

  .step .question {
    gap: calc(var(--_u) * 5);
  }

  .progress {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: calc(var(--_u) * 3);
    font-variant-numeric: tabular-nums;
  }

  .progress > span {
    order: 1;
  }

  .bar {
    block-size: 4px;
    border-radius: 2px;
    background: var(--_line);
    overflow: clip;
  }

  .bar::before {
    content: '';
    display: block;
    block-size: 100%;
    inline-size: calc(var(--_done) * 100%);
    border-radius: inherit;
    background: var(--_fill-edge);
    transition: inline-size var(--_slow);
  }

  .actions {
    display: flex;
    gap: calc(var(--_u) * 3);
    position: sticky;
    inset-block-end: var(--wf-inset-end, 0px);
    margin: calc(var(--_u) * -2);
    padding: calc(var(--_u) * 2);
    background: var(--_surface);
  }

  .go {
    flex: 1;
    min-block-size: 48px;
  }

  /* Nothing covers help, and a sheet is sent at its end. */
  .whole ~ .actions,
  .items:has(.safety) ~ .actions {
    position: static;
  }

  .unsafe {
    margin: calc(var(--_u) * 3) calc(var(--_u) * -2) calc(var(--_u) * -3);
  }

  @container (inline-size >= 34rem) {
    .actions {
      justify-content: start;
    }

    .go {
      flex: none;
      min-inline-size: 11rem;
    }
  }

  @media (forced-colors: active) {
    .bar,
    .days i {
      background: Canvas;
      border: 1px solid CanvasText;
    }

    .bar::before,
    .days i[data-on] {
      background: Highlight;
    }
  }
`;
