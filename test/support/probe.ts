import { html, LitElement, type TemplateResult } from 'lit';
import type { Backend } from '../../src/client/backend.js';
import type { Shape } from '../../src/client/shape.js';
import { ActionController } from '../../src/components/shared/controllers/action-controller.js';
import { ConnectionController } from '../../src/components/shared/controllers/connection-controller.js';
import { QueryController } from '../../src/components/shared/controllers/query-controller.js';

/** Milliseconds that a probe waits for an answer. */
export const TIME_LIMIT = 400;

const NameShape: Shape<{ name: string }> = { name: 's' };

/**
 * The smallest element that reads something and does something, and counts its renders. What
 * `mentors.get` and `pairings.request` answer stands for any answer.
 */
export class ProbeElement extends LitElement {
  static override properties = { backend: { attribute: false }, question: {} };

  backend: Backend | undefined;
  /** Asked when it changes. */
  question: string | undefined = 'first';
  renders = 0;

  readonly connection = new ConnectionController(this);
  readonly query = new QueryController(this, this.connection, {
    shape: NameShape,
    load: ({ mentors }, signal) => mentors?.get(this.question ?? '', { signal }),
    args: () => (this.question === undefined ? undefined : [this.question]),
    concerns: ({ topic, ids }, value) =>
      topic === 'mentors' && (!ids || ids.includes(value?.name ?? '')),
    timeLimit: TIME_LIMIT,
  });
  readonly action = new ActionController(this, this.connection, {
    shape: NameShape,
    run: ({ pairings }, input: string, options) => pairings?.request({ mentorId: input }, options),
    timeLimit: TIME_LIMIT,
  });

  protected override render(): TemplateResult {
    this.renders++;
    return html`${this.query.status} ${this.query.value?.name}`;
  }
}
customElements.define('probe-element', ProbeElement);

declare global {
  interface HTMLElementTagNameMap {
    'probe-element': ProbeElement;
  }
}
