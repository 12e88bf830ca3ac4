import { css } from 'lit';

/** A table of questions, which folds where it is narrow. */
export const table = css`
  @container (inline-size >= 34rem) {
    /* The table: the questions are its rows, their common answers its columns. */
    .table {
      display: grid;
      grid-template-columns: minmax(0, 1fr) repeat(var(--_columns), minmax(0, 5.75rem));
    }

    .table .columns,
    .table .question {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
      gap: 0;
    }

    .table .columns {
      grid-column: 2 / -1;
      padding-block-end: calc(var(--_u) * 2);
    }

    .columns span {
      align-self: end;
      padding-inline: calc(var(--_u) * 1);
      color: var(--_muted);
      font-size: var(--_fs-1);
      line-height: 1.25;
      text-align: center;
    }

    .table .question {
      align-items: center;
      padding-block: calc(var(--_u) * 2);
      border-block-start: 1px solid var(--_line);
    }

    .table .ask {
      padding-inline-end: calc(var(--_u) * 4);
      font-weight: 400;
    }

    .table .question > :not(.ask, .options) {
      grid-column: 1 / -1;
    }

    .table .options {
      display: grid;
      grid-column: 2 / -1;
      grid-template-columns: subgrid;
      gap: 0;
    }

    .table .option {
      justify-content: center;
      min-inline-size: 0;
      inline-size: 100%;
      padding: 0;
      border-color: transparent;
      background: none;
    }

    .table .option:hover {
      background: var(--_inset);
    }

    .table .option:has(:checked) {
      box-shadow: none;
      background: var(--_accent-soft);
    }

    .table .option > span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .table .clear {
      display: none;
    }

    .table .safety {
      grid-column: 1 / -1;
      margin-block: calc(var(--_u) * 5);
    }
  }

  @container (inline-size < 34rem) {
    .columns {
      display: none;
    }

    .table {
      display: grid;
      gap: calc(var(--_u) * 8);
    }
  }
`;
