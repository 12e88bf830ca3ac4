import { css } from 'lit';

/** Faces, screens, captions, and what lasts above them. */
export const stageStyles = css`
  .stage {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .tiles {
    display: grid;
    flex: 1 1 0;
    grid-auto-rows: minmax(0, 1fr);
    gap: 8px;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .columns-2 {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }

  .columns-3 {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }

  .columns-4 {
    grid-template-columns: repeat(4, minmax(0, 1fr));
  }

  .columns-5 {
    grid-template-columns: repeat(5, minmax(0, 1fr));
  }

  .columns-6 {
    grid-template-columns: repeat(6, minmax(0, 1fr));
  }

  .tiles > li {
    min-block-size: 0;
  }

  /* One large place, and the others in a row below it. */
  .with-large {
    grid-template-rows: minmax(0, 1fr) clamp(4rem, 22%, 7.5rem);
    grid-auto-flow: column;
  }

  .with-large > li {
    grid-row: 2;
  }

  .with-large > .large {
    grid-area: 1 / 1 / 2 / -1;
  }

  .columns-1.with-large {
    grid-template-columns: minmax(0, 1fr);
  }

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

  .captions {
    display: grid;
    gap: 2px;
    padding: calc(var(--_u) * 1.5) calc(var(--_u) * 3);
    border-radius: var(--_radius-s);
    background: var(--_inset);
    line-height: 1.4;
  }

  .captions:empty {
    display: none;
  }

  .captions p {
    margin: 0;
  }

  .captions bdi {
    margin-inline-end: 0.3em;
    font-weight: 600;
  }

  .pages {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_u) * 2);
    font-size: var(--_fs-2);
    font-variant-numeric: tabular-nums;
  }

  .pages > .button {
    min-inline-size: 44px;
    padding: 0;
  }

  .pages > [aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }

  .pages .icon:dir(rtl) {
    scale: -1 1;
  }

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
