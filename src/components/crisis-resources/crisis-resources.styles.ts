import { css } from 'lit';

export const styles = css`
  :host([variant='button']) {
    container-type: normal;
    inline-size: fit-content;
  }

  :host([variant='button']) .help {
    margin: 0;
  }

  :host([variant='button']) .help-open {
    margin: 0;
    padding-inline: calc(var(--_u) * 4);
    border: 1px solid var(--_edge);
    background: var(--_surface);
  }

  :host([variant='button']) .help-open:hover {
    background: var(--_accent-soft);
  }

  :host([variant='button']) .help-open strong {
    text-decoration: none;
  }

  .sheet {
    max-inline-size: 44rem;
  }
`;
