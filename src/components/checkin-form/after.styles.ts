import { css } from 'lit';

/** Help in a crisis, what is shown after sending, and what stands where the form will be. */
export const after = css`
  .step .safety {
    margin-block-start: calc(var(--_u) * 2);
  }

  [role='alert']:not(:has(*), .visually-hidden) {
    display: none;
  }

  /* Help belongs to the question above it, set apart by space and one line at its start. */
  .safety {
    display: grid;
    gap: calc(var(--_u) * 5);
    padding-inline-start: calc(var(--_u) * 5);
    border-inline-start: 3px solid var(--_fill-edge);
    scroll-margin-block: calc(var(--_u) * 20);
  }

  .form + .safety,
  .receipt + .safety {
    margin-block-start: calc(var(--_u) * 8);
  }

  .told {
    display: grid;
    gap: calc(var(--_u) * 2);
  }

  .told ul {
    display: grid;
    gap: calc(var(--_u) * 1);
  }

  .told li {
    padding-inline-start: 1.4em;
    position: relative;
  }

  .told li::before {
    content: '✓';
    position: absolute;
    inset-inline-start: 0;
    color: var(--_success);
    font-weight: 700;
  }

  .told li.waits::before {
    content: '·';
    color: var(--_muted);
  }

  .receipt {
    display: grid;
    justify-items: start;
    gap: calc(var(--_u) * 4);
  }

  .seal {
    display: grid;
    place-items: center;
    inline-size: 3rem;
    block-size: 3rem;
    border-radius: 50%;
    background: var(--_success-soft);
    color: var(--_success);
  }

  .seal .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }

  .receipt h2 {
    margin-block-end: calc(var(--_u) * 1);
  }

  .learned {
    font-size: var(--_fs-3);
    font-weight: 600;
    line-height: 1.35;
  }

  .days {
    display: flex;
    gap: calc(var(--_u) * 1.5);
    margin-block-end: calc(var(--_u) * -2);
  }

  .days i {
    inline-size: 1.75rem;
    block-size: 0.5rem;
    border-radius: 1rem;
    background: var(--_line);
  }

  .days i[data-on] {
    background: var(--_fill-edge);
  }

  .skeleton {
    display: grid;
    gap: calc(var(--_u) * 4);
    min-block-size: 26rem;
    align-content: start;
  }

  .bone.title {
    inline-size: 45%;
    block-size: 1.6rem;
    margin-block-end: calc(var(--_u) * 4);
  }

  .bone.line {
    inline-size: 70%;
    block-size: 1.1rem;
  }

  .bone.control {
    block-size: 4rem;
    margin-block-end: calc(var(--_u) * 5);
  }

  .bone.action {
    inline-size: 100%;
    block-size: 48px;
  }

  @container (inline-size >= 34rem) {
    .bone.action {
      inline-size: 11rem;
    }
  }
`;
