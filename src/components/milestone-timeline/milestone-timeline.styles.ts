import { css } from 'lit';

/** The rail is a column as wide as a node; a bend moves the path over by a shift, and back. */
export const styles = css`
  :host {
    --_node: 40px;
    --_shift: 0px;
    --_pad: 0px;
    --_gap: calc(var(--_u) * 3);
    --_rail: 2px solid var(--_accent-line);
    --_lane: 0;
  }

  .path {
    --_text-at: calc(var(--_node) + var(--_shift) + var(--_gap));
  }

  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_u) * 8);
  }

  .notice {
    margin-block-end: calc(var(--_u) * 5);
  }

  h2:not(.visually-hidden) {
    margin-block-end: calc(var(--_u) * 3);
  }

  .link {
    display: inline-flex;
    align-items: center;
    min-block-size: 28px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--_accent-text);
    font-size: var(--_fs-2);
    font-weight: 500;
    text-align: inherit;
    text-decoration: underline 1px;
    text-decoration-color: var(--_accent-line);
    text-underline-offset: 0.25em;
    cursor: pointer;
  }

  .link:hover,
  .link[aria-expanded='true'] {
    text-decoration-color: currentColor;
  }

  /* Recovery time */
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: end;
    gap: calc(var(--_u) * 4) calc(var(--_u) * 10);
  }

  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: calc(var(--_u) * 1) calc(var(--_u) * 3);
    margin-block-end: calc(var(--_u) * 2);
    font-size: var(--_fs-4);
    line-height: 1.2;
  }

  .number {
    font-size: clamp(calc(var(--_fs) * 4), 15cqi, calc(var(--_fs) * 5.5));
    font-weight: 650;
    line-height: 0.9;
    letter-spacing: -0.035em;
    font-variant-numeric: tabular-nums;
    color: var(--_accent-text);
  }

  .number.word {
    font-size: var(--_fs-5);
  }

  .totals {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 2) calc(var(--_u) * 8);
  }

  .totals dd {
    font-weight: 600;
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 1) calc(var(--_u) * 5);
  }

  .links,
  .head > .form {
    inline-size: 100%;
  }

  .form {
    max-inline-size: 32rem;
    margin-block-start: calc(var(--_u) * 2);
    padding-block: calc(var(--_u) * 5) calc(var(--_u) * 3);
    border-block-start: 1px solid var(--_accent-line);
  }

  .form > .bone {
    min-block-size: 12rem;
  }

  /* The path */
  .path.bent {
    --_shift: 20px;
  }

  .over {
    --_lane: 1;
  }

  .month,
  .step {
    --_x: calc(var(--_pad) + var(--_lane) * var(--_shift) + var(--_node) / 2 - 1px);
    position: relative;
  }

  .month {
    padding-block: calc(var(--_u) * 2) calc(var(--_u) * 3);
    padding-inline-start: var(--_text-at);
    color: var(--_muted);
    font-size: var(--_fs-2);
  }

  .month::before,
  .step::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: var(--_x);
    border-inline-start: var(--_rail);
  }

  .step {
    display: grid;
    grid-template-columns: calc(var(--_node) + var(--_shift)) minmax(0, 1fr);
    gap: var(--_gap);
    padding-block-end: calc(var(--_u) * 6);
    scroll-margin-block: 4rem;
  }

  .node {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: var(--_node);
    block-size: var(--_node);
    margin-inline-start: calc(var(--_lane) * var(--_shift));
    padding: 0;
    border: 1px solid transparent;
    border-radius: 50%;
    /* Opaque, so that the path ends at its edge. */
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }

  .node.chip {
    background: var(--_fill);
    border-color: var(--_fill-edge);
    color: var(--_on-fill);
  }

  button.node {
    cursor: pointer;
    transition: box-shadow var(--_quick);
  }

  button.node:hover {
    box-shadow: 0 0 0 4px var(--_accent-soft);
  }

  .what {
    padding-block-start: calc((var(--_node) - 1.5em) / 2 - 0.6em);
  }

  .what > * + * {
    margin-block-start: calc(var(--_u) * 1);
  }

  .what > .form {
    margin-block-start: calc(var(--_u) * 3);
  }

  .title {
    font-weight: 600;
    line-height: 1.35;
  }

  .note {
    white-space: pre-line;
  }

  .good {
    color: var(--_success);
    font-weight: 600;
  }

  /* Ahead: in outline, on a dashed line. */
  .path > section:first-child > .month {
    padding-block-start: 0;
  }

  .path > section:first-child > .month::before {
    display: none;
  }

  .ahead:first-child::before {
    inset-block-start: calc(var(--_node) / 2);
  }

  .further[open] + ol > .ahead::before {
    inset-block-start: 0;
  }

  .ahead::before {
    border-inline-start-style: dashed;
  }

  .ahead .node {
    border: 1.5px solid var(--_accent-line);
    background: var(--_surface);
    color: var(--_muted);
  }

  .ahead .title {
    font-weight: 500;
  }

  .further > summary {
    margin-block-end: calc(var(--_u) * 4);
  }

  /* Now */
  .now {
    --_pad: calc(var(--_u) * 3);
    margin-inline: calc(var(--_pad) * -1);
    margin-block-end: calc(var(--_u) * 3);
    padding: calc(var(--_u) * 4) var(--_pad);
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }

  .now:first-child::before {
    display: none;
  }

  .now::before {
    inset-block: 0 auto;
    block-size: calc(var(--_u) * 4 + var(--_node) / 2);
    border-inline-start-style: dashed;
  }

  .now::after {
    content: '';
    position: absolute;
    inset-block: calc(var(--_u) * 4 + var(--_node) / 2) calc(var(--_u) * -3);
    inset-inline-start: var(--_x);
    border-inline-start: var(--_rail);
  }

  .now > .node {
    background: none;
    z-index: 1;
  }

  .now > .node::before {
    content: '';
    inline-size: 18px;
    block-size: 18px;
    border-radius: 50%;
    background: var(--_fill);
    border: 1px solid var(--_fill-edge);
    box-shadow:
      0 0 0 5px var(--_surface),
      0 0 0 6px var(--_accent-line);
  }

  .now .what > h3 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_u) * 2);
    font-size: var(--_fs-4);
  }

  .now .what > h3 .muted {
    font-weight: 400;
  }

  .now .add {
    margin-block-start: calc(var(--_u) * 2);
    background: var(--_surface);
  }

  /* What was reached; months out of sight cost nothing. */
  .stretch {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 400px;
    /* Room for focus rings and blooms, which would be cut off. */
    margin-inline: calc(var(--_u) * -4);
    padding-inline: calc(var(--_u) * 4);
  }

  .source::before {
    inset-block-end: auto;
    block-size: calc(var(--_node) / 2);
  }

  .source > .node,
  .bend > .node {
    background: none;
  }

  .source > .node::before {
    content: '';
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    border: 2px solid var(--_accent-line);
    background: var(--_surface);
  }

  /* A bend: down on one side, over in two quarter turns, and on along the other. */
  .bend {
    --_half: calc(var(--_shift) / 2 + 1px);
    padding-block: calc(var(--_u) * 2) calc(var(--_u) * 8);
  }

  .bend > .node {
    display: none;
  }

  .bend > .what {
    grid-column: 2;
    padding-block-start: 0;
  }

  .bend::before,
  .bend::after {
    content: '';
    position: absolute;
    inline-size: var(--_half);
    inset-inline-start: calc(var(--_node) / 2 - 1px);
  }

  .bend::before {
    inset-block-end: calc(50% - 1px);
    border-block-end: var(--_rail);
    border-end-start-radius: var(--_half) 20px;
  }

  .bend::after {
    inset-block: calc(50% - 1px) 0;
    border-block-start: var(--_rail);
    border-inline-end: var(--_rail);
    border-start-end-radius: var(--_half) 20px;
  }

  .bend:not(.over)::after,
  .bend.over::before {
    margin-inline-start: var(--_half);
  }

  .bend.over::before,
  .bend.over::after {
    scale: -1 1;
  }

  .empty,
  .earlier,
  .further > summary {
    margin-inline-start: var(--_text-at);
  }

  /* Who celebrated */
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 1.5);
  }

  .mark {
    display: flex;
    gap: calc(var(--_u) * 1.5);
    padding: calc(var(--_u) * 1) calc(var(--_u) * 2.5);
    border-radius: min(var(--_radius), 14px);
    background: var(--_inset);
    font-size: var(--_fs-2);
    line-height: 1.4;
  }

  .mark .icon {
    inline-size: 1.1em;
    block-size: 1.4em;
    color: var(--_accent-text);
  }

  .mark b {
    font-weight: 600;
  }

  /* A quiet bloom, which the person starts. */
  .bloom::before,
  .bloom::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: 50%;
    border: 2px solid var(--_fill);
    animation: bloom 800ms cubic-bezier(0.2, 0, 0, 1) both;
    pointer-events: none;
  }

  .bloom::after {
    animation-delay: 140ms;
  }

  @keyframes bloom {
    from {
      opacity: 0.7;
    }
    to {
      opacity: 0;
      transform: scale(1.8);
    }
  }

  .skeleton {
    min-block-size: 26rem;
  }

  .skeleton ::before {
    display: none;
  }

  .bone.figure {
    inline-size: min(14rem, 70%);
    block-size: 4.5rem;
  }

  .bone.line {
    inline-size: min(18rem, 90%);
    block-size: 0.9rem;
    margin-block: calc(var(--_u) * 4);
  }

  .bone.entry {
    block-size: 2.5rem;
    margin: 0;
  }

  .plot:empty,
  .plot > .bone {
    min-block-size: 28rem;
  }

  @container (inline-size >= 52rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 20rem);
      column-gap: calc(var(--_u) * 14);
      align-items: start;
    }

    .head {
      grid-column: 1 / -1;
    }

    .plot {
      position: sticky;
      inset-block-start: calc(var(--_u) * 4);
    }
  }

  @media (pointer: coarse) {
    :host {
      --_node: 44px;
    }

    .link {
      min-block-size: 44px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .bloom::before,
    .bloom::after {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .path :is(.node, .mark, .now) {
      border: 1px solid CanvasText;
    }

    .path .now > .node {
      border: 0;
    }

    .mark .icon {
      color: CanvasText;
    }
  }
`;
