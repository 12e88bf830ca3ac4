import { css } from 'lit';

/** What comes after a visit. */
export const afterStyles = css`
  .how,
  .how [role='status'] {
    display: grid;
    gap: calc(var(--_u) * 2);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 3);
  }

  .after {
    display: grid;
    gap: calc(var(--_u) * 7);
  }

  .after > h2 {
    margin-block-end: calc(var(--_u) * -5.5);
  }

  .after > div {
    display: grid;
    justify-items: start;
    gap: calc(var(--_u) * 1.5);
  }

  .after .next {
    font-size: var(--_fs-3);
  }

  .after .button {
    margin-block-start: calc(var(--_u) * 2);
  }
`;
