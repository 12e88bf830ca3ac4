import { css } from 'lit';

/** Fields of a form, on top of the buttons. */
export const fields = css`
  .field {
    display: grid;
    gap: calc(var(--_u) * 1.5);
  }

  .field > label,
  .field > .label {
    font-weight: 600;
  }

  textarea.input {
    min-block-size: 6em;
    resize: vertical;
    line-height: 1.5;
  }

  .input[aria-invalid='true'] {
    border: 2px solid var(--_urgent);
  }

  .error-text {
    display: flex;
    gap: calc(var(--_u) * 1.5);
    color: var(--_urgent);
    font-size: var(--_fs-2);
    font-weight: 600;
  }

  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    flex: none;
    accent-color: var(--_fill);
  }
`;
