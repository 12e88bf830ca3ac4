import type { Backend } from '../../client/backend.js';
import { BackendError } from '../../client/errors.js';
import type { CheckInFollowUp, CheckInPlan } from '../../client/model/check-in-plan.js';
import { addDays, localDateAt } from '../../client/model/date-time.js';
import {
  due,
  type AnsweredCheckIn,
  type CheckInHistory,
  type CheckInSchedule,
  type DueCheckIn,
} from '../../client/model/check-in-schedule.js';
import { missedDays, type Outage } from '../../client/model/missed-days.js';
import type { Session } from '../../client/model/session.js';
import { checkResponse, type Shape } from '../../client/shape.js';
import { readCheckIns } from '../shared/read-check-ins.js';

/** Here, and not among the shapes that every page has: few pages are reminded. */
const PlanShape: Shape<CheckInPlan> = {
  schedules: [
    { questionnaire: 's', rhythm: '=daily|weekly|every-two-weeks|at-intake|at-discharge' },
  ],
  outages: [{ from: 't', 'to?': 't' }],
};
const FollowUpsShape: Shape<CheckInFollowUp[]> = [
  { person: { id: 's', name: 's', role: 's' }, questionnaire: 's', since: 'd', days: 'n' },
];

/** The longest period of a schedule, and the days of which a miss is still worth a word. */
const LOOK_BACK = 14;
const MISSED_OF = 7;

/** What a portal can remind of. */
export interface CheckInReminders {
  readonly due: readonly DueCheckIn[];
  /** Of each daily questionnaire with any: the local dates of the last week, oldest first. */
  readonly missed: readonly { readonly questionnaire: string; readonly days: readonly string[] }[];
  /** Whom the signed-in mentor or clinician is to reach out to. */
  readonly followUps: readonly CheckInFollowUp[];
}

export interface ReminderOptions {
  /** What the page asks for; undefined: what the backend says. */
  readonly plan: readonly CheckInSchedule[] | undefined;
  /** When the service could not be reached: no day of these is missed. */
  readonly outages: readonly Outage[];
  /** Kept on the device, so not in the backend yet. */
  readonly queued: readonly AnsweredCheckIn[];
  readonly now: Date;
}

const NOTHING: CheckInReminders = { due: [], missed: [], followUps: [] };

/** What is due and what was missed, by the person's own calendar. Rejects as the backend does. */
export async function checkInReminders(
  { checkIns }: Backend,
  { person: { role }, programme, timeZone }: Session,
  { plan: given, outages: known, queued, now }: ReminderOptions,
): Promise<CheckInReminders> {
  if (!checkIns) return NOTHING;
  if (role === 'mentor' || role === 'clinician') {
    const quiet = await ifOffered(checkIns.followUps?.());
    return { ...NOTHING, followUps: checkResponse(FollowUpsShape, quiet ?? []) };
  }
  if (!programme) return NOTHING;
  const said = given ? undefined : await ifOffered(checkIns.plan?.());
  const ofClinic = said ? checkResponse(PlanShape, said) : undefined;
  const plan = given ?? ofClinic?.schedules ?? [];
  const outages = [...known, ...(ofClinic?.outages ?? [])];
  if (!plan.length) return NOTHING;
  const today = localDateAt(now, timeZone);
  // One about tomorrow may have been given further east.
  const { items } = await readCheckIns(checkIns, {
    from: addDays(today, -LOOK_BACK),
    to: addDays(today, 1),
  });
  const sent = items.map(({ response, on }) => ({
    questionnaire: response.questionnaire ?? '',
    on,
  }));
  const history: CheckInHistory = { programme, timeZone, answered: [...sent, ...queued] };
  const missed = plan
    .filter(({ rhythm }) => rhythm === 'daily')
    .map(({ questionnaire }) => ({
      questionnaire,
      days: missedDays(questionnaire, history, now, outages).filter(
        (day) => day >= addDays(today, -MISSED_OF),
      ),
    }))
    .filter(({ days }) => days.length);
  return { ...NOTHING, due: due(plan, history, now), missed };
}

/** A server that does not offer it has none; every other error is one. */
async function ifOffered<T>(answer: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendError && error.code === 'not-found') return undefined;
    throw error;
  }
}
