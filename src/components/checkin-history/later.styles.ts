import { css } from 'lit';

export const styles = css`
  .table {
    overflow-x: auto;
    max-block-size: 32rem;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_fs-2);
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: calc(var(--_u) * 2) calc(var(--_u) * 2);
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: end;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    color: var(--_muted);
    font-size: var(--_fs-1);
    font-weight: 600;
    vertical-align: bottom;
  }

  th:first-child {
    padding-inline-start: 0;
    text-align: start;
    white-space: nowrap;
  }

  td[data-key] {
    min-inline-size: 9em;
  }

  .search {
    display: grid;
    gap: calc(var(--_u) * 1.5);
    max-inline-size: 30rem;
  }

  .search label {
    font-weight: 600;
    font-size: var(--_fs-2);
  }

  .entries {
    display: grid;
    gap: calc(var(--_u) * 6);
  }

  .entry {
    display: grid;
    gap: calc(var(--_u) * 1);
    padding-inline-start: calc(var(--_u) * 4);
    border-inline-start: 2px solid var(--_accent-line);
  }

  .entry time {
    color: var(--_muted);
    font-size: var(--_fs-1);
  }

  .entry time::first-letter {
    text-transform: uppercase;
  }

  .said {
    font-size: var(--_fs-3);
    line-height: 1.4;
    text-align: match-parent;
    white-space: pre-line;
  }

  mark {
    border-radius: 3px;
    background: var(--_caution-soft);
    color: inherit;
    text-decoration: underline 2px var(--_caution);
    text-underline-offset: 0.2em;
  }

  .copies {
    display: grid;
    gap: calc(var(--_u) * 3);
  }

  .copies li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_u) * 1) calc(var(--_u) * 3);
  }

  .copies .button {
    min-inline-size: min(16.5rem, 100%);
    justify-content: start;
    font-weight: 500;
    text-align: start;
  }

  .copies .icon {
    color: var(--_accent-text);
  }

  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_u) * 3);
  }

  .said-done:empty,
  .copy .no-print:empty,
  .words-part .buttons:empty {
    display: none;
  }

  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }

  @media print {
    .table {
      max-block-size: none;
      overflow: visible;
    }

    mark {
      background: none;
      text-decoration: none;
    }
  }
`;
