import { css } from 'lit';

/** Notices in place, the offline strip, skeletons. */
export const notice = css`
  .notice {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_u) * 3);
    padding: calc(var(--_u) * 3) calc(var(--_u) * 4);
    border-radius: var(--_radius-s);
    background: var(--_inset);
    font-size: var(--_fs-2);
  }

  .notice > .icon {
    margin-block-start: 0.1em;
    color: var(--_muted);
  }

  .notice > div {
    display: grid;
    gap: calc(var(--_u) * 2);
    justify-items: start;
    min-inline-size: 0;
  }

  .notice .button {
    background: transparent;
    border-color: var(--_edge);
    color: var(--_text);
  }

  .notice.problem {
    background: var(--_caution-soft);
  }

  .notice.problem > .icon {
    color: var(--_caution);
  }

  .bone {
    border-radius: var(--_radius-s);
    background: var(--_line);
    animation: breathe 1.8s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    from {
      opacity: 0.45;
    }
    to {
      opacity: 0.85;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
      opacity: 0.7;
    }
  }

  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }

    .bone {
      background: GrayText;
    }
  }
`;
