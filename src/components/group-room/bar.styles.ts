import { css } from 'lit';

/** The buttons of the room and the line above them. */
export const barStyles = css`
  /* Always there, so that a hint moves no face. */
  .hint,
  .hint > [role='status'] {
    display: flex;
    align-items: center;
  }

  .hint > [role='status'] {
    gap: calc(var(--_u) * 2);
  }

  .hint {
    min-block-size: 44px;
    padding-inline-start: calc(var(--_u) * 2);
    font-size: var(--_fs-2);
    line-height: 1.3;
  }

  .hint .icon {
    color: var(--_caution);
  }

  .hint > .button {
    margin-inline-start: auto;
    padding-inline: calc(var(--_u) * 3);
    font-size: var(--_fs-2);
  }

  .hint > .button + .button {
    margin-inline-start: calc(var(--_u) * 1);
  }

  .hint > .plain {
    flex: none;
    min-inline-size: 44px;
    color: var(--_text);
  }

  .hint > .plain .icon {
    color: inherit;
  }

  .bar {
    display: flex;
    justify-content: center;
    gap: calc(var(--_u) * 1);
  }

  .control {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 3px;
    min-inline-size: 0;
    min-block-size: 56px;
    padding: calc(var(--_u) * 1) 0;
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: var(--_inset);
    font-size: clamp(0.625rem, 3.1cqi, 0.6875rem);
    font-weight: 600;
    line-height: 1.15;
    text-align: center;
    cursor: pointer;
    transition: background-color var(--_quick);
  }

  .control .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }

  .control > span {
    max-inline-size: 100%;
    overflow-wrap: normal;
    hyphens: manual;
  }

  .control:hover {
    border-color: var(--_edge);
  }

  .control.on {
    background: var(--_accent-soft);
    color: var(--_accent-text);
    border-color: var(--_accent-line);
  }

  .hint > [aria-expanded='true'],
  .control[aria-expanded='true'] {
    border-color: var(--_edge);
  }

  .hint > .news {
    background: var(--_accent-soft);
    border-color: var(--_accent-line);
    color: var(--_accent-text);
  }

  .control.leave {
    background: transparent;
    border-color: var(--_edge);
  }

  @container (inline-size < 40rem) {
    .hint {
      grid-row: -3;
    }

    .bar {
      grid-row: -2;
    }
  }

  /* Which room this is stands in its name; its buttons need the line. */

  @container (inline-size < 30rem) {
    .hint > .title {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @container (inline-size < 48rem) {
    /* What is pressing has a line of its own. */
    .hint {
      flex-wrap: wrap;
    }

    .hint > span {
      flex: 1 1 0;
      min-inline-size: 0;
    }

    .hint > span:not(.title),
    .hint > [role='status']:not(:empty) {
      flex: 1 1 15rem;
    }

    /* First the sound; the rest is back with it. */
    .hint:has(> .quiet) > .plain:not([data-panel='support'], [data-panel='host']) {
      display: none;
    }

    /* Asking for support is never a picture alone. */
    .hint > .plain:is([data-panel='support'], [data-panel='host']) {
      padding-inline: calc(var(--_u) * 2);
      line-height: 1.15;
    }

    .hint > .plain:is([data-panel='support'], [data-panel='host']) > span {
      max-inline-size: 5rem;
    }

    /* The picture alone; its words are its name. */
    .hint:has(> .quiet) > .plain > span,
    .hint > .plain:not([data-panel='support'], [data-panel='host']) > span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  /* The picture alone, up to where there is room for the words of all of them. */

  @container (inline-size < 60rem) {
    .hint > .plain:is([data-panel='view'], [data-panel='devices']) > span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @container (inline-size >= 40rem) {
    .control {
      font-size: var(--_fs-1);
    }
  }

  /* Beside its picture there is room for the words in any language, in two lines if need be. */

  @container (inline-size >= 48rem) {
    .bar {
      gap: calc(var(--_u) * 2);
    }

    .control {
      flex: 0 1 auto;
      flex-direction: row;
      gap: calc(var(--_u) * 2);
      min-block-size: 48px;
      padding-inline: calc(var(--_u) * 4);
      font-size: var(--_fs-2);
    }
  }

  @media (forced-colors: active) {
    .control.on {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
