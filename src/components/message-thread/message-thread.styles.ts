import { css } from 'lit';

export const styles = css`
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_u) * 4);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_u) calc(var(--_u) * 4);
  }

  .kept-only {
    margin-inline-end: calc(var(--_u) * -2);
    font-weight: 500;
  }

  [aria-pressed='true'] .icon {
    fill: currentColor;
  }

  .kept-only[aria-pressed='true'] {
    background: var(--_accent-soft);
    font-weight: 600;
  }

  .frame {
    position: relative;
  }

  .log {
    max-block-size: var(--wf-thread-height, 28rem);
    margin-inline: calc(var(--_u) * -2);
    padding: var(--_u) calc(var(--_u) * 2);
    overflow-y: auto;
    overscroll-behavior: contain;
    /* The element keeps the place itself, the same in every browser. */
    overflow-anchor: none;
    scrollbar-gutter: stable;
    border-radius: var(--_radius-s);
  }

  .days,
  .messages {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_u) * 5);
  }

  .messages {
    gap: calc(var(--_u) * 4);
  }

  .day {
    margin-block-end: calc(var(--_u) * 4);
    color: var(--_muted);
    font-size: var(--_fs-1);
    font-weight: 500;
    text-align: center;
  }

  .message {
    display: grid;
    grid-template-columns: minmax(0, auto) 44px;
    justify-content: start;
    align-items: center;
    justify-items: start;
    padding-inline-end: 8%;
    border-radius: var(--_radius-s);
  }

  .message.own {
    grid-template-columns: minmax(0, auto);
    justify-content: end;
    justify-items: end;
    padding-inline: 14% 0;
  }

  .meta {
    grid-column: 1 / -1;
    display: flex;
    gap: 0.6em;
    padding-inline: calc(var(--_u) * 0.5);
    margin-block-end: var(--_u);
    color: var(--_muted);
    font-size: var(--_fs-1);
  }

  .meta b {
    font-weight: 600;
  }

  .bubble {
    display: grid;
    gap: var(--_u);
    padding: calc(var(--_u) * 2.5) calc(var(--_u) * 4);
    border-radius: var(--_radius);
    border-start-start-radius: calc(var(--_radius) / 4);
    background: var(--_inset);
  }

  .own .bubble {
    border-start-start-radius: var(--_radius);
    border-start-end-radius: calc(var(--_radius) / 4);
    background: var(--_accent-soft);
  }

  /* What is meant to stay looks like something one can pin up. */
  .note .bubble {
    border: 1px solid var(--_accent-line);
    border-inline-start: 4px solid var(--_accent-text);
    border-radius: var(--_radius-s);
    background: var(--_surface);
  }

  .encouragement .text {
    font-size: var(--_fs-3);
    line-height: 1.4;
  }

  .kind {
    display: flex;
    gap: calc(var(--_u) * 1.5);
    color: var(--_accent-text);
    font-size: var(--_fs-1);
    font-weight: 600;
  }

  .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .keep {
    min-inline-size: 44px;
    padding: 0;
    color: var(--_muted);
  }

  .keep[aria-pressed='true'] {
    color: var(--_accent-text);
  }

  .earlier {
    display: flex;
    margin: 0 auto calc(var(--_u) * 4);
  }

  .news {
    position: absolute;
    inset-block-end: calc(var(--_u) * 2);
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    box-shadow: 0 4px 16px -6px rgb(0 0 0 / 0.3);
  }

  .empty {
    padding-block: calc(var(--_u) * 6);
    text-align: center;
    margin-inline: auto;
  }

  .skeleton,
  .skeleton .log {
    display: grid;
    gap: calc(var(--_u) * 4);
  }

  .bone.title {
    inline-size: 45%;
    block-size: 1.5em;
  }

  .bubble-bone {
    inline-size: 60%;
    block-size: 3.5rem;
    border-radius: var(--_radius);
  }

  .bubble-bone.own {
    justify-self: end;
    inline-size: 45%;
  }

  .field-bone {
    block-size: 8rem;
  }

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }

    .own .bubble {
      border-style: dashed;
    }

    [aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
    }
  }
`;
