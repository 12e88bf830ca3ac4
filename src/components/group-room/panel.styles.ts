import { css } from 'lit';

/** What opens beside the faces: people, messages, the host’s menu, devices. */
export const panelStyles = css`
  .panel h3 {
    font-size: var(--_fs);
  }

  .panel > .field {
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

  .alerts > li {
    display: grid;
    justify-items: start;
    gap: calc(var(--_u) * 1);
    padding-block-end: calc(var(--_u) * 3);
    overflow-wrap: anywhere;
  }

  .alerts p {
    margin: 0;
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

  @container (inline-size < 40rem) {
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
  }
`;
