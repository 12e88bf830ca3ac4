import { css } from 'lit';

/** The room and what comes after it. */
export const roomStyles = css`
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

  .tile {
    position: relative;
    display: grid;
    place-items: center;
    block-size: 100%;
    overflow: hidden;
    border-radius: var(--_radius-s);
    background: var(--_inset);
    container-type: size;
  }

  .tile video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--_inset);
  }

  .tile.self video {
    scale: -1 1;
  }

  /* Wide and low: a face is not cut. */
  .large video {
    object-fit: contain;
  }

  .pin {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    border: 0;
    border-radius: 0.5em;
    background: oklch(0.2 0 0 / 0.8);
    color: oklch(1 0 0);
    cursor: pointer;
    opacity: 0;
    transition: opacity var(--_quick);
  }

  .tile:hover > .pin,
  .pin:focus-visible,
  .pin[aria-pressed='true'] {
    opacity: 1;
  }

  .pin[aria-pressed='true'] {
    background: var(--_fill);
    color: var(--_on-fill);
  }

  /* A finger has no hover: it finds the same under “View”. */
  @media (hover: none) {
    .pin[aria-pressed='false'] {
      display: none;
    }
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

  .lasting,
  .consent {
    padding: calc(var(--_u) * 1.5) calc(var(--_u) * 3);
    border: 1px solid var(--_accent-line);
    border-radius: var(--_radius-s);
    background: var(--_accent-soft);
    font-size: var(--_fs-2);
    line-height: 1.35;
  }

  .lasting {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_u) * 2);
  }

  .lasting > .icon {
    flex: none;
  }

  .lasting > span {
    flex: 1 1 9rem;
    min-inline-size: 0;
  }

  .lasting > .button {
    flex: 0 1 auto;
    margin-inline-start: auto;
    font-size: var(--_fs-2);
  }

  .recording > .icon {
    color: var(--_urgent);
  }

  .consent > p {
    max-inline-size: 65ch;
    margin: 0 0 calc(var(--_u) * 2);
  }

  .consent-answers {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 2);
  }

  .tile .portrait {
    inline-size: clamp(3rem, 38cqmin, 9rem);
    font-size: clamp(1.1rem, 13cqmin, 3rem);
  }

  /* Who speaks: a ring that comes and goes slowly. */
  .tile::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 4px solid var(--_fill-edge);
    border-radius: inherit;
    box-shadow: inset 0 0 0 2px var(--_surface);
    opacity: 0;
    transition: opacity var(--_slow);
    pointer-events: none;
  }

  .tile.speaking::after {
    opacity: 1;
  }

  /* Words on a picture: readable on any. */
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    max-inline-size: 100%;
    padding: 0.2em 0.65em;
    border-radius: 0.5em;
    background: oklch(0.2 0 0 / 0.8);
    color: oklch(1 0 0);
    font-size: var(--_fs-2);
    font-weight: 600;
    line-height: 1.4;
  }

  .badge.name {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: 8px;
    max-inline-size: calc(100% - 16px);
  }

  .badge.name > span:not(.visually-hidden) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .badges {
    position: absolute;
    inset-block-start: 8px;
    inset-inline: 8px;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 6px;
  }

  .badge.hand {
    background: var(--_fill);
    color: var(--_on-fill);
  }

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

  .panel h3 {
    font-size: var(--_fs);
  }

  .panel > .field {
    margin-block-start: calc(var(--_u) * 4);
  }

  .panel > .bone {
    block-size: 12rem;
    margin-block-start: calc(var(--_u) * 4);
  }

  .panel :is(ul, ol) {
    display: grid;
    gap: calc(var(--_u) * 2);
    margin-block: calc(var(--_u) * 2) calc(var(--_u) * 5);
  }

  .panel .hands {
    padding-inline-start: 1.4em;
    list-style: decimal;
  }

  .panel li > .muted {
    display: block;
  }

  .messages p {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .messages bdi {
    font-weight: 600;
  }

  .panel > .help-list {
    margin-block-start: calc(var(--_u) * 6);
  }

  .panel .help-title {
    font-size: var(--_fs);
  }

  .panel > .notice,
  .panel > [data-support] {
    margin-block-start: calc(var(--_u) * 3);
  }

  .panel h4 {
    margin: calc(var(--_u) * 5) 0 calc(var(--_u) * 1);
    font-size: var(--_fs-2);
  }

  .host-acts {
    display: grid;
    justify-items: start;
    gap: calc(var(--_u) * 2);
    margin-block-start: calc(var(--_u) * 3);
  }

  .host-list > li:not(.removal) {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_u) * 2);
  }

  .panel > .host-list + .button {
    margin-block-start: calc(var(--_u) * -2);
  }

  /* A name has a line of its own, above what one can answer. */
  .host-list > .asking {
    flex-wrap: wrap;
    justify-content: start;
  }

  .asking > bdi {
    flex: 1 0 100%;
    font-weight: 600;
  }

  .host-list bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .host-list .button {
    flex: none;
  }

  .choices,
  :is(.removal, .report) fieldset {
    display: grid;
    gap: calc(var(--_u) * 1);
    margin: 0 0 calc(var(--_u) * 2);
    padding: 0;
    border: 0;
  }

  .choices legend,
  :is(.removal, .report) legend {
    padding: 0;
    font-weight: 600;
  }

  .choices label,
  :is(.removal label, .report fieldset label) {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 2);
    min-block-size: 44px;
    cursor: pointer;
  }

  .removal .button {
    margin-block-end: calc(var(--_u) * 2);
  }

  .panel form.report,
  .panel section.report {
    display: grid;
    gap: calc(var(--_u) * 3);
    margin-block-start: calc(var(--_u) * 4);
  }

  .panel form.report > .field {
    display: grid;
    gap: calc(var(--_u) * 1);
  }

  .panel .report :is(h4, p) {
    margin: 0;
  }

  .panel > .button.report {
    margin-block-start: calc(var(--_u) * 4);
  }

  .reactions {
    display: flex;
    gap: calc(var(--_u) * 2);
    margin-block: calc(var(--_u) * 3);
  }

  .write > .input {
    min-block-size: 3.5em;
  }

  .reactions > .button {
    flex: 1;
    min-inline-size: 0;
    padding-inline: 0;
  }

  .panel > .choices {
    margin-block-start: calc(var(--_u) * 3);
  }

  .panel > .button,
  .panel > .choices + .field {
    margin-block: calc(var(--_u) * 2);
  }

  /* Whoever writes sees the field, however much there is to read. */
  .write {
    position: sticky;
    inset-block-end: 0;
    display: grid;
    gap: calc(var(--_u) * 2);
    padding-block: calc(var(--_u) * 2) calc(var(--_u) * 3);
    margin-block-end: calc(var(--_u) * -3);
    background: var(--_surface);
  }

  .shortcuts {
    display: flex;
    align-items: center;
    gap: calc(var(--_u) * 2);
    min-block-size: 44px;
    cursor: pointer;
  }

  .how,
  .how [role='status'] {
    display: grid;
    gap: calc(var(--_u) * 2);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_u) * 3);
  }

  .waiting {
    display: grid;
    justify-items: start;
    gap: calc(var(--_u) * 3);
  }

  .waiting > .help-list {
    margin-block-start: calc(var(--_u) * 5);
  }

  .after {
    display: grid;
    gap: calc(var(--_u) * 7);
  }

  .after > div {
    display: grid;
    justify-items: start;
    gap: calc(var(--_u) * 1.5);
  }

  .after .next {
    font-size: var(--_fs-3);
  }

  .after .button {
    margin-block-start: calc(var(--_u) * 2);
  }

  .open > .help {
    margin-block-end: 0;
  }

  @container (inline-size < 40rem) {
    .badge {
      padding-inline: 0.5em;
      font-size: var(--_fs-1);
    }

    .room:has(> .panel) {
      grid-template: minmax(0, 1fr) fit-content(45%) auto auto / minmax(0, 1fr);
    }

    .room:has(> [part='messages']) {
      grid-template-rows: minmax(4.5rem, 1fr) fit-content(64%) auto auto;
    }

    .write {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .write > label {
      grid-column: 1 / -1;
    }

    .write {
      gap: calc(var(--_u) * 1) calc(var(--_u) * 2);
    }

    .write > label {
      font-size: var(--_fs-1);
      line-height: 1.1;
    }

    .write > .input {
      block-size: 44px;
      min-block-size: 44px;
    }

    .panel {
      grid-area: 2 / 1;
      inline-size: auto;
      border-inline-start: 0;
      border-block-start: 1px solid var(--_line);
    }

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
    .tile,
    .badge,
    .control {
      border: 1px solid CanvasText;
    }

    .control.on {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .tile.speaking::after {
      border-color: Highlight;
    }
  }
`;
