import { css } from 'lit';

/** The next sessions, to choose from. */
export const sessionsStyles = css`
  .sessions > li {
    display: grid;
    align-items: center;
    gap: calc(var(--_u) * 3) calc(var(--_u) * 6);
    padding-block: calc(var(--_u) * 5);
    border-block-start: 1px solid var(--_line);
  }

  .sessions > li:first-child {
    border: 0;
    padding-block-start: calc(var(--_u) * 1);
  }

  .sessions > li:last-child {
    padding-block-end: 0;
  }

  .way {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_u) * 4);
  }

  .way > .button {
    flex: none;
  }

  @container (inline-size >= 40rem) {
    .sessions > li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
`;
