import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type * as z from 'zod/mini';
import { EmbeddedBackend } from '../../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../../src/client/errors.js';
import { CheckIn } from '../../src/client/model/check-in.js';
import { Grant } from '../../src/client/model/consent.js';
import { MentorMatch } from '../../src/client/model/matching.js';
import { Meeting } from '../../src/client/model/meeting.js';
import { Milestone } from '../../src/client/model/milestone.js';
import { Pairing } from '../../src/client/model/pairing.js';
import { RecoveryRecord } from '../../src/client/model/recovery-record.js';
import { EscalationPolicy } from '../../src/client/model/safety.js';
import { Session } from '../../src/client/model/session.js';
import { checkResponse, fits, orNull, pageShape, type Shape } from '../../src/client/shape.js';
import * as shapes from '../../src/client/shapes.js';

interface Concept {
  readonly schema: z.ZodMiniType;
  readonly shape: Shape<unknown>;
  readonly values: readonly unknown[];
}

/** What the embedded backend answers: real values, each known to fit its schema. */
async function concepts(): Promise<Record<string, Concept>> {
  const backend = new EmbeddedBackend({ storage: 'memory', seed: 'paired' });
  const { mentors, sessions, milestones, pairings, checkIns, consents, safety, session } = backend;
  return {
    session: {
      schema: Session,
      shape: shapes.SessionShape,
      values: [await session.current()],
    },
    match: {
      schema: MentorMatch,
      shape: shapes.MentorMatchShape,
      values: (await mentors.suggest()).items,
    },
    meeting: {
      schema: Meeting,
      shape: shapes.MeetingShape,
      values: (await sessions.list()).items,
    },
    milestone: {
      schema: Milestone,
      shape: shapes.MilestoneShape,
      values: (await milestones.list()).items,
    },
    pairing: {
      schema: Pairing,
      shape: shapes.PairingShape,
      values: (await pairings.list()).items,
    },
    record: {
      schema: RecoveryRecord,
      shape: shapes.RecoveryRecordShape,
      values: [await milestones.record()],
    },
    checkIn: {
      schema: CheckIn,
      shape: shapes.CheckInShape,
      values: (await checkIns.list()).items.slice(0, 5),
    },
    grant: {
      schema: Grant,
      shape: shapes.GrantShape,
      values: (await consents.list()).items,
    },
    policy: {
      schema: EscalationPolicy,
      shape: shapes.EscalationPolicyShape,
      values: [await safety.policy()],
    },
  };
}

/** Every place in a value, outermost first. */
function* places(value: unknown, path: string[] = []): Generator<string[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    yield [...path, key];
    yield* places(part, [...path, key]);
  }
}

type Tree = Record<string, unknown>;
const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((part, key) => (part as Tree)[key], value);

function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const copy = structuredClone(value);
  (at(copy, path.slice(0, -1)) as Tree)[path.at(-1) ?? ''] = by;
  return copy;
}

const kindOf = (value: unknown) =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;

describe('shapes', () => {
  let all: Record<string, Concept>;
  before(async () => {
    all = await concepts();
  });

  it('accept what the schemas accept', () => {
    for (const [name, { schema, shape, values }] of Object.entries(all)) {
      expect(values, name).not.to.be.empty;
      for (const value of values) {
        expect(schema.safeParse(value).success, name).to.equal(true);
        expect(checkResponse(shape, value), name).to.equal(value);
      }
    }
  });

  it('refuse every value of another kind that the schemas refuse', () => {
    const wrong = fc.constantFrom<unknown>(null, 7, 'x', true, [], {}, [[1]], Number.NaN);
    for (const [name, { schema, shape, values }] of Object.entries(all)) {
      const spots = values.flatMap((value) => [...places(value)].map((path) => ({ value, path })));
      fc.assert(
        fc.property(fc.constantFrom(...spots), wrong, ({ value, path }, by) => {
          const mutant = replaced(value, path, by);
          if (schema.safeParse(mutant).success) return;
          // A text that breaks a finer rule (a length, a pattern) is still a text.
          const isRefinement = kindOf(by) === kindOf(at(value, path)) && !Number.isNaN(by);
          if (!isRefinement) expect(fits(shape, mutant), `${name} ${path.join('.')}`).to.be.false;
        }),
        { numRuns: 300 },
      );
    }
  });

  it('name the place and never the value', () => {
    const { shape, values } = all['match'] ?? ({} as Concept);
    const mutant = replaced(values[0], ['mentor', 'credentials'], [{ en: 'secret' }, 5]);
    try {
      checkResponse(shape, mutant);
      expect.fail('It should not fit');
    } catch (error) {
      expect(error).to.be.instanceOf(BackendError);
      expect(error).to.include({ code: 'invalid-response', detail: 'mentor.credentials.1' });
      expect(String(error)).not.to.include('secret');
    }
  });

  it('know days, instants and time zones from other texts', () => {
    for (const day of ['2026-02-30x', '2026-13-01', 'today', '2026-1-1'])
      expect(fits('d', day), day).to.be.false;
    for (const at of ['2026-02-03', 'noon T', '']) expect(fits('t', at), at).to.be.false;
    expect(fits('z', 'Mars/Olympus')).to.be.false;
    expect(fits('z', 'America/Chicago')).to.be.true;
  });

  it('of pages and of nothing', () => {
    expect(fits(pageShape('s'), { items: ['a'], next: 'b' })).to.be.true;
    expect(fits(pageShape('s'), { items: ['a', 5] })).to.be.false;
    expect(fits(pageShape('s'), ['a'])).to.be.false;
    expect(fits(orNull('s'), null)).to.be.true;
    expect(fits(orNull('s'), undefined)).to.be.false;
  });
});
