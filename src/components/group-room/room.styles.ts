import { css } from 'lit';
import { afterStyles } from './after.styles.js';
import { barStyles } from './bar.styles.js';
import { panelStyles } from './panel.styles.js';
import { stageStyles } from './stage.styles.js';

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

  @container (inline-size < 40rem) {
    .room:has(> .panel) {
      grid-template: minmax(0, 1fr) fit-content(45%) auto auto / minmax(0, 1fr);
    }

    .room:has(> :is([part='messages'], [part='host'])) {
      grid-template-rows: minmax(4.5rem, 1fr) fit-content(64%) auto auto;
    }
  }
`;

/** The room and what comes after it. */
export const roomStyles = css`
  ${frame} ${stageStyles} ${panelStyles} ${afterStyles} ${barStyles}
`;
