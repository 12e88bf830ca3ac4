import { css } from 'lit';

/** A portrait or initials, see `face()`. Its size is the element's to say. */
export const face = css`
  .face {
    display: grid;
    place-items: center;
    position: relative;
    aspect-ratio: 1;
    overflow: hidden;
    border-radius: 50%;
    background: light-dark(oklch(0.9 0.06 var(--_hue, 180)), oklch(0.38 0.06 var(--_hue, 180)));
    color: light-dark(oklch(0.36 0.08 var(--_hue, 180)), oklch(0.93 0.05 var(--_hue, 180)));
    font-weight: 600;
    letter-spacing: 0.02em;
  }

  .face img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .face.bone {
    background: var(--_line);
  }
`;
