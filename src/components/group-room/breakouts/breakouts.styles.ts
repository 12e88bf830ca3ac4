import { css } from 'lit';

/** An invitation above the faces, with whom one is, and the host’s pairs. */
export const breakoutStyles = css`
  .beside {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_u) * 2) calc(var(--_u) * 4);
    padding: calc(var(--_u) * 2) calc(var(--_u) * 3);
    border: 1px solid var(--_accent-line);
    border-radius: var(--_radius-s);
    background: var(--_accent-soft);
    font-size: var(--_fs-2);
    line-height: 1.35;
  }

  .beside > div:first-child {
    flex: 1 1 15rem;
    min-inline-size: 0;
  }

  .beside :is(h3, p) {
    max-inline-size: 65ch;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .beside h3 {
    font-size: var(--_fs);
  }

  :is(.beside, .pairs) .ways {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 2);
  }

  .beside .left {
    display: block;
    font-variant-numeric: tabular-nums;
  }

  /* On the way from one room to another. */
  .on-the-way {
    display: grid;
    grid-area: 1 / 1 / -1 / -1;
    place-content: center;
    justify-items: center;
    gap: calc(var(--_u) * 3);
    text-align: center;
  }

  .on-the-way p {
    margin: 0;
    text-wrap: balance;
  }

  .pairs,
  .pairs form,
  .pairs details > div {
    display: grid;
    justify-items: stretch;
    gap: calc(var(--_u) * 2);
  }

  .pairs :is(h4, p, ul) {
    margin-block-end: 0;
  }

  .pairs p {
    margin-block-start: 0;
  }

  .pairs summary {
    min-block-size: 44px;
    align-content: center;
    cursor: pointer;
  }

  .pairs .person {
    display: grid;
    gap: calc(var(--_u) * 1);
    overflow-wrap: anywhere;
  }

  .pairs .lengths {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(var(--_u) * 4);
    margin: 0;
    padding: 0;
    border: 0;
  }

  .pairs .lengths legend {
    padding: 0;
    font-weight: 600;
  }

  .pairs .lengths label {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 2);
    min-block-size: 44px;
    cursor: pointer;
  }

  .pairs li {
    display: grid;
    gap: calc(var(--_u) * 1);
    padding-block-end: calc(var(--_u) * 2);
    border-block-end: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }

  .pairs li:last-child {
    border: 0;
  }

  .pairs li .button,
  .pairs form > .button,
  .pairs > .button {
    justify-self: start;
  }

  .pairs .calling {
    font-weight: 600;
  }
`;
