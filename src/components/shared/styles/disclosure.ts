import { css } from 'lit';

/** What opens more of the same: a `<summary>` that reads as a link, as tall as a thumb. */
export const disclosure = css`
  summary {
    /* Its triangle stands where the page begins. */
    unicode-bidi: normal;
    inline-size: fit-content;
    min-block-size: 44px;
    padding-block: calc((44px - 1.5em) / 2);
    color: var(--_accent-text);
    font-weight: 600;
    cursor: pointer;
    border-radius: var(--_radius-s);
  }
`;
