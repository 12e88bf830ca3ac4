import { css } from 'lit';

/** One person's place, and what is written on their picture. */
export const tileStyles = css`
  .tile {
    position: relative;
    display: grid;
    place-items: center;
    block-size: 100%;
    overflow: hidden;
    border-radius: var(--_radius-s);
    background: var(--_inset);
    container-type: size;
  }

  .tile video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--_inset);
  }

  .tile.self video {
    scale: -1 1;
  }

  /* Wide and low: a face is not cut. */
  .large video {
    object-fit: contain;
  }

  .pin {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    border: 0;
    border-radius: 0.5em;
    background: oklch(0.2 0 0 / 0.8);
    color: oklch(1 0 0);
    cursor: pointer;
    opacity: 0;
    transition: opacity var(--_quick);
  }

  .tile:hover > .pin,
  .pin:focus-visible,
  .pin[aria-pressed='true'] {
    opacity: 1;
  }

  .pin[aria-pressed='true'] {
    background: var(--_fill);
    color: var(--_on-fill);
  }

  @media (hover: none) {
    .pin[aria-pressed='false'] {
      display: none;
    }
  }

  .tile .portrait {
    inline-size: clamp(3rem, 38cqmin, 9rem);
    font-size: clamp(1.1rem, 13cqmin, 3rem);
  }

  /* Who speaks: a ring that comes and goes slowly. */
  .tile::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 4px solid var(--_fill-edge);
    border-radius: inherit;
    box-shadow: inset 0 0 0 2px var(--_surface);
    opacity: 0;
    transition: opacity var(--_slow);
    pointer-events: none;
  }

  .tile.speaking::after {
    opacity: 1;
  }

  /* Words on a picture: readable on any. */
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    max-inline-size: 100%;
    padding: 0.2em 0.65em;
    border-radius: 0.5em;
    background: oklch(0.2 0 0 / 0.8);
    color: oklch(1 0 0);
    font-size: var(--_fs-2);
    font-weight: 600;
    line-height: 1.4;
  }

  .badge.name {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: 8px;
    max-inline-size: calc(100% - 16px);
  }

  .badge.name > span:not(.visually-hidden) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .badges {
    position: absolute;
    inset-block-start: 8px;
    inset-inline: 8px;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 6px;
  }

  .badge.hand {
    background: var(--_fill);
    color: var(--_on-fill);
  }

  @container (inline-size < 40rem) {
    .badge {
      padding-inline: 0.5em;
      font-size: var(--_fs-1);
    }
  }

  @media (forced-colors: active) {
    .tile,
    .badge,
    .control {
      border: 1px solid CanvasText;
    }

    .tile.speaking::after {
      border-color: Highlight;
    }
  }
`;
