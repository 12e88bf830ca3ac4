import { css } from 'lit';

export const styles = css`
  .plot > div {
    display: grid;
    gap: calc(var(--_u) * 5);
  }

  .plot h3 + p {
    margin-block-start: calc(var(--_u) * -4);
  }

  .measure figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_u) * 3);
    margin-block-end: calc(var(--_u) * 1);
    font-size: var(--_fs-2);
  }

  .measure b {
    font-weight: 600;
  }

  .chart {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 5.5em;
    gap: calc(var(--_u) * 2);
    color: var(--_muted);
    font-size: var(--_fs-1);
    line-height: 1.2;
  }

  .chart svg {
    inline-size: 100%;
    block-size: 60px;
    border-block: 1px solid var(--_line);
    overflow: visible;
  }

  .chart svg:dir(rtl) {
    transform: scaleX(-1);
  }

  .chart path {
    fill: none;
    stroke: var(--_accent-line);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }

  .chart .days {
    stroke: var(--_accent-text);
    stroke-width: 6;
  }

  .ends {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
  }

  .dates {
    display: flex;
    max-inline-size: none;
    justify-content: space-between;
    margin-block-start: calc(var(--_u) * -3);
    margin-inline-end: calc(5.5em + var(--_u) * 2);
    color: var(--_muted);
    font-size: var(--_fs-1);
  }

  .table {
    overflow-x: auto;
    margin-block-start: calc(var(--_u) * 3);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_fs-1);
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    /* Numbers and their headings line up. */
    unicode-bidi: normal;
    padding: calc(var(--_u) * 1.5) calc(var(--_u) * 2);
    border-block-end: 1px solid var(--_line);
    text-align: end;
    font-weight: 400;
    white-space: nowrap;
  }

  thead th {
    font-weight: 600;
    white-space: normal;
    vertical-align: bottom;
  }

  th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }

  @media (forced-colors: active) {
    .chart path.days,
    .chart path {
      stroke: CanvasText;
    }
  }
`;
