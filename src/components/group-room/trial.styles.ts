import { css } from 'lit';

/** Of what somebody tries out or looks up at the door; it comes with the first of these. */
export const trialStyles = css`
  .strong {
    font-weight: 600;
  }

  .steps {
    display: grid;
    gap: calc(var(--_u) * 1);
    margin-block-end: calc(var(--_u) * 3);
    padding-inline-start: 1.25em;
    list-style: decimal;
  }

  .trials,
  .trial {
    display: grid;
  }

  .trial {
    justify-items: start;
    gap: calc(var(--_u) * 2);
    padding-block: calc(var(--_u) * 4);
    border-block-start: 1px solid var(--_line);
  }

  .trial h4 {
    margin: 0;
    font-size: inherit;
  }

  .trial [role='status']:empty {
    margin-block-start: calc(var(--_u) * -2);
  }
`;
