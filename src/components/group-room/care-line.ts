import type {
  EscalationPolicy,
  NewSafetyAlert,
  SafetyAlert,
  SafetyTrigger,
} from '../../client/model/safety.js';
import { orNull } from '../../client/shape.js';
import { EscalationPolicyShape, SafetyAlertShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import { escalationWords } from '../shared/help/escalation.js';

/** How far what was told has come. `kept`: it is on this device, and is sent when that can be. */
export type Told = 'sending' | 'received' | 'kept' | 'failed';

/** The way from a room to those outside it: the clinic's care team, by the backend. */
export class CareLine {
  readonly #policy: QueryController<EscalationPolicy | null>;
  readonly #raise: ActionController<NewSafetyAlert, SafetyAlert>;
  #received = false;

  constructor(host: ConnectedHost, connection: ConnectionController) {
    this.#policy = new QueryController(host, connection, {
      shape: orNull(EscalationPolicyShape),
      load: ({ safety }, signal) => safety?.policy({ signal }),
      args: () => [],
      concerns: about('safety'),
    });
    this.#raise = new ActionController(host, connection, {
      shape: SafetyAlertShape,
      run: ({ safety }, alert, options) => safety?.raise(alert, options),
    });
  }

  /** Who would get it, as people read it; undefined while nobody is known to. */
  get policy(): EscalationPolicy | undefined {
    return this.#policy.value ?? undefined;
  }

  /** Who sees it and when, and whether anybody looks now. */
  words(locale: string): string | undefined {
    return this.policy && escalationWords(locale, this.policy, new Date());
  }

  get told(): Told | undefined {
    if (this.#raise.busy) return 'sending';
    const { error } = this.#raise;
    if (error) return error.detail === 'queued' ? 'kept' : 'failed';
    return this.#received ? 'received' : undefined;
  }

  async tell(trigger: SafetyTrigger): Promise<Told | undefined> {
    this.#received = false;
    const alert = { triggers: [trigger], raisedAt: new Date().toISOString() };
    this.#received = (await this.#raise.run(alert)) !== undefined;
    return this.told;
  }

  /** Another thing may be told. */
  reset(): void {
    this.#received = false;
    this.#raise.reset();
  }
}
