import { css } from 'lit';

/** Where faces and screens stand, and what is written below them. */
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
`;
