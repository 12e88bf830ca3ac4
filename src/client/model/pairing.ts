import * as z from 'zod/mini';
import { Instant } from './date-time.js';
import { Id } from './id.js';
import { Person } from './person.js';
import { RuleError } from './rule-error.js';

/** A request that nobody answered within this time expires. */
export const REQUEST_LIFETIME_MS = 72 * 3_600_000;

export const PairingStatus = z.enum([
  'requested',
  'active',
  'paused',
  'declined',
  'expired',
  'ended',
]);
export type PairingStatus = z.infer<typeof PairingStatus>;

/** Why a mentor said no. The participant reads it as kindness, not as a verdict. */
export const DeclineReason = z.enum(['no-time', 'not-my-experience', 'better-fit', 'other']);
export type DeclineReason = z.infer<typeof DeclineReason>;

/** A participant and a mentor, from the request on. */
export const Pairing = z.object({
  id: Id,
  participant: Person,
  mentor: Person,
  status: PairingStatus,
  /** `continuing-care` once both agreed to go on after discharge. */
  phase: z.enum(['programme', 'continuing-care']),
  requestedAt: Instant,
  /** When the request lapses; only meaningful while `requested`. */
  expiresAt: Instant,
  /** When the status last changed. */
  changedAt: Instant,
  /** What the participant wrote with the request. */
  message: z.optional(z.string()),
  declineReason: z.optional(DeclineReason),
  /** Who last changed the status, `system` when it expired; ending needs no reason. */
  changedBy: z.optional(Id),
  /** Who has agreed to continue after discharge so far. */
  continuingConsent: z.array(z.enum(['participant', 'mentor'])),
});
export type Pairing = z.infer<typeof Pairing>;

/** What may be done to a pairing. */
export const PairingAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('accept') }),
  z.object({ type: z.literal('decline'), reason: DeclineReason }),
  /** The participant takes the request back. */
  z.object({ type: z.literal('cancel') }),
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('end') }),
  /** One side agrees to go on after discharge; in force once both have. */
  z.object({ type: z.literal('continue') }),
  /** The 72 hours have passed; done by the backend, never by a person. */
  z.object({ type: z.literal('expire') }),
]);
export type PairingAction = z.infer<typeof PairingAction>;

type Side = 'participant' | 'mentor';

/** From which statuses, and by which side, each action is allowed. */
const ALLOWED: Record<PairingAction['type'], { from: PairingStatus[]; by: (Side | 'system')[] }> = {
  accept: { from: ['requested'], by: ['mentor'] },
  decline: { from: ['requested'], by: ['mentor'] },
  cancel: { from: ['requested'], by: ['participant'] },
  pause: { from: ['active'], by: ['participant', 'mentor'] },
  resume: { from: ['paused'], by: ['participant', 'mentor'] },
  end: { from: ['active', 'paused'], by: ['participant', 'mentor'] },
  continue: { from: ['active', 'paused'], by: ['participant', 'mentor'] },
  expire: { from: ['requested'], by: ['system'] },
};

const BECOMES: Partial<Record<PairingAction['type'], PairingStatus>> = {
  accept: 'active',
  decline: 'declined',
  cancel: 'ended',
  pause: 'paused',
  resume: 'active',
  end: 'ended',
  expire: 'expired',
};

/** Statuses in which the pairing takes one of the mentor's places. */
export function takesPlace(status: PairingStatus): boolean {
  return status === 'requested' || status === 'active' || status === 'paused';
}

/** Whether a pairing in this status can still change. */
export function isOpen(status: PairingStatus): boolean {
  return takesPlace(status);
}

/**
 * The pairing after an action.
 * @param by The id of the person who acts, or `'system'`.
 * @throws {RuleError} `not-your-pairing`, `not-your-move`, `wrong-status`, `paused-by-other`,
 *   `request-expired`
 */
export function transition(
  pairing: Pairing,
  action: PairingAction,
  by: string,
  now: Date,
): Pairing {
  const side: Side | 'system' | undefined =
    by === 'system'
      ? 'system'
      : by === pairing.participant.id
        ? 'participant'
        : by === pairing.mentor.id
          ? 'mentor'
          : undefined;
  if (!side) throw new RuleError('not-your-pairing');
  const { from, by: sides } = ALLOWED[action.type];
  if (!sides.includes(side)) throw new RuleError('not-your-move');
  if (!from.includes(pairing.status)) throw new RuleError('wrong-status');
  // A rest ends when the one who needed it says so.
  if (action.type === 'resume' && pairing.changedBy !== by) throw new RuleError('paused-by-other');
  const lapsed = pairing.status === 'requested' && now >= new Date(pairing.expiresAt);
  if (action.type === 'expire' ? !lapsed : lapsed)
    throw new RuleError(lapsed ? 'request-expired' : 'not-expired-yet');

  const status = BECOMES[action.type];
  const next: Pairing = status
    ? { ...pairing, status, changedAt: now.toISOString(), changedBy: by }
    : { ...pairing };
  if (action.type === 'decline') next.declineReason = action.reason;
  if (action.type === 'continue' && side !== 'system') {
    next.continuingConsent = [...new Set([...pairing.continuingConsent, side])];
    if (next.continuingConsent.length === 2) next.phase = 'continuing-care';
  }
  return next;
}

/**
 * The pairing as it stands at `now`: a request that lapsed reads as expired, since the moment it
 * did, job or no job.
 */
export function asOf(pairing: Pairing, now: Date): Pairing {
  const lapses = new Date(pairing.expiresAt);
  return pairing.status === 'requested' && now >= lapses
    ? transition(pairing, { type: 'expire' }, 'system', lapses)
    : pairing;
}
