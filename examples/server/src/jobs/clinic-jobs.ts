import { sql } from 'drizzle-orm';
import {
  alerts,
  grants,
  pairings,
  people,
} from '../../../../src/client/backends/embedded/collections.js';
import { Records } from '../../../../src/client/backends/embedded/records.js';
import {
  historyOf,
  planOf,
} from '../../../../src/client/backends/embedded/services/accountability.js';
import { maySee } from '../../../../src/client/model/consent.js';
import { followUps } from '../../../../src/client/model/missed-days.js';
import type { Queries } from '../database/database.js';
import { lapseRequests } from '../database/lapse-requests.js';
import { RecordTransaction } from '../database/record-transaction.js';
import { records } from '../database/schema.js';
import { enqueue, type News } from './enqueue.js';
import type { ClinicJob } from './take-turns.js';

const MINUTE = 60_000;
/** Minutes after which an alert that nobody has acknowledged is told again. */
const ALERT_WAITS = [15, 60];
/** People hear of a session so long before it. */
const REMINDER_MS = 60 * MINUTE;

type Soon = { id: string; members: readonly string[] };

const within = (tx: Queries, tenantId: string) =>
  new Records(new RecordTransaction(tx, { tenantId, personId: null }));

/** Requests that nobody answered in time. */
export const expireRequests: ClinicJob = {
  name: 'requests',
  everyMs: MINUTE,
  async run(tx, tenantId, now) {
    await lapseRequests(tx, { tenantId, personId: null }, now);
  },
};

/** Alerts that a human has still to acknowledge: at once, and again while they wait. */
export const escalateAlerts: ClinicJob = {
  name: 'alerts',
  everyMs: MINUTE / 4,
  async run(tx, tenantId, now) {
    const open = await within(tx, tenantId).all(alerts, ['open']);
    const news = open.flatMap(({ id, personId, receivedAt }): News[] => {
      const to = { subjectId: personId, recipientRole: 'clinician' } as const;
      const waited = ALERT_WAITS.filter((m) => +now - Date.parse(receivedAt) >= m * MINUTE);
      return [
        { kind: 'alert-raised', cause: id, ...to },
        ...waited.map((m): News => ({ kind: 'alert-waiting', cause: `${id} ${m}`, ...to })),
      ];
    });
    await enqueue(tx, tenantId, news, now);
  },
};

/** Sessions that begin soon. */
export const remindOfSessions: ClinicJob = {
  name: 'sessions',
  everyMs: MINUTE,
  async run(tx, tenantId, now) {
    const soon = (await tx.orm.execute(sql`
      SELECT ${records.id}, ${records.value} -> 'members' AS members FROM ${records}
      WHERE ${records.tenantId} = ${tenantId} AND ${records.kind} = 'meeting'
        AND ${records.value} ->> 'startsAt' BETWEEN ${now.toISOString()}
          AND ${new Date(+now + REMINDER_MS).toISOString()}
        AND ${records.value} ->> 'status' = 'scheduled'`)) as unknown as Soon[];
    const news = soon.flatMap(({ id, members }) =>
      members.map((member): News => {
        const whom = { subjectId: member, recipientId: member } as const;
        return { kind: 'session-reminder', cause: `${id} ${member}`, ...whom };
      }),
    );
    await enqueue(tx, tenantId, news, now);
  },
};

/** Silence that somebody is to follow up, kindly: by the pure rules of `missed-days.ts`. */
export function followUpMisses(questionnaire: string): ClinicJob {
  return {
    name: 'check-ins',
    everyMs: 60 * MINUTE,
    async run(tx, tenantId, now) {
      const kept = within(tx, tenantId);
      // Nobody is told of silence on a day on which the clinic could not be reached.
      const { outages = [] } = (await planOf(kept)) ?? {};
      for (const person of await kept.all(people, ['role', 'participant'])) {
        if (!person.session.programme) continue;
        const history = await historyOf(kept, person, questionnaire);
        const due = followUps(questionnaire, history, now, outages);
        const news: News[] = [];
        for (const { who, since } of due) {
          const cause = `${person.id} ${since} ${who}`;
          const one = { kind: 'check-in-missed', cause, subjectId: person.id } as const;
          if (who === 'clinician') news.push({ ...one, recipientRole: who });
          else
            for (const recipientId of await mentorsWhoMayKnow(kept, person.id, now))
              news.push({ ...one, recipientId, recipientRole: who });
        }
        await enqueue(tx, tenantId, news, now);
      }
    },
  };
}

/** The active mentor, if it was shared with them whether there are check-ins. */
async function mentorsWhoMayKnow(kept: Records, ownerId: string, now: Date) {
  const paired = await kept.all(pairings, ['open', ownerId]);
  const may = await Promise.all(
    paired.map(async ({ mentor, status }) => {
      const made = await kept.all(grants, ['between', ownerId, mentor.id]);
      const wanted = { ownerId, readerId: mentor.id, scope: 'check-in-answers' } as const;
      return status === 'active' && maySee(made, wanted, now) ? [mentor.id] : [];
    }),
  );
  return may.flat();
}
