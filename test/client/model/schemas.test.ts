import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { WeeklyHours } from '../../../src/client/model/availability.js';
import { Celebration, Reaction } from '../../../src/client/model/celebration.js';
import { Grant, GrantScope } from '../../../src/client/model/consent.js';
import { Draft } from '../../../src/client/model/draft.js';
import { Experience, ExperienceKind } from '../../../src/client/model/experience.js';
import { Goal, GoalStatus, NewGoal } from '../../../src/client/model/goal.js';
import { Id } from '../../../src/client/model/id.js';
import { MatchPreferences } from '../../../src/client/model/matching.js';
import { Attendance, Meeting, Opening } from '../../../src/client/model/meeting.js';
import { DEFAULT_CAPACITY, Mentor } from '../../../src/client/model/mentor.js';
import { Message, MessageKind, NewMessage } from '../../../src/client/model/message.js';
import { Milestone, MilestoneKind, NewMilestone } from '../../../src/client/model/milestone.js';
import { DeclineReason, Pairing, PairingStatus } from '../../../src/client/model/pairing.js';
import { Person, Role } from '../../../src/client/model/person.js';
import { RecordChange, RecoveryLabel } from '../../../src/client/model/recovery-record.js';
import { EscalationPolicy, SafetyAlert } from '../../../src/client/model/safety.js';
import { Session } from '../../../src/client/model/session.js';
import { id, isoInstant, localDate, weeklyHours, words, zone } from './arbitraries.js';

/** A record whose `?` keys may be absent, as they are on a wire. */
function shape(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  const requiredKeys: string[] = [];
  for (const [key, value] of Object.entries(fields)) {
    model[key.replace('?', '')] = value;
    if (!key.endsWith('?')) requiredKeys.push(key);
  }
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}
const one = (options: readonly string[]) => fc.constantFrom(...options);
const filled = (max: number) =>
  fc.string({ minLength: 1, maxLength: max }).filter((s) => s.trim() === s);
const some = (value: fc.Arbitrary<unknown>) => fc.array(value, { maxLength: 3 });

const person = shape({ id, name: fc.string(), role: one(Role.options) });
const celebration = shape({
  id,
  from: person,
  at: isoInstant,
  reaction: one(Reaction.options),
  'words?': fc.string({ maxLength: 280 }),
});
const experience = shape({ kind: one(ExperienceKind.options), code: fc.string(), label: words });
const goal = { kind: one(['goal', 'assignment']), 'dueOn?': localDate };
const agreements = shape({ version: fc.string(), items: some(words) });

const concepts: Record<string, [z.ZodMiniType, fc.Arbitrary<unknown>]> = {
  Id: [Id, id],
  Person: [Person, person],
  Experience: [Experience, experience],
  WeeklyHours: [WeeklyHours, weeklyHours],
  Celebration: [Celebration, celebration],
  Draft: [Draft, shape({ key: fc.string(), value: fc.jsonValue(), savedAt: isoInstant })],
  Goal: [
    Goal,
    shape({
      ...goal,
      id,
      personId: id,
      title: words,
      status: one(GoalStatus.options),
      setBy: person,
      changedAt: isoInstant,
    }),
  ],
  NewGoal: [NewGoal, shape({ ...goal, title: filled(200) })],
  Grant: [
    Grant,
    shape({
      id,
      grantorId: id,
      granteeId: id,
      scope: one(GrantScope.options),
      purpose: one(['peer-support', 'treatment', 'continuing-care']),
      grantedAt: isoInstant,
      expiresAt: isoInstant,
      'revokedAt?': isoInstant,
    }),
  ],
  MatchPreferences: [
    MatchPreferences,
    shape({
      languages: some(fc.string()),
      timeZone: zone,
      availability: some(weeklyHours),
      experiences: some(experience),
      mustShare: some(fc.string()),
      excludedMentors: some(id),
    }),
  ],
  Meeting: [
    Meeting,
    shape({
      id,
      kind: one(['group', 'one-to-one']),
      title: words,
      'description?': words,
      startsAt: isoInstant,
      endsAt: isoInstant,
      facilitator: person,
      agreements,
      'accepted?': shape({ version: fc.string(), at: isoInstant }),
      expected: fc.nat(20),
      status: one(['scheduled', 'cancelled']),
    }),
  ],
  Attendance: [Attendance, shape({ meetingId: id, joinedAt: isoInstant, 'leftAt?': isoInstant })],
  Opening: [Opening, shape({ mentorId: id, startsAt: isoInstant, endsAt: isoInstant })],
  Mentor: [
    Mentor,
    shape({
      id,
      name: fc.string(),
      'pronouns?': fc.string(),
      'photo?': fc.webUrl(),
      credentials: some(words),
      headline: words,
      'story?': words,
      experiences: some(experience),
      languages: some(fc.string()),
      timeZone: zone,
      availability: some(weeklyHours),
      capacity: fc.nat(9),
      openPlaces: fc.nat(9),
      paused: fc.boolean(),
      'nextOpening?': isoInstant,
    }),
  ],
  Message: [
    Message,
    shape({
      id,
      pairingId: id,
      from: person,
      kind: one(MessageKind.options),
      text: filled(4000),
      sentAt: isoInstant,
      'readAt?': isoInstant,
      kept: fc.boolean(),
    }),
  ],
  Milestone: [
    Milestone,
    shape({
      id,
      personId: id,
      kind: one(MilestoneKind.options),
      title: words,
      'chip?': fc.string(),
      on: localDate,
      timeZone: zone,
      reached: fc.boolean(),
      'note?': fc.string(),
      recordedAt: isoInstant,
      celebrations: some(celebration),
    }),
  ],
  NewMilestone: [
    NewMilestone,
    shape({
      title: filled(120),
      on: localDate,
      timeZone: zone,
      'note?': fc.string({ maxLength: 1000 }),
    }),
  ],
  Pairing: [
    Pairing,
    shape({
      id,
      participant: person,
      mentor: person,
      status: one(PairingStatus.options),
      phase: one(['programme', 'continuing-care']),
      requestedAt: isoInstant,
      expiresAt: isoInstant,
      changedAt: isoInstant,
      'message?': fc.string(),
      'declineReason?': one(DeclineReason.options),
      'changedBy?': id,
      continuingConsent: fc.subarray(['participant', 'mentor']),
    }),
  ],
  'RecordChange, a date': [
    RecordChange,
    shape({ type: one(['start', 'return-to-use']), on: localDate, timeZone: zone }),
  ],
  'RecordChange, a correction': [
    RecordChange,
    shape({ type: fc.constant('correct-start'), chapterId: id, on: localDate, timeZone: zone }),
  ],
  'RecordChange, a label': [
    RecordChange,
    shape({
      type: fc.constant('label'),
      label: one(RecoveryLabel.options),
      'customLabel?': fc.string({ maxLength: 40 }),
    }),
  ],
  EscalationPolicy: [
    EscalationPolicy,
    shape({ recipient: words, hours: some(weeklyHours), timeZone: zone }),
  ],
  SafetyAlert: [
    SafetyAlert,
    shape({
      id,
      personId: id,
      triggers: fc.array(
        fc.oneof(
          shape({ type: fc.constant('answer'), linkId: fc.string() }),
          fc.constant({ type: 'not-safe-now' }),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      raisedAt: isoInstant,
      'questionnaire?': fc.string(),
      receivedAt: isoInstant,
      'acknowledgedAt?': isoInstant,
      'acknowledgedBy?': person,
    }),
  ],
  Session: [
    Session,
    shape({
      person,
      clinic: shape({ id, name: fc.string() }),
      timeZone: zone,
      'locale?': fc.string(),
      'region?': fc.string(),
      'programme?': shape({
        name: fc.string(),
        startedOn: localDate,
        weeks: fc.integer({ min: 1, max: 52 }),
        'dischargedOn?': localDate,
      }),
      'expiresAt?': isoInstant,
    }),
  ],
};

for (const [name, [schema, arbitrary]] of Object.entries(concepts)) {
  describe(`the schema of ${name}`, () => {
    it('gives back over a wire what was sent', () => {
      fc.assert(
        fc.property(arbitrary, (value) => {
          const sent: unknown = JSON.parse(JSON.stringify(value));
          expect(schema.parse(sent)).to.deep.equal(sent);
        }),
      );
    });

    it('names the one field that is missing or of another kind', () => {
      if (name === 'Id' || name === 'Draft') return;
      fc.assert(
        fc.property(arbitrary, fc.nat(), fc.boolean(), (value, n, missing) => {
          const broken = structuredClone(value) as Record<string, unknown>;
          const keys = Object.keys(broken);
          const key = keys[n % keys.length] ?? '';
          broken[key] = missing ? null : { nonsense: [1] };
          const { error } = schema.safeParse(broken);
          expect(error?.issues.map((issue) => issue.path[0])).to.include(key);
        }),
      );
    });

    it('refuses what is something else altogether', () => {
      for (const nothing of [null, undefined, 7, [], true])
        expect(schema.safeParse(nothing).success, String(nothing)).to.be.false;
    });
  });
}

describe('schemas', () => {
  it('make no code from text, neither when built nor when read: a strict CSP would report it', () => {
    const { Function: original } = globalThis;
    let made = 0;
    globalThis.Function = new Proxy(original, {
      construct: (target, args) => {
        made++;
        return Reflect.construct(target, args) as object;
      },
    });
    try {
      const built = z.object({ id: Id, pairings: z.array(z.extend(Pairing, { extra: Id })) });
      built.safeParse({ id: 'a', pairings: [{ id: 'p' }] });
      for (const [schema] of Object.values(concepts)) schema.safeParse({ id: 'a' });
    } finally {
      globalThis.Function = original;
    }
    expect(made).to.equal(0);
  });
});

describe('what people write', () => {
  it('is trimmed and not empty', () => {
    expect(NewMessage.parse({ kind: 'note', text: '  Breathe. \n' })).to.deep.equal({
      kind: 'note',
      text: 'Breathe.',
    });
    expect(NewMessage.safeParse({ kind: 'note', text: '   ' }).success).to.be.false;
    expect(NewGoal.safeParse({ kind: 'goal', title: '\t' }).success).to.be.false;
    expect(
      NewMilestone.parse({ title: ' First run ', on: '2026-03-01', timeZone: 'UTC' }).title,
    ).to.equal('First run');
  });

  it('has a longest length that counts', () => {
    const message = (length: number) =>
      NewMessage.safeParse({ kind: 'message', text: 'x'.repeat(length) }).success;
    expect(message(4000)).to.be.true;
    expect(message(4001)).to.be.false;
    expect(Id.safeParse('x'.repeat(257)).success).to.be.false;
    expect(Id.safeParse('').success).to.be.false;
  });
});

describe('a mentor', () => {
  it('has two mentees unless somebody says otherwise, and never fewer than none', () => {
    expect(DEFAULT_CAPACITY).to.equal(2);
    const { shape: fields } = Mentor;
    for (const field of [fields.capacity, fields.openPlaces]) {
      expect(field.safeParse(0).success).to.be.true;
      for (const bad of [-1, 1.5, '2']) expect(field.safeParse(bad).success).to.be.false;
    }
  });
});
