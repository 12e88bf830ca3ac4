import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { sharedMinutesPerWeek } from '../../../src/client/model/availability.js';
import { ExperienceKind, type Experience } from '../../../src/client/model/experience.js';
import {
  explainMatch,
  MatchReason,
  MentorMatch,
  rankMentors,
  type MatchPreferences,
} from '../../../src/client/model/matching.js';
import type { Mentor } from '../../../src/client/model/mentor.js';
import { weeklyHours } from './arbitraries.js';

const now = new Date('2026-02-02T00:00:00Z');

const experience: fc.Arbitrary<Experience> = fc
  .record({
    kind: fc.constantFrom(...ExperienceKind.options),
    code: fc.constantFrom('a', 'b', 'c'),
  })
  .map(({ kind, code }) => ({ kind, code: `${kind}-${code}`, label: { en: `${kind} ${code}` } }));
const experiences = fc.uniqueArray(experience, { selector: (e) => e.code, maxLength: 6 });
const timeZone = fc.constantFrom('America/Chicago', 'America/New_York', 'Asia/Kathmandu');
const languages = (options: string[]) =>
  fc.uniqueArray(fc.constantFrom(...options), { minLength: 1, maxLength: 3 });

const mentor: fc.Arbitrary<Omit<Mentor, 'id'>> = fc.record({
  name: fc.constant('Maya'),
  credentials: fc.constant([]),
  headline: fc.constant({ en: 'Hello' }),
  experiences,
  languages: languages(['en', 'es', 'fr']),
  timeZone,
  availability: fc.array(weeklyHours, { maxLength: 3 }),
  capacity: fc.constant(2),
  openPlaces: fc.integer({ min: 0, max: 2 }),
  paused: fc.boolean(),
});
const mentors = fc
  .array(mentor, { maxLength: 8 })
  .map((all) => all.map((one, i): Mentor => ({ ...one, id: `m${i}` })));

const preferences: fc.Arbitrary<MatchPreferences> = fc.record({
  languages: languages(['en', 'es', 'fr']),
  timeZone,
  availability: fc.array(weeklyHours, { maxLength: 3 }),
  experiences,
  mustShare: fc.subarray(ExperienceKind.options.flatMap((k) => [`${k}-a`, `${k}-b`])),
  excludedMentors: fc.subarray(['m0', 'm1', 'm2']),
});

/** Product rule 1 written down a second time, most important first. */
function merits(p: MatchPreferences, m: Mentor): number[] {
  const shared = m.experiences.filter((e) =>
    p.experiences.some((x) => x.code === e.code && x.kind === e.kind),
  );
  const asked = shared.filter((e) => p.mustShare.includes(e.code));
  const rest = shared.filter((e) => !asked.includes(e));
  const of = (...kinds: string[]) => rest.filter((e) => kinds.includes(e.kind)).length;
  const minutes = sharedMinutesPerWeek(
    { hours: p.availability, timeZone: p.timeZone },
    { hours: m.availability, timeZone: m.timeZone },
    now,
  );
  return [
    asked.length,
    Math.min(minutes, 60),
    -p.languages.findIndex((l) => m.languages.includes(l)),
    Number(m.timeZone === p.timeZone),
    of('pathway'),
    of('life'),
    of('condition', 'substance'),
  ];
}

const base: MatchPreferences = {
  languages: ['en'],
  timeZone: 'America/Chicago',
  availability: [],
  experiences: [],
  mustShare: [],
  excludedMentors: [],
};
const someone: Mentor = {
  id: 'm',
  name: 'Maya',
  credentials: [],
  headline: { en: 'Hello' },
  experiences: [],
  languages: ['en'],
  timeZone: 'America/Chicago',
  availability: [],
  capacity: 2,
  openPlaces: 1,
  paused: false,
};
const lived = (kind: ExperienceKind, code: string): Experience => ({
  kind,
  code,
  label: { en: code },
});

describe('suggested mentors', () => {
  it('are never excluded, resting, full, or without a common language; all others are there', () => {
    fc.assert(
      fc.property(preferences, mentors, (p, all) => {
        const suggested = rankMentors(p, all, now).map((match) => match.mentor.id);
        const may = all.filter(
          (m) =>
            !p.excludedMentors.includes(m.id) &&
            !m.paused &&
            m.openPlaces > 0 &&
            m.languages.some((l) => p.languages.includes(l)),
        );
        expect([...suggested].sort()).to.deep.equal(may.map((m) => m.id).sort());
      }),
    );
  });

  it('come in the order of product rule 1, and ties in the order given', () => {
    fc.assert(
      fc.property(preferences, mentors, (p, all) => {
        const ranked = rankMentors(p, all, now).map((match) => match.mentor);
        ranked.slice(1).forEach((second, i) => {
          const first = ranked[i];
          if (!first) return;
          const a = merits(p, first);
          const b = merits(p, second);
          const at = a.findIndex((value, k) => value !== b[k]);
          if (at < 0) expect(all.indexOf(first)).to.be.below(all.indexOf(second));
          else expect(a[at], `${a.join()} before ${b.join()}`).to.be.above(b[at] ?? NaN);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('are the same every time', () => {
    fc.assert(
      fc.property(preferences, mentors, (p, all) => {
        expect(rankMentors(p, all, now)).to.deep.equal(
          rankMentors(structuredClone(p), structuredClone(all), new Date(now)),
        );
      }),
    );
  });

  it('are not preferred for a diagnosis or a substance over anything else', () => {
    const p: MatchPreferences = {
      ...base,
      experiences: [
        lived('condition', 'anxiety'),
        lived('condition', 'ptsd'),
        lived('substance', 'alcohol'),
        lived('life', 'parent'),
      ],
    };
    const sameIllness: Mentor = {
      ...someone,
      id: 'illness',
      experiences: p.experiences.slice(0, 3),
    };
    const sameLife: Mentor = { ...someone, id: 'life', experiences: p.experiences.slice(3) };
    const sameZone = (m: Mentor): Mentor => ({ ...m, timeZone: 'America/New_York' });
    const order = (...all: Mentor[]) => rankMentors(p, all, now).map(({ mentor: m }) => m.id);
    expect(order(sameIllness, sameLife)).to.deep.equal(['life', 'illness']);
    expect(order(sameZone(sameIllness), someone)).to.deep.equal(['m', 'illness']);
  });

  it('are preferred for a diagnosis when the participant asked for just that', () => {
    const p: MatchPreferences = {
      ...base,
      experiences: [lived('condition', 'ptsd'), lived('life', 'parent')],
      mustShare: ['ptsd'],
    };
    const a: Mentor = { ...someone, id: 'life', experiences: [lived('life', 'parent')] };
    const b: Mentor = { ...someone, id: 'ptsd', experiences: [lived('condition', 'ptsd')] };
    expect(rankMentors(p, [a, b], now).map(({ mentor: m }) => m.id)).to.deep.equal([
      'ptsd',
      'life',
    ]);
  });

  it('may speak the language of another country', () => {
    const p: MatchPreferences = { ...base, languages: ['es-MX', 'en-US'] };
    const spanish: Mentor = { ...someone, languages: ['ES'] };
    const [match] = rankMentors(p, [spanish], now);
    expect(match?.reasons).to.deep.include({ type: 'language', language: 'es-MX' });
    expect(rankMentors(p, [{ ...someone, languages: ['fr-CA'] }], now)).to.deep.equal([]);
  });
});

describe('the reasons for a mentor', () => {
  it('say only what both share, each once, what was asked for first, diagnoses last', () => {
    fc.assert(
      fc.property(preferences, mentors, (p, all) => {
        for (const m of all) {
          const reasons = explainMatch(p, m, now);
          const told = reasons.flatMap((r) => (r.type === 'experience' ? [r] : []));
          for (const { experience: e, asked } of told) {
            expect(m.experiences).to.deep.include(e);
            expect(p.experiences.some((x) => x.code === e.code && x.kind === e.kind)).to.be.true;
            expect(asked).to.equal(p.mustShare.includes(e.code));
          }
          expect(new Set(told.map((r) => r.experience.code)).size).to.equal(told.length);
          const rank = told.map(
            (r) => (r.asked ? 0 : 10) + ExperienceKind.options.indexOf(r.experience.kind),
          );
          expect(rank).to.deep.equal([...rank].sort((x, y) => x - y));
          const language = reasons.find((r) => r.type === 'language');
          if (language) {
            expect(m.languages).to.include(language.language);
            expect(p.languages).to.include(language.language);
          }
          expect(reasons.some((r) => r.type === 'time-zone')).to.equal(m.timeZone === p.timeZone);
          expect(MentorMatch.parse({ mentor: m, reasons })).to.deep.equal({ mentor: m, reasons });
        }
      }),
    );
  });

  it('are none when nothing is shared', () => {
    expect(
      explainMatch({ ...base, languages: ['fr'], timeZone: 'Asia/Kathmandu' }, someone, now),
    ).to.deep.equal([]);
  });

  it('are of known types', () => {
    expect(MatchReason.safeParse({ type: 'percentage', value: 93 }).success).to.be.false;
  });
});
