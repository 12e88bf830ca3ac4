/**
 * A rule of the domain said no: the mentor has no place left, the pairing cannot be paused twice.
 * Adapters turn it into a `BackendError`; nothing a person reads comes from its message.
 */
export class RuleError extends Error {
  override readonly name = 'RuleError';

  /** @param rule The rule in kebab-case, for example `no-capacity` or `wrong-status`. */
  constructor(readonly rule: string) {
    super(`The rule "${rule}" does not allow this`);
  }
}
