import { css } from 'lit';
import { barStyles } from './bar.styles.js';
import { stageStyles } from './stage.styles.js';
import { tileStyles } from './tile.styles.js';

const frame = css`
  .room {
    display: grid;
    grid-template: minmax(0, 1fr) auto auto / minmax(0, 1fr) auto;
    gap: calc(var(--_u) * 2);
    block-size: var(--wf-room-block-size, clamp(26rem, 78svh, 52rem));
    padding: calc(var(--_u) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  /* It takes the focus from code alone. */
  .room:focus {
    outline: none;
  }

  .stage,
  .hint,
  .bar {
    grid-column: 1 / -1;
  }

  .room:has(> .panel) > .stage {
    grid-column: 1;
  }

  /* Beside the faces, though it comes after its buttons. */
  .panel {
    grid-area: 1 / 2;
    inline-size: 17rem;
    min-block-size: 0;
    overflow: auto;
    padding: calc(var(--_u) * 3) calc(var(--_u) * 4);
    border-inline-start: 1px solid var(--_line);
  }

  .panel:focus {
    outline-offset: -3px;
  }

  .panel > .bone {
    block-size: 12rem;
    margin-block-start: calc(var(--_u) * 4);
  }

  .open > .help {
    margin-block-end: 0;
  }

  @container (inline-size < 40rem) {
    .panel {
      grid-area: 2 / 1;
      inline-size: auto;
      border-inline-start: 0;
      border-block-start: 1px solid var(--_line);
    }

    .room:has(> .panel) {
      grid-template: minmax(0, 1fr) fit-content(45%) auto auto / minmax(0, 1fr);
    }

    .room:has(> :is([part='messages'], [part='host'])) {
      grid-template-rows: minmax(4.5rem, 1fr) fit-content(64%) auto auto;
    }
  }
`;

/** The room, as it begins. What opens in it, and what comes after it, brings its own. */
export const roomStyles = css`
  ${frame} ${stageStyles} ${tileStyles} ${barStyles}
`;
