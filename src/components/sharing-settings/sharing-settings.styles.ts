import { css } from 'lit';

export const styles = css`
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_u) * 5);
  }

  .lead {
    margin-block-start: var(--_u);
  }

  .choices {
    border-block: 1px solid var(--_line);
  }

  .choices > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_u) calc(var(--_u) * 4);
    padding-block: calc(var(--_u) * 3);
  }

  .choices > li + li {
    border-block-start: 1px solid var(--_line);
  }

  .choices label {
    display: grid;
    align-content: center;
    min-block-size: 44px;
    cursor: pointer;
  }

  .choices b {
    font-weight: 600;
  }

  .more {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_u) * 2);
  }

  .more .icon {
    color: var(--_accent-text);
  }

  /* A switch: what it does holds at once. */
  .switch {
    position: relative;
    flex: none;
    inline-size: 3rem;
    block-size: 1.75rem;
    margin: calc((44px - 1.75rem) / 2) 0;
    appearance: none;
    border: 2px solid var(--_edge);
    border-radius: 1rem;
    background: var(--_surface);
    cursor: pointer;
    transition: background-color var(--_quick);
  }

  .switch::before {
    content: '';
    position: absolute;
    inset-block: 3px;
    inset-inline-start: 3px;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--_edge);
    transition: inset-inline-start var(--_quick);
  }

  .switch:checked {
    border-color: var(--_fill-edge);
    background: var(--_fill);
  }

  .switch:checked::before {
    inset-inline-start: calc(100% - 3px - 1.25rem);
    background: var(--_on-fill);
  }

  .switch[aria-disabled='true'] {
    opacity: 0.65;
    cursor: default;
  }

  /* A thumb is wider than a switch. */
  .switch::after {
    content: '';
    position: absolute;
    inset: -10px;
  }

  .before {
    margin-block-start: calc(var(--_u) * 2);
    display: grid;
    gap: calc(var(--_u) * 2);
    font-size: var(--_fs-2);
  }

  .bone.title {
    inline-size: 60%;
    block-size: 1.5em;
  }

  .bone.choice {
    block-size: 4.25rem;
    margin-block-start: calc(var(--_u) * 2);
  }

  @media (forced-colors: active) {
    .switch {
      border-color: ButtonText;
    }

    .switch::before {
      background: ButtonText;
    }

    .switch:checked {
      background: Highlight;
      forced-color-adjust: none;
    }

    .switch:checked::before {
      background: HighlightText;
    }
  }
`;
