import type { BackendError } from '../../client/errors.js';
import type { EscalationPolicy } from '../../client/model/safety.js';
import { orNull } from '../../client/shape.js';
import { EscalationPolicyShape } from '../../client/shapes.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import {
  about,
  QueryController,
  type QueryStatus,
} from '../shared/controllers/query-controller.js';
import type { Form } from './form.js';

export interface PolicyHost extends ConnectedHost {
  policy: EscalationPolicy | undefined;
}

/** Who receives safety alerts: as the page says, else as the backend says. */
export class EscalationQuery {
  readonly #host: PolicyHost;
  readonly #connection: ConnectionController;
  readonly #served: QueryController<EscalationPolicy | null>;

  constructor(host: PolicyHost, connection: ConnectionController) {
    this.#host = host;
    this.#connection = connection;
    this.#served = new QueryController(host, connection, {
      shape: orNull(EscalationPolicyShape),
      load: ({ safety }, signal) => safety?.policy({ signal }),
      args: () => (host.policy ? undefined : []),
      concerns: about('safety'),
    });
  }

  /** Undefined while not known; null: nobody has been named. */
  get policy(): EscalationPolicy | null | undefined {
    const given: Partial<EscalationPolicy> | undefined = this.#host.policy;
    // Looked at by hand: a schema would look the time zone up before anything has been painted.
    if (given)
      return given.recipient && given.timeZone && Array.isArray(given.hours)
        ? (given as EscalationPolicy)
        : null;
    return this.status === 'absent' ? null : this.#served.value;
  }

  get status(): QueryStatus {
    return this.#host.policy ? 'ready' : this.#served.status;
  }

  get error(): BackendError | undefined {
    return this.#served.error;
  }

  /** Whether a form may be shown: where it asks about self-harm, somebody must be named. */
  gate({ asksAboutSafety }: Form, isPatient: boolean): 'open' | 'wait' | 'error' | 'closed' {
    const { policy, status } = this;
    if (!asksAboutSafety || policy) return 'open';
    if (policy === null) return 'closed';
    if (status === 'error') return 'error';
    return this.#connection.backend || isPatient ? 'wait' : 'closed';
  }

  readonly refresh = (): void => this.#served.refresh();
}
