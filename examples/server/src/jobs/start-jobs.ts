import type { Database } from '../database/database.js';
import { escalateAlerts, expireRequests, followUpMisses, remindOfSessions } from './clinic-jobs.js';
import { deliver, type Webhook } from './deliver.js';
import { forgetDoors } from './forget-doors.js';
import { giveSign } from './outages.js';
import { prune } from './prune.js';
import { takeTurns, type ClinicJob } from './take-turns.js';

/** How jobs run. */
export interface JobOptions {
  /** Where the portal hears of it; absent: it waits in the table. */
  readonly webhook?: Webhook | undefined;
  /** Canonical of the questionnaire that is asked for daily; absent: nobody follows up misses. */
  readonly daily?: string | undefined;
  /** Milliseconds between two rounds of this instance. Default 5,000. */
  readonly every?: number;
  readonly clock?: () => Date;
  /** Hears that a round failed. The next one comes all the same. */
  readonly onError?: (error: unknown) => void;
}

/** Runs the jobs on this instance, beside those of others, until it is closed. */
export function startJobs(db: Database, options: JobOptions = {}): { close(): Promise<void> } {
  const { every = 5000 } = options;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const again = () => {
    round = runJobs(db, options).then(() => {
      if (!isOver) timer = setTimeout(again, every);
    });
  };
  timer = setTimeout(again, 0);
  return {
    async close() {
      isOver = true;
      clearTimeout(timer);
      await round;
    },
  };
}

/** One round of everything, what is urgent first. What fails is told, and holds up nothing else. */
export async function runJobs(
  db: Database,
  { webhook, daily, clock = () => new Date(), onError = () => undefined }: JobOptions,
): Promise<void> {
  const attempt = (part: () => Promise<unknown>) => part().catch(onError);
  const turns = (job: ClinicJob) => attempt(() => takeTurns(db, job, clock(), onError));
  const delivery = () =>
    attempt(async () => {
      while (webhook && (await deliver(db, webhook, clock())) > 0);
    });
  // First: what was missed while nothing ran is nobody's fault.
  await attempt(() => giveSign(db, clock()));
  await turns(escalateAlerts);
  await delivery();
  await turns(expireRequests);
  await turns(remindOfSessions);
  if (daily !== undefined) await turns(followUpMisses(daily));
  await delivery();
  await turns(forgetDoors);
  await attempt(() => prune(db, clock()));
}
