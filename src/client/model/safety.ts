import * as z from 'zod/mini';
import { isWithin, WeeklyHours } from './availability.js';
import { Instant, TimeZone } from './date-time.js';
import { Id } from './id.js';
import { LocalizedText } from './localized-text.js';
import { Person } from './person.js';
import { allItems, extensionOf, type AnswerValue, type Questionnaire } from './questionnaire.js';
import { answeredItems, type QuestionnaireResponse } from './questionnaire-response.js';
import { ROOM_REPORTS } from './room-report.js';
import { optionOrdinal, ordinalOf } from './scoring.js';

/** LOINC code of PHQ-9 item 9, thoughts of being better off dead or of self-harm. */
export const PHQ9_ITEM_9 = '44260-8';

/**
 * Marks an item of any questionnaire as one about self-harm: `valueDecimal` is the ordinal answer
 * (or number; `true` counts as 1) from which on a concern is raised.
 */
export const SELF_HARM_EXTENSION = 'https://wayfellow.dev/fhir/StructureDefinition/self-harm-from';

/** Raise a concern when the item's ordinal answer is at least `from`. */
export interface SafetyRule {
  readonly linkId: string;
  readonly from: number;
}

/** What raised a concern. Free text never does so alone. */
export const SafetyTrigger = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer'), linkId: z.string() }),
  /** The person tapped "I'm not safe right now". */
  z.object({ type: z.literal('not-safe-now') }),
  /** They asked for support in a meeting in which no host was. */
  z.object({
    type: z.literal('support-call'),
    meetingId: Id,
    /** What they are called in its room: the backend adds it. */
    guest: z.optional(Id),
  }),
  /** They report somebody in a meeting, by what that person is called in its room. */
  z.object({
    type: z.literal('room-report'),
    meetingId: Id,
    guest: Id,
    reason: z.enum(ROOM_REPORTS),
    words: z.optional(z.string().check(z.maxLength(1000))),
    /** Who that is: the backend adds it, for those who look at alerts and nobody else. */
    about: z.optional(Id),
  }),
]);
export type SafetyTrigger = z.infer<typeof SafetyTrigger>;

/** Rules that a questionnaire carries itself: PHQ-9 item 9 by its LOINC code, and our extension. */
export function safetyRules(questionnaire: Questionnaire): SafetyRule[] {
  const rules: SafetyRule[] = [];
  for (const { item } of allItems(questionnaire.item)) {
    const marked = extensionOf(item, SELF_HARM_EXTENSION);
    const from = marked?.['valueDecimal'] ?? marked?.['valueInteger'];
    if (marked) rules.push({ linkId: item.linkId, from: typeof from === 'number' ? from : 1 });
    else if (item.code?.some((c) => c.code === PHQ9_ITEM_9))
      rules.push({ linkId: item.linkId, from: 1 });
  }
  return rules;
}

/**
 * What the answers so far raise. Local and synchronous: it runs on unfinished answers, offline and
 * before anything is sent. `rules` add to those that the questionnaire carries.
 */
export function assessSafety(
  questionnaire: Questionnaire,
  response: QuestionnaireResponse,
  rules: readonly SafetyRule[] = [],
): SafetyTrigger[] {
  const raised = new Set<string>();
  for (const rule of [...safetyRules(questionnaire), ...rules])
    for (const { linkId, answer } of answeredItems(response.item))
      if (linkId === rule.linkId && answer?.some((a) => reaches(rule, a, questionnaire)))
        raised.add(linkId);
  return [...raised].map((linkId) => ({ type: 'answer', linkId }));
}

function reaches(
  { linkId, from }: SafetyRule,
  answer: AnswerValue,
  questionnaire: Questionnaire,
): boolean {
  if (answer.valueBoolean !== undefined) return Number(answer.valueBoolean) >= from;
  const ordinal = ordinalOf(questionnaire, linkId, answer);
  if (ordinal !== undefined) return ordinal >= from;
  // Nobody said what the choices of this question count: better one concern too many.
  return (
    answer.valueCoding !== undefined &&
    ![...allItems(questionnaire.item)].some(
      ({ item }) =>
        item.linkId === linkId && item.answerOption?.some((o) => optionOrdinal(o) !== undefined),
    )
  );
}

/** Who looks at safety answers, and when. Without one, a questionnaire about suicide is not shown. */
export const EscalationPolicy = z.object({
  /** The role that receives alerts, as people read it: "your care team". */
  recipient: LocalizedText,
  /** When somebody looks, on the wall clock of `timeZone`. */
  hours: z.array(WeeklyHours),
  timeZone: TimeZone,
});
export type EscalationPolicy = z.infer<typeof EscalationPolicy>;

/** Whether somebody looks at alerts at `now`. */
export function isMonitored(policy: EscalationPolicy, now: Date): boolean {
  return isWithin(policy, now);
}

/** What is sent when a concern was raised. It carries no answer, only which item raised it. */
export const NewSafetyAlert = z.object({
  triggers: /* @__PURE__ */ z.array(SafetyTrigger).check(z.minLength(1)),
  /** When the person said it, on their clock. */
  raisedAt: Instant,
  /** Canonical of the questionnaire, when an answer raised it. */
  questionnaire: z.optional(z.string()),
});
export type NewSafetyAlert = z.infer<typeof NewSafetyAlert>;

/** An alert, with sent, received and acknowledged as separate facts. */
export const SafetyAlert = z.extend(NewSafetyAlert, {
  id: Id,
  personId: Id,
  /** The backend has it. */
  receivedAt: Instant,
  /** A named human has seen it. */
  acknowledgedAt: z.optional(Instant),
  acknowledgedBy: z.optional(Person),
});
export type SafetyAlert = z.infer<typeof SafetyAlert>;
