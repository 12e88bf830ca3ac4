import { css } from 'lit';

export const styles = css`
  .person {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: calc(var(--_u) * 4);
  }

  .face {
    inline-size: 5.5rem;
    font-size: 1.75rem;
  }

  .about,
  .panel {
    grid-column: 1 / -1;
    display: grid;
    gap: calc(var(--_u) * 4);
    min-inline-size: 0;
  }

  .voice {
    font-size: var(--_fs-3);
    line-height: 1.4;
    text-wrap: balance;
  }

  .shared {
    display: grid;
    gap: calc(var(--_u) * 1.5);
  }

  .shared li {
    position: relative;
    padding-inline-start: calc(var(--_u) * 4.5);
  }

  .shared li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.5em;
    inset-inline-start: 0;
    inline-size: 0.5em;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--_accent-text);
  }

  .facts {
    display: grid;
    gap: calc(var(--_u) * 1.5);
    color: var(--_muted);
    font-size: var(--_fs-2);
  }

  .facts li {
    display: flex;
    gap: calc(var(--_u) * 2);
  }

  .facts .icon {
    margin-block-start: 0.1em;
  }

  .more {
    margin-block: calc(var(--_u) * -2);
  }

  .panel {
    padding-block-start: calc(var(--_u) * 5);
    border-block-start: 1px solid var(--_line);
  }

  .line {
    block-size: 1em;
    margin-block: 0.25em;
  }

  .line.name {
    inline-size: 60%;
    block-size: 1.5em;
  }

  .line.short {
    inline-size: 40%;
  }

  .block {
    block-size: 18.5rem;
  }

  .button-bone {
    inline-size: min(16rem, 100%);
    block-size: 44px;
  }

  @container (inline-size >= 34rem) {
    .block {
      block-size: 13rem;
    }

    .full .person {
      column-gap: calc(var(--_u) * 7);
      row-gap: calc(var(--_u) * 5);
    }

    .full .face {
      grid-row: span 3;
      align-self: start;
      inline-size: 9rem;
      font-size: 3rem;
    }

    .full :is(.about, .panel) {
      grid-column: 2;
    }

    .full .person ~ .help {
      margin-inline-start: calc(9rem + var(--_u) * 7);
    }
  }

  /* On a phone every button is as wide as the thumb's path. */
  @container (inline-size < 34rem) {
    .panel .buttons > .button {
      flex: 1 1 auto;
    }
  }

  /* One row that still feels like someone. */
  .sheet.compact {
    padding: calc(var(--_u) * 4);

    .person {
      gap: calc(var(--_u) * 2) calc(var(--_u) * 4);
    }

    .face {
      grid-row: span 2;
      align-self: start;
      inline-size: 3.5rem;
      font-size: 1.25rem;
    }

    header {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: calc(var(--_u) * 2);
    }

    h2 {
      font-size: var(--_fs-3);
    }

    .about {
      grid-column: 2;
      gap: var(--_u);
    }

    .voice {
      font-size: var(--_fs);
    }

    .shared {
      color: var(--_muted);
      font-size: var(--_fs-2);
    }

    .shared li {
      padding: 0;
    }

    .shared li::before {
      content: none;
    }

    .panel {
      gap: calc(var(--_u) * 2);
      padding-block-start: calc(var(--_u) * 2);
      border: 0;
    }

    .help {
      margin-block: 0 calc(var(--_u) * -2);
    }

    .help-open {
      margin-inline-start: auto;
      font-size: var(--_fs-1);
    }

    @container (inline-size >= 34rem) {
      .panel {
        grid-column: 2;
      }

      /* A single button stands at the end of the row. */
      .panel:not(:has(.state, .form, .notice)) {
        grid-area: 1 / 3 / span 2;
        max-inline-size: 11rem;
        padding: 0;
      }
    }
  }

  @media (forced-colors: active) {
    .face,
    .shared li::before {
      border: 1px solid CanvasText;
    }
  }
`;
