import { css } from 'lit';

/** The waiting room. */
export const waitingStyles = css`
  .waiting {
    display: grid;
    justify-items: start;
    gap: calc(var(--_u) * 3);
  }

  .waiting > .help-list {
    margin-block-start: calc(var(--_u) * 5);
  }
`;
