import * as z from 'zod/mini';
import type { RequestOptions } from '../../../backend.js';
import { sameQuestionnaire, type CheckInHistory } from '../../../model/check-in-schedule.js';
import { CheckInPlan, type CheckInFollowUp } from '../../../model/check-in-plan.js';
import { followUps } from '../../../model/missed-days.js';
import { parseResponse } from '../../../parse.js';
import { checkIns, pairings, people, plans, type Profile } from '../collections.js';
import type { Call, Engine } from '../engine.js';
import type { Records } from '../records.js';

const Nothing = z.unknown();

/** What the clinic asks for; null when it has not said. */
export const plan = (engine: Engine, options?: RequestOptions): Promise<CheckInPlan | null> =>
  engine.read('checkIns.plan', Nothing, null, options, ({ records }) => planOf(records));

/** Whom the signed-in mentor or clinician is to reach out to, longest silence first. */
export const quiet = (engine: Engine, options?: RequestOptions): Promise<CheckInFollowUp[]> =>
  engine.read('checkIns.followUps', Nothing, null, options, async (call) => {
    const { role } = call.me.session.person;
    const { schedules = [], outages = [] } = (await planOf(call.records)) ?? {};
    const daily = schedules.filter(({ rhythm }) => rhythm === 'daily');
    const found: CheckInFollowUp[] = [];
    for (const profile of await lookedAfter(call))
      for (const { questionnaire } of daily) {
        const history = await historyOf(call.records, profile, questionnaire);
        const due = followUps(questionnaire, history, call.now, outages);
        const mine = due.find(({ who }) => who === role);
        if (!mine) continue;
        const person = await call.access.person(profile.session.person);
        found.push({ person, questionnaire, since: mine.since, days: mine.days });
      }
    return found.sort((a, b) => b.days - a.days);
  });

/** What the clinic asks for, as it keeps it. */
export async function planOf(records: Records): Promise<CheckInPlan | null> {
  const found = await records.find(plans, 'plan');
  return found ? parseResponse(CheckInPlan, found) : null;
}

/** The last answers say all: days before the last one are not silent any more. */
export async function historyOf(
  records: Records,
  { id, session: { programme, timeZone } }: Profile,
  questionnaire: string,
): Promise<CheckInHistory> {
  const last = await records.page(checkIns, ['of', id], { limit: 20 }, { descending: true });
  const answered = last.items
    .map(({ on, response }) => ({ on, questionnaire: response.questionnaire ?? '' }))
    .filter((each) => sameQuestionnaire(each.questionnaire, questionnaire));
  return { programme, timeZone, answered };
}

/** A mentor's mentees who share how they are doing; a clinician's whole clinic; else nobody. */
async function lookedAfter({ records, access, me }: Call): Promise<Profile[]> {
  const { role } = me.session.person;
  if (role === 'clinician') return records.all(people, ['role', 'participant']);
  if (role !== 'mentor') return [];
  const found: Profile[] = [];
  for (const { participant, status } of await records.all(pairings, ['open', me.id]))
    if (status === 'active' && (await access.may(participant.id, 'check-in-answers')))
      found.push(await records.get(people, participant.id));
  return found;
}
