import { css } from 'lit';

/** Where one writes, or why one cannot. */
export const composerStyles = css`
  .composer {
    display: grid;
    gap: calc(var(--_u) * 3);
    padding-block-start: calc(var(--_u) * 4);
    border-block-start: 1px solid var(--_line);
  }

  .composer textarea {
    min-block-size: 4.5em;
    field-sizing: content;
    max-block-size: 14em;
  }

  .composer .buttons p {
    flex: 1 1 12rem;
  }

  .closed {
    max-inline-size: none;
    padding-block-start: calc(var(--_u) * 4);
    border-block-start: 1px solid var(--_line);
  }

  .care {
    padding: calc(var(--_u) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-s);
  }

  .track {
    flex-wrap: wrap;
    justify-self: start;
  }
`;
