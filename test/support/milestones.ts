import type { MilestoneService } from '../../src/client/backend.js';
import type { CheckIn } from '../../src/client/model/check-in.js';
import { addDays, localDateAt } from '../../src/client/model/date-time.js';
import type { Milestone } from '../../src/client/model/milestone.js';
import { changeRecord, type RecoveryRecord } from '../../src/client/model/recovery-record.js';

export const ZONE = 'America/Chicago';

/** A local date so many days from now; negative is before. */
export const day = (from: number) => addDays(localDateAt(new Date(), ZONE), from);

export function aMilestone(on: number, more: Partial<Milestone> = {}): Milestone {
  return {
    id: `m${on}`,
    personId: 'jordan',
    kind: 'programme',
    title: { en: `Milestone ${on}`, es: `Logro ${on}` },
    on: day(on),
    timeZone: ZONE,
    reached: on <= 0,
    recordedAt: new Date().toISOString(),
    celebrations: [],
    ...more,
  };
}

/** One open chapter after any number of earlier ones, each begun so many days ago. */
export function aRecord(begun: number[], more: Partial<RecoveryRecord> = {}): RecoveryRecord {
  return {
    personId: 'jordan',
    label: 'in-recovery',
    chapters: begun.map((ago, i) => ({
      id: `c${i}`,
      startedOn: day(-ago),
      ...(begun[i + 1] === undefined ? {} : { endedOn: day(-(begun[i + 1] ?? 0)) }),
      timeZone: ZONE,
      recordedAt: new Date().toISOString(),
    })),
    ...more,
  };
}

export function aCheckIn(on: number, numbers: Record<string, number>): CheckIn {
  return {
    id: `check-in${on}`,
    personId: 'jordan',
    on: day(on),
    timeZone: ZONE,
    receivedAt: new Date().toISOString(),
    response: {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      item: Object.entries(numbers).map(([linkId, valueDecimal]) => ({
        linkId,
        answer: [{ valueDecimal }],
      })),
    },
  };
}

/** A milestone service over arrays. `calls` counts what was asked. */
export function milestoneService(
  past: Milestone[],
  { record = null, coming = [] }: { record?: RecoveryRecord | null; coming?: Milestone[] } = {},
): MilestoneService & { past: Milestone[]; calls: Record<string, number> } {
  const calls: Record<string, number> = {};
  const count = (name: string) => (calls[name] = (calls[name] ?? 0) + 1);
  let kept = record;
  const service = {
    past,
    calls,
    record: () => {
      count('record');
      return Promise.resolve(kept);
    },
    changeRecord: (change: Parameters<MilestoneService['changeRecord']>[0]) => {
      count('changeRecord');
      const before = kept ?? { personId: 'jordan', label: 'in-recovery' as const, chapters: [] };
      kept = changeRecord(before, change, new Date(), `c${before.chapters.length}`);
      return Promise.resolve(kept);
    },
    list: ({ when, cursor = '0', limit = 50 }: Parameters<MilestoneService['list']>[0] = {}) => {
      count(`list ${when}`);
      if (when === 'coming') return Promise.resolve({ items: coming });
      const end = Number(cursor) + limit;
      const items = service.past.slice(Number(cursor), end);
      return Promise.resolve({ items, ...(end < service.past.length && { next: `${end}` }) });
    },
    add: () => Promise.reject(new Error('not used')),
    remove: () => Promise.reject(new Error('not used')),
    celebrate: () => Promise.reject(new Error('not used')),
  };
  return service;
}
