import { css } from 'lit';

export const styles = css`
  form,
  .receipt {
    display: grid;
    gap: calc(var(--_u) * 4);
  }

  form > h3:focus,
  .receipt > h3:focus {
    outline: none;
  }

  .choices {
    display: grid;
    gap: calc(var(--_u) * 1);
  }

  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 3);
    min-block-size: 44px;
    cursor: pointer;
  }

  .reactions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(5.5rem, 1fr));
    gap: calc(var(--_u) * 2);
  }

  .reaction {
    position: relative;
    display: grid;
    place-items: center;
    gap: calc(var(--_u) * 1);
    padding: calc(var(--_u) * 2.5) calc(var(--_u) * 1);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-s);
    font-size: var(--_fs-2);
    cursor: pointer;
  }

  .reaction input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .reaction .icon {
    color: var(--_accent-text);
  }

  .reaction:has(:checked) {
    border-color: var(--_accent-text);
    box-shadow: inset 0 0 0 1px var(--_accent-text);
    background: var(--_accent-soft);
    font-weight: 600;
  }

  .reaction:has(:focus-visible) {
    outline: 3px solid var(--_accent-text);
    outline-offset: 2px;
  }

  .receipt > h3 {
    font-size: var(--_fs-4);
  }

  .receipt .label {
    font-weight: 600;
  }

  .stays {
    display: grid;
    gap: calc(var(--_u) * 1);
    margin-block-start: calc(var(--_u) * -2);
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  @media (forced-colors: active) {
    .reaction:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
`;
