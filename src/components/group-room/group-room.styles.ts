import { css } from 'lit';
import { deviceStyles } from './device.styles.js';
import { doorStyles } from './door.styles.js';
import { sessionsStyles } from './sessions.styles.js';

const frame = css`
  .stack {
    display: grid;
    gap: calc(var(--_u) * 4);
  }

  h2:focus {
    outline: none;
  }

  .back {
    justify-self: start;
    margin: calc(var(--_u) * -2);
  }

  .back::before {
    content: '';
    inline-size: 0.5em;
    aspect-ratio: 1;
    border: solid currentColor;
    border-width: 0 0 2px 2px;
    rotate: 45deg;
  }

  .back:dir(rtl)::before {
    rotate: -135deg;
  }

  /* Skeletons. */
  .bone.title {
    block-size: 1.6rem;
    inline-size: min(60%, 18rem);
  }

  .bone.line {
    block-size: 1.1rem;
    inline-size: 45%;
    margin-block: 0.2rem;
  }

  .bone.long {
    inline-size: 80%;
  }

  .bone.key {
    block-size: 44px;
    inline-size: 8rem;
  }

  .bone.wide {
    inline-size: 100%;
  }
`;

/** Up to the door; the room brings its own: room.styles.ts. */
export const styles = css`
  ${frame} ${sessionsStyles} ${doorStyles} ${deviceStyles}
`;
