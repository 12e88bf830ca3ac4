import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  asOf,
  DeclineReason,
  isOpen,
  Pairing,
  PairingAction,
  PairingStatus,
  REQUEST_LIFETIME_MS,
  takesPlace,
  transition,
} from '../../../src/client/model/pairing.js';
import { RuleError } from '../../../src/client/model/rule-error.js';

const ASKED = Date.parse('2026-03-05T12:00:00Z');
const HOUR = 3_600_000;

const requested: Pairing = {
  id: 'p',
  participant: { id: 'sam', name: 'Sam', role: 'participant' },
  mentor: { id: 'maya', name: 'Maya', role: 'mentor' },
  status: 'requested',
  phase: 'programme',
  requestedAt: new Date(ASKED).toISOString(),
  expiresAt: new Date(ASKED + REQUEST_LIFETIME_MS).toISOString(),
  changedAt: new Date(ASKED).toISOString(),
  message: 'Hello',
  continuingConsent: [],
};

/** The state machine written down a second time: who does what, from where, to where. */
const MOVES = [
  'maya accept requested active',
  'maya decline requested declined',
  'sam cancel requested ended',
  'system expire requested expired',
  ...['sam', 'maya'].flatMap((who) => [
    `${who} pause active paused`,
    `${who} resume paused active`,
    `${who} end active ended`,
    `${who} end paused ended`,
    `${who} continue active active`,
    `${who} continue paused paused`,
  ]),
];

const action: fc.Arbitrary<PairingAction> = fc.oneof(
  fc.constantFrom<PairingAction>(
    { type: 'accept' },
    { type: 'cancel' },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'end' },
    { type: 'continue' },
    { type: 'expire' },
  ),
  fc
    .constantFrom(...DeclineReason.options)
    .map((reason): PairingAction => ({ type: 'decline', reason })),
);
const step = fc.record({
  action,
  by: fc.constantFrom('sam', 'maya', 'system', 'stranger'),
  wait: fc.integer({ min: 0, max: 30 * HOUR }),
});

/** The pairing, or the rule that said no. */
function attempt(pairing: Pairing, act: PairingAction, by: string, now: number): Pairing | string {
  try {
    return transition(pairing, act, by, new Date(now));
  } catch (error) {
    if (error instanceof RuleError) return error.rule;
    throw error;
  }
}

const ended = ['declined', 'expired', 'ended'];

describe('a pairing', () => {
  it('moves as its table says and no other way, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let pairing = requested;
        let now = ASKED;
        for (const { action: act, by, wait } of steps) {
          now += wait;
          const before = structuredClone(pairing);
          const result = attempt(pairing, act, by, now);
          const lapsed = before.status === 'requested' && now >= Date.parse(before.expiresAt);
          const move = MOVES.find((m) => m.startsWith(`${by} ${act.type} ${before.status} `));
          const rest = act.type === 'resume' && before.changedBy !== by;
          const allowed = move !== undefined && lapsed === (act.type === 'expire') && !rest;

          expect(pairing, 'the old one is untouched').to.deep.equal(before);
          expect(typeof result !== 'string', `${by} ${act.type}`).to.equal(allowed);
          if (typeof result === 'string') {
            expect(result).to.be.oneOf([
              'not-your-pairing',
              'not-your-move',
              'wrong-status',
              'paused-by-other',
              'request-expired',
              'not-expired-yet',
            ]);
            continue;
          }
          expect(result.status).to.equal(move?.split(' ')[3]);
          expect(ended).not.to.include(before.status);
          expect(Pairing.parse(result)).to.deep.equal(result);
          pairing = result;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('goes on after discharge once both sides have said so, and not before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let pairing = transition(requested, { type: 'accept' }, 'maya', new Date(ASKED));
        const agreed = new Set<string>();
        for (const { action: act, by } of steps) {
          const result = attempt(pairing, act, by, ASKED + HOUR);
          if (typeof result === 'string') continue;
          if (act.type === 'continue') agreed.add(by);
          pairing = result;
          expect(pairing.continuingConsent).to.have.length(agreed.size);
          expect(pairing.phase).to.equal(agreed.size === 2 ? 'continuing-care' : 'programme');
        }
      }),
    );
  });

  it('remembers who changed its status and when, and not who said what else', () => {
    const at = (hours: number) => new Date(ASKED + hours * HOUR);
    let pairing = transition(requested, { type: 'accept' }, 'maya', at(1));
    pairing = transition(pairing, { type: 'pause' }, 'maya', at(2));
    pairing = transition(pairing, { type: 'continue' }, 'sam', at(3));
    expect(pairing).to.include({
      status: 'paused',
      changedBy: 'maya',
      changedAt: at(2).toISOString(),
    });
    expect(pairing.continuingConsent).to.deep.equal(['participant']);
  });

  it('rests until the one who paused it resumes', () => {
    const active = transition(requested, { type: 'accept' }, 'maya', new Date(ASKED));
    const paused = transition(active, { type: 'pause' }, 'maya', new Date(ASKED));
    expect(attempt(paused, { type: 'resume' }, 'sam', ASKED)).to.equal('paused-by-other');
    expect(attempt(paused, { type: 'resume' }, 'maya', ASKED)).to.include({ status: 'active' });
    expect(attempt(paused, { type: 'end' }, 'sam', ASKED)).to.include({ status: 'ended' });
  });

  it('keeps the reason of a mentor who declined', () => {
    const declined = transition(
      requested,
      { type: 'decline', reason: 'better-fit' },
      'maya',
      new Date(ASKED),
    );
    expect(declined).to.include({ status: 'declined', declineReason: 'better-fit' });
  });

  it('is nobody else’s', () => {
    for (const type of ['accept', 'cancel', 'pause', 'continue'] as const)
      expect(attempt(requested, { type }, 'stranger', ASKED)).to.equal('not-your-pairing');
  });
});

describe('a request', () => {
  const lapse = ASKED + REQUEST_LIFETIME_MS;

  it('lives for 72 hours to the millisecond', () => {
    expect(REQUEST_LIFETIME_MS).to.equal(72 * HOUR);
    const accept = (now: number) => attempt(requested, { type: 'accept' }, 'maya', now);
    const expire = (now: number) => attempt(requested, { type: 'expire' }, 'system', now);
    expect(accept(lapse - 1)).to.include({ status: 'active' });
    expect(expire(lapse - 1)).to.equal('not-expired-yet');
    expect(accept(lapse)).to.equal('request-expired');
    expect(attempt(requested, { type: 'cancel' }, 'sam', lapse)).to.equal('request-expired');
    expect(expire(lapse)).to.include({ status: 'expired' });
  });

  it('reads as expired from then on, always the same, though no job has run', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5 * HOUR, max: 500 * HOUR }), (late) => {
        const read = asOf(requested, new Date(lapse + late));
        if (late < 0) expect(read).to.equal(requested);
        else {
          expect(read).to.include({ status: 'expired', changedAt: requested.expiresAt });
          expect(asOf(read, new Date(lapse + late + HOUR))).to.equal(read);
        }
      }),
    );
  });

  it('is not touched by time once it was answered', () => {
    const active = transition(requested, { type: 'accept' }, 'maya', new Date(ASKED));
    expect(asOf(active, new Date(lapse + HOUR))).to.equal(active);
  });
});

describe('statuses of a pairing', () => {
  it('take a place of the mentor exactly while something can still change', () => {
    for (const status of PairingStatus.options) {
      const movable = MOVES.some((move) => move.split(' ')[2] === status);
      expect(takesPlace(status), status).to.equal(movable);
      expect(isOpen(status), status).to.equal(movable);
    }
  });

  it('come with actions that are told apart by their type', () => {
    fc.assert(
      fc.property(action, (act) => {
        expect(PairingAction.parse(act)).to.deep.equal(act);
      }),
    );
    expect(PairingAction.safeParse({ type: 'decline' }).success).to.be.false;
    expect(PairingAction.safeParse({ type: 'decline', reason: 'rude' }).success).to.be.false;
    expect(PairingAction.safeParse({ type: 'delete' }).success).to.be.false;
  });
});
