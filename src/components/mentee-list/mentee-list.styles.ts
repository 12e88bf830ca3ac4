import { css } from 'lit';

export const styles = css`
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_u) * 5);
  }

  h2:focus,
  h3:focus,
  .why:focus {
    outline: none;
  }

  .people {
    border-block-end: 1px solid var(--_line);
  }

  .people > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: calc(var(--_u) * 3);
    padding-block: calc(var(--_u) * 5);
    border-block-start: 1px solid var(--_line);
  }

  .face {
    inline-size: 3rem;
    font-size: 1.125rem;
  }

  .more {
    grid-column: 1 / -1;
    display: grid;
    gap: calc(var(--_u) * 3);
  }

  .signs {
    display: grid;
    gap: calc(var(--_u) * 2);
  }

  .signs li {
    display: flex;
    gap: calc(var(--_u) * 2);
  }

  .signs .icon {
    margin-block-start: 0.125em;
    color: var(--_accent-text);
  }

  blockquote {
    margin: 0;
    padding-inline-start: calc(var(--_u) * 4);
    border-inline-start: 3px solid var(--_accent-line);
    max-inline-size: 62ch;
  }

  .reasons {
    display: grid;
    gap: calc(var(--_u) * 3);
  }

  .why {
    font-weight: 600;
  }

  .mood {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: calc(var(--_u) * 3);
  }

  .mood svg {
    order: 1;
    display: block;
    inline-size: 100%;
    block-size: 2.25rem;
    overflow: visible;
  }

  .mood path {
    fill: none;
    stroke: var(--_accent-text);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }

  .mood .dots {
    stroke-width: 4.5;
  }

  .caption {
    font-size: var(--_fs-1);
  }

  .row-bone {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: calc(var(--_u) * 3);
    padding-block: calc(var(--_u) * 5);
    border-block-start: 1px solid var(--_line);
  }

  .row-bone .line:last-child {
    grid-column: 1 / -1;
  }

  .bone.line {
    block-size: 1.5rem;
    inline-size: min(100%, 20rem);
  }

  @container (inline-size >= 34rem) {
    .people > li:has(.mood) {
      grid-template-columns: auto minmax(0, 1fr) 9rem;
    }

    .more {
      grid-column: 2 / -1;
    }

    .mood {
      grid-column: auto;
      grid-template-columns: none;
      gap: var(--_u);
    }

    .mood svg {
      order: 0;
      block-size: 2rem;
    }

    .caption {
      text-align: end;
    }
  }

  /* From right to left time runs that way too. */
  .mood svg:dir(rtl) {
    transform: scaleX(-1);
  }

  @media (forced-colors: active) {
    .mood path {
      stroke: CanvasText;
    }
  }
`;
