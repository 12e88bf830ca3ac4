import { css } from 'lit';
import { fields } from '../shared/styles/fields.js';

/** What the card itself does without. */
export const styles = css`
  ${fields}

  .change {
    margin-block: calc(var(--_u) * -2);
  }

  .story {
    display: grid;
    gap: calc(var(--_u) * 2);
    padding-block-end: calc(var(--_u) * 2);
  }

  .story h3 {
    margin-block-start: calc(var(--_u) * 2);
    font-size: var(--_fs);
  }

  .state strong {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 2);
    font-weight: 600;
  }

  .state .icon {
    color: var(--_success);
  }

  .form,
  .go-on {
    display: grid;
    gap: calc(var(--_u) * 3);
    justify-items: start;
  }

  .form .field {
    inline-size: 100%;
  }

  :is(.state, .confirm):focus {
    outline: none;
  }
`;
