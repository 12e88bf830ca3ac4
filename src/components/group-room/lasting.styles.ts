import { css } from 'lit';

/** What lasts above the faces: a recording, the question about one, one's own screen. */
export const lastingStyles = css`
  .lasting,
  .consent {
    padding: calc(var(--_u) * 1.5) calc(var(--_u) * 3);
    border: 1px solid var(--_accent-line);
    border-radius: var(--_radius-s);
    background: var(--_accent-soft);
    font-size: var(--_fs-2);
    line-height: 1.35;
  }

  .lasting {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_u) * 2);
  }

  .lasting > .icon {
    flex: none;
  }

  .lasting > span {
    flex: 1 1 9rem;
    min-inline-size: 0;
  }

  .lasting > .button {
    flex: 0 1 auto;
    margin-inline-start: auto;
    font-size: var(--_fs-2);
  }

  .recording > .icon {
    color: var(--_urgent);
  }

  .consent > p {
    max-inline-size: 65ch;
    margin: 0 0 calc(var(--_u) * 2);
  }

  .consent-answers {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 2);
  }
`;
