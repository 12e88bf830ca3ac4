import { measuresByDay, type CheckIn } from '../../client/model/check-in.js';
import type { CheckInFollowUp } from '../../client/model/check-in-plan.js';
import { addDays } from '../../client/model/date-time.js';
import type { Message } from '../../client/model/message.js';
import type { Milestone } from '../../client/model/milestone.js';
import { answerTo, plainAnswer } from '../../client/model/questionnaire-response.js';

/** Why somebody may want a word today, the most pressing first. */
export type Sign =
  /** They asked for a call in the check-in of that local date. */
  | { readonly type: 'call'; readonly on: string }
  /** So many days without a check-in. */
  | { readonly type: 'quiet'; readonly days: number }
  /** So many messages of theirs wait to be read. */
  | { readonly type: 'wrote'; readonly count: number }
  /** They reached something that the mentor has not celebrated yet. */
  | { readonly type: 'milestone'; readonly milestone: Milestone };

/** What a mentor may see of a mentee; what is not shared with them is empty. */
export interface Shared {
  readonly followUp?: CheckInFollowUp | undefined;
  /** Of the days that are shown, newest first. */
  readonly checkIns: readonly CheckIn[];
  readonly messages: readonly Message[];
  /** Reached, newest first. */
  readonly milestones: readonly Milestone[];
}

/** What is known of a mentee's days. */
export interface Mentee {
  readonly signs: readonly Sign[];
  /** Mood, 0 to 10, by local date. */
  readonly moods: readonly (readonly [day: string, mood: number])[];
}

/** So many days, today included, does the line of moods span. */
export const SPAN = 14;

/** A milestone is news for so many days. */
const NEWS_DAYS = 3;

/**
 * What there is to say of a mentee on a day.
 * @param me Id of the mentor.
 * @param today The mentor's local date; a mentee's own may be the day before or after.
 */
export function menteeOf(shared: Shared, me: string, today: string): Mentee {
  const { followUp, checkIns, messages, milestones } = shared;
  const signs: Sign[] = [];
  // A later check-in without the wish has taken it back.
  const [latest] = checkIns.filter(({ response }) => answerTo(response, 'mood'));
  const asked = latest && plainAnswer(answerTo(latest.response, 'call')) === true;
  if (asked && latest.on >= addDays(today, -1)) signs.push({ type: 'call', on: latest.on });
  if (followUp) signs.push({ type: 'quiet', days: followUp.days });
  const count = messages.filter(({ from, readAt }) => from.id !== me && !readAt).length;
  if (count) signs.push({ type: 'wrote', count });
  const milestone = milestones.find(
    ({ on, reached, celebrations }) =>
      reached &&
      on > addDays(today, -NEWS_DAYS) &&
      !celebrations.some(({ from }) => from.id === me),
  );
  if (milestone) signs.push({ type: 'milestone', milestone });
  const moods = [...measuresByDay(checkIns)].flatMap(([day, { mood }]) =>
    mood === undefined ? [] : [[day, mood] as const],
  );
  return { signs, moods };
}
