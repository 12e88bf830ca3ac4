import * as z from 'zod/mini';
import { sharedMinutesPerWeek, WeeklyHours } from './availability.js';
import { TimeZone } from './date-time.js';
import { Experience, type ExperienceKind } from './experience.js';
import { Id } from './id.js';
import { languageOf } from './localized-text.js';
import { Mentor } from './mentor.js';

/** What the participant asked for and brings. Everything but zone and language may be empty. */
export const MatchPreferences = z.object({
  /** In order of preference. */
  languages: z.array(z.string()),
  timeZone: TimeZone,
  availability: z.array(WeeklyHours),
  experiences: z.array(Experience),
  /** Codes of experiences that the participant said matter most. */
  mustShare: z.array(z.string()),
  /** Mentors never to suggest (known outside, earlier pairing, asked not to). */
  excludedMentors: z.array(Id),
});
export type MatchPreferences = z.infer<typeof MatchPreferences>;

/** One thing that speaks for a mentor, to be said as a sentence. */
export const MatchReason = z.discriminatedUnion('type', [
  z.object({ type: z.literal('experience'), experience: Experience, asked: z.boolean() }),
  z.object({ type: z.literal('language'), language: z.string() }),
  z.object({ type: z.literal('time-zone') }),
  /** Both are free at the same time for so many minutes a week. */
  z.object({ type: z.literal('availability'), minutesPerWeek: z.number() }),
]);
export type MatchReason = z.infer<typeof MatchReason>;

/** A mentor and why; never a percentage. */
export const MentorMatch = z.object({ mentor: Mentor, reasons: z.array(MatchReason) });
export type MentorMatch = z.infer<typeof MentorMatch>;

/** From what weighs most to what weighs least; diagnosis and substance come last (product rule). */
const KINDS: readonly ExperienceKind[] = ['pathway', 'life', 'condition', 'substance'];

/** Why this mentor fits, most important first; empty when nothing is shared. */
export function explainMatch(
  preferences: MatchPreferences,
  mentor: Mentor,
  now: Date,
): MatchReason[] {
  const shared = mentor.experiences
    .filter((e) => preferences.experiences.some((p) => p.kind === e.kind && p.code === e.code))
    .map((experience) => ({
      type: 'experience' as const,
      experience,
      asked: preferences.mustShare.includes(experience.code),
    }))
    .sort((a, b) => KINDS.indexOf(a.experience.kind) - KINDS.indexOf(b.experience.kind));
  const language = preferences.languages.find((l) => speaks(mentor, l));
  const minutesPerWeek = sharedMinutesPerWeek(
    { hours: preferences.availability, timeZone: preferences.timeZone },
    { hours: mentor.availability, timeZone: mentor.timeZone },
    now,
  );
  return [
    ...shared.filter((r) => r.asked),
    ...(minutesPerWeek > 0 ? [{ type: 'availability' as const, minutesPerWeek }] : []),
    ...(language ? [{ type: 'language' as const, language }] : []),
    ...(mentor.timeZone === preferences.timeZone ? [{ type: 'time-zone' as const }] : []),
    ...shared.filter((r) => !r.asked),
  ];
}

/**
 * Mentors who may be suggested, best fit first. Left out: excluded, resting, full, and those who
 * share no language. Compared in the order of product rule 1: what was asked for; shared free time,
 * language, zone; pathway; life; condition and substance. Ties keep the order given.
 */
export function rankMentors(
  preferences: MatchPreferences,
  mentors: readonly Mentor[],
  now: Date,
): MentorMatch[] {
  return mentors
    .filter(
      (m) =>
        !preferences.excludedMentors.includes(m.id) &&
        !m.paused &&
        m.openPlaces > 0 &&
        preferences.languages.some((l) => speaks(m, l)),
    )
    .map((mentor) => {
      const reasons = explainMatch(preferences, mentor, now);
      return { match: { mentor, reasons }, weight: weigh(reasons, preferences) };
    })
    .sort((a, b) => {
      const at = a.weight.findIndex((w, i) => w !== b.weight[i]);
      return at < 0 ? 0 : (b.weight[at] ?? 0) - (a.weight[at] ?? 0);
    })
    .map(({ match }) => match);
}

/** Whether they mentor in the language, of whatever country: `es-MX` and `es` understand each other. */
function speaks({ languages }: Mentor, wanted: string): boolean {
  return languages.some((l) => languageOf(l) === languageOf(wanted));
}

function weigh(reasons: readonly MatchReason[], { languages }: MatchPreferences): number[] {
  const shared = (kinds: readonly ExperienceKind[], asked = false) =>
    reasons.filter(
      (r) =>
        r.type === 'experience' &&
        (asked ? r.asked : !r.asked && kinds.includes(r.experience.kind)),
    ).length;
  const minutes = reasons.find((r) => r.type === 'availability')?.minutesPerWeek ?? 0;
  const language = reasons.find((r) => r.type === 'language')?.language;
  return [
    shared([], true),
    // An hour a week is enough to meet; more is no better fit.
    Math.min(minutes, 60),
    language ? languages.length - languages.indexOf(language) : 0,
    reasons.some((r) => r.type === 'time-zone') ? 1 : 0,
    shared(['pathway']),
    shared(['life']),
    shared(['condition', 'substance']),
  ];
}
