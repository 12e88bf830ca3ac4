import { css } from 'lit';

/** The door of a room: who and what, what is agreed on, the way in. */
export const doorStyles = css`
  .doors {
    color: var(--_muted);
  }

  .doors.open {
    color: var(--_success);
    font-weight: 600;
  }

  .door {
    display: grid;
    gap: calc(var(--_u) * 7);
  }

  .door > header,
  .terms,
  .devices,
  .terms > section {
    display: grid;
    align-content: start;
  }

  .door > header {
    gap: calc(var(--_u) * 1);
  }

  .door > header p:nth-child(4) {
    margin-block-start: calc(var(--_u) * 2);
    font-size: var(--_fs-3);
    line-height: 1.4;
  }

  .terms {
    gap: calc(var(--_u) * 6);
  }

  .terms > section,
  .devices {
    gap: calc(var(--_u) * 3);
  }

  .agreements {
    display: grid;
    gap: calc(var(--_u) * 2);
  }

  .agreements li {
    position: relative;
    padding-inline-start: calc(var(--_u) * 4.5);
  }

  .agreements li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.5em;
    inset-inline-start: 0;
    border: 0.25em solid var(--_accent-text);
    border-radius: 50%;
  }

  .agree {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 3);
    min-block-size: 44px;
    font-weight: 600;
    cursor: pointer;
  }

  .agree + .error-text {
    margin-block-start: calc(var(--_u) * -2);
  }

  .way-in {
    display: flex;
    align-self: start;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_u) * 3) calc(var(--_u) * 4);
  }

  .way-in > [role='alert'] {
    flex-basis: 100%;
  }

  .way-in > .help-list {
    margin-block-start: calc(var(--_u) * 3);
  }

  .way-in > .button {
    min-inline-size: 9rem;
  }

  @container (inline-size < 30rem) {
    .way-in > .button {
      inline-size: 100%;
    }
  }

  @container (inline-size >= 46rem) {
    .door {
      grid-template: auto auto 1fr / minmax(0, 1fr) minmax(0, 1fr);
      column-gap: calc(var(--_u) * 12);
    }

    .door > :not(.devices) {
      grid-column: 1;
    }

    .door > .devices {
      grid-area: 1 / 2 / span 3;
    }
  }
`;
