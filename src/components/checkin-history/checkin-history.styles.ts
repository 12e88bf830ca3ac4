import { css } from 'lit';

export const styles = css`
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_u) * 7);
  }

  .sheet > .help {
    margin-block-start: calc(var(--_u) * -2);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_u) * 2) calc(var(--_u) * 5);
  }

  .wins ul {
    display: grid;
    gap: calc(var(--_u) * 2);
  }

  .wins li {
    display: flex;
    gap: calc(var(--_u) * 2.5);
  }

  .wins .icon {
    margin-block-start: 0.13em;
    color: var(--_accent-text);
  }

  .wins .checked-in {
    font-size: var(--_fs-3);
    font-weight: 600;
  }

  .days,
  .words-part,
  .copy {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_u) * 4);
    padding-block-start: calc(var(--_u) * 5);
    border-block-start: 1px solid var(--_line);
  }

  .toggle {
    margin-inline-end: calc(var(--_u) * -2);
    font-weight: 500;
  }

  .trends {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_u) * 8) calc(var(--_u) * 10);
  }

  .trend {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: calc(var(--_u) * 1.5);
  }

  .trend figcaption {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 calc(var(--_u) * 3);
    font-size: var(--_fs-1);
    line-height: 1.35;
  }

  .trend b {
    font-weight: 600;
  }

  .trend .name {
    font-size: var(--_fs);
  }

  .latest {
    font-variant-numeric: tabular-nums;
  }

  .scale {
    grid-column: 1 / -1;
    color: var(--_muted);
  }

  .trend .words {
    font-size: var(--_fs-2);
  }

  .seen {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 1.5);
    color: var(--_muted);
    font-size: var(--_fs-1);
  }

  .seen b {
    font-weight: 600;
  }

  .seen .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
  }

  .seen .bone {
    inline-size: 9em;
    block-size: 1lh;
  }

  .chart {
    display: grid;
    grid-template-columns: 1.6em minmax(0, 1fr);
    gap: 0 calc(var(--_u) * 1.5);
    color: var(--_muted);
    font-size: var(--_fs-1);
  }

  .chart svg {
    inline-size: 100%;
    block-size: 112px;
    overflow: visible;
  }

  .axis text {
    fill: currentColor;
    font-size: calc(var(--_fs) * 0.75);
    font-variant-numeric: tabular-nums;
  }

  .plane:dir(rtl) {
    transform: scaleX(-1);
  }

  .plane path {
    fill: none;
    stroke: var(--_line);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }

  .plane .weeks {
    stroke-dasharray: 1 4;
  }

  .plane .line,
  .plane .stems {
    stroke: var(--_accent-line);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .plane .dots {
    stroke: var(--_accent-text);
    stroke-width: 7;
    stroke-linecap: round;
  }

  .plane.span-14 .dots {
    stroke-width: 9;
  }

  .plane.span-90 .dots {
    stroke-width: 4.5;
  }

  .dates {
    display: flex;
    grid-column: 2;
    justify-content: space-between;
    max-inline-size: none;
    font-size: calc(var(--_fs) * 0.75);
  }

  .empty {
    display: grid;
    gap: calc(var(--_u) * 1);
  }

  .skeleton {
    display: grid;
    gap: calc(var(--_u) * 4);
  }

  .skeleton .line {
    block-size: 1.2em;
  }

  .skeleton .short {
    inline-size: 55%;
  }

  .skeleton .title {
    inline-size: 9em;
    block-size: 1.8em;
  }

  .skeleton .choice {
    inline-size: 15em;
    block-size: 44px;
  }

  .skeleton .plane {
    block-size: 132px;
  }

  .skeleton .trends {
    margin-block-start: calc(var(--_u) * 12);
  }

  .waiting {
    block-size: 7em;
  }

  @container (inline-size >= 44rem) {
    .trends {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .wins ul {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .wins .checked-in {
      grid-column: 1 / -1;
    }
  }

  @media (forced-colors: active) {
    .plane .weeks,
    .plane .grid {
      stroke: GrayText;
    }

    .plane .line,
    .plane .stems,
    .plane .dots {
      stroke: CanvasText;
    }
  }

  @media print {
    .sheet {
      display: block;
      border: 0;
      padding: 0;
      background: none;
      color: #000;
    }

    .sheet > * {
      margin-block-end: 1.5em;
    }

    .help,
    .track,
    .toggle,
    .no-print,
    .copy {
      display: none;
    }

    .trend,
    .entry {
      break-inside: avoid;
    }

    .plane .line,
    .plane .stems,
    .plane .dots {
      stroke: #000;
      print-color-adjust: exact;
    }
  }
`;
