import type { Backend } from '../../client/backend.js';
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
import { readCheckIns } from '../shared/read-check-ins.js';

/** The longest period of a schedule, and the days of which a miss is still worth a word. */
const LOOK_BACK = 14;
const MISSED_OF = 7;

/** What a portal can remind of. */
export interface CheckInReminders {
  readonly due: readonly DueCheckIn[];
  /** Of each daily questionnaire with any: the local dates of the last week, oldest first. */
  readonly missed: readonly { readonly questionnaire: string; readonly days: readonly string[] }[];
}

export interface ReminderOptions {
  readonly plan: readonly CheckInSchedule[];
  /** When the service could not be reached: no day of these is missed. */
  readonly outages: readonly Outage[];
  /** Kept on the device, so not in the backend yet. */
  readonly queued: readonly AnsweredCheckIn[];
  readonly now: Date;
}

/** What is due and what was missed, by the person's own calendar. Rejects as the backend does. */
export async function checkInReminders(
  { checkIns }: Backend,
  { programme, timeZone }: Session,
  { plan, outages, queued, now }: ReminderOptions,
): Promise<CheckInReminders> {
  if (!checkIns || !programme || !plan.length) return { due: [], missed: [] };
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
  return { due: due(plan, history, now), missed };
}
