import * as z from 'zod/mini';
import { Instant, LocalDate, TimeZone, daysBetween, localDateAt } from './date-time.js';
import { Id } from './id.js';
import { RuleError } from './rule-error.js';

/**
 * A stretch of recovery. A return to use ends one and begins the next; the earlier ones stay, with
 * all that was earned in them.
 */
export const Chapter = z.object({
  id: Id,
  /** First day, on the person's calendar. */
  startedOn: LocalDate,
  /** Day of the return to use that ended it; absent for the current chapter. */
  endedOn: z.optional(LocalDate),
  /** Zone in which the person lived when they recorded it. */
  timeZone: TimeZone,
  /** When it was written down, which may be long after. */
  recordedAt: Instant,
});
export type Chapter = z.infer<typeof Chapter>;

/** How a person names their time: their choice, never ours. */
export const RecoveryLabel = z.enum(['in-recovery', 'sober', 'substance-free', 'well', 'custom']);
export type RecoveryLabel = z.infer<typeof RecoveryLabel>;

/** A person's recovery, chapter by chapter, oldest first. Only the last one is open. */
export const RecoveryRecord = z.object({
  personId: Id,
  label: RecoveryLabel,
  /** The person's own words when `label` is `custom`. */
  customLabel: z.optional(z.string()),
  chapters: z.array(Chapter),
});
export type RecoveryRecord = z.infer<typeof RecoveryRecord>;

/** What a person may do to their record. Dates are local dates in `timeZone`. */
export const RecordChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), on: LocalDate, timeZone: TimeZone }),
  z.object({ type: z.literal('return-to-use'), on: LocalDate, timeZone: TimeZone }),
  /** Backdating or mending a date. Not a return to use. */
  z.object({ type: z.literal('correct-start'), chapterId: Id, on: LocalDate, timeZone: TimeZone }),
  z.object({
    type: z.literal('label'),
    label: RecoveryLabel,
    customLabel: z.optional(z.string().check(z.maxLength(40))),
  }),
]);
export type RecordChange = z.infer<typeof RecordChange>;

/**
 * The record after a change.
 * @param newId Id for a chapter that the change begins.
 * @throws {RuleError} `date-in-future`, `already-started`, `not-started`, `no-such-chapter`,
 *   `overlaps-chapter` (a date before or after the neighbouring chapter's)
 */
export function changeRecord(
  record: RecoveryRecord,
  change: RecordChange,
  now: Date,
  newId: string,
): RecoveryRecord {
  if (change.type === 'label') {
    const { customLabel: _old, ...rest } = record;
    return {
      ...rest,
      label: change.label,
      ...(change.customLabel ? { customLabel: change.customLabel } : {}),
    };
  }
  const today = localDateAt(now, change.timeZone);
  if (change.on > today) throw new RuleError('date-in-future');
  const { chapters } = record;
  const current = chapters.at(-1);
  const begun: Chapter = {
    id: newId,
    startedOn: change.on,
    timeZone: change.timeZone,
    recordedAt: now.toISOString(),
  };
  switch (change.type) {
    case 'start':
      if (current) throw new RuleError('already-started');
      return { ...record, chapters: [begun] };
    case 'return-to-use': {
      if (!current) throw new RuleError('not-started');
      // A flight across the date line can take today back before the first day; it still counts.
      const on = change.on === today && today < current.startedOn ? current.startedOn : change.on;
      if (on < current.startedOn) throw new RuleError('overlaps-chapter');
      return {
        ...record,
        chapters: [
          ...chapters.slice(0, -1),
          { ...current, endedOn: on },
          { ...begun, startedOn: on },
        ],
      };
    }
    case 'correct-start': {
      const at = chapters.findIndex((c) => c.id === change.chapterId);
      const chapter = chapters[at];
      if (!chapter) throw new RuleError('no-such-chapter');
      const before = chapters[at - 1];
      if (before && change.on < before.startedOn) throw new RuleError('overlaps-chapter');
      if (chapter.endedOn && change.on > chapter.endedOn) throw new RuleError('overlaps-chapter');
      return {
        ...record,
        chapters: chapters.map((c, i) => {
          if (i === at) return { ...c, startedOn: change.on, timeZone: change.timeZone };
          // Chapters meet: the day one ends is the day the next begins.
          if (i === at - 1) return { ...c, endedOn: change.on };
          return c;
        }),
      };
    }
  }
}

/** Whole days of a chapter up to `today`. The first day is day 0: a day counts once it is over. */
export function chapterDays(chapter: Chapter, today: string): number {
  return daysUntil(chapter, chapter.endedOn, today);
}

function daysUntil({ startedOn }: Chapter, end: string | undefined, today: string): number {
  return Math.max(0, daysBetween(startedOn, end && end < today ? end : today));
}

/**
 * The local date up to which an ended chapter counts for chips and for the longest stretch: its end,
 * or the day on which the return to use was told if that was later, for telling late takes nothing
 * away. Chapters written down on one day are somebody filling in their past: there only the end counts.
 */
export function countedUntil({ chapters }: RecoveryRecord, index: number): string | undefined {
  const chapter = chapters[index];
  const next = chapters[index + 1];
  if (!chapter?.endedOn || !next) return chapter?.endedOn;
  const writtenOn = localDateAt(new Date(chapter.recordedAt), chapter.timeZone);
  const toldOn = localDateAt(new Date(next.recordedAt), next.timeZone);
  return toldOn > writtenOn && toldOn > chapter.endedOn ? toldOn : chapter.endedOn;
}

/**
 * The numbers that a record is read by, in days. Neither `longest` nor `lifetime` shrinks by a
 * return to use.
 */
export interface RecoveryTime {
  /** Days in the current chapter. */
  readonly current: number;
  /** The longest chapter, the current one included, as the person counted it. */
  readonly longest: number;
  /** All chapters together. */
  readonly lifetime: number;
}

/** Recovery time as of the local date `today`. */
export function recoveryTime(record: RecoveryRecord, today: string): RecoveryTime {
  const days = record.chapters.map((c) => chapterDays(c, today));
  const counted = record.chapters.map((c, i) => daysUntil(c, countedUntil(record, i), today));
  return {
    current: days.at(-1) ?? 0,
    longest: Math.max(0, ...counted),
    lifetime: days.reduce((sum, d) => sum + d, 0),
  };
}
