import { addDays, addMonths } from './date-time.js';
import { countedUntil, type Chapter, type RecoveryRecord } from './recovery-record.js';

/**
 * A recovery chip, as fellowships hand them out: 24 hours, 30, 60 and 90 days, 6 and 9 months,
 * then every year. Days and months are calendar days and months on the person's own calendar.
 */
export interface Chip {
  /** `24-hours`, `30-days`, `6-months`, `1-year`, `2-years`, … */
  readonly code: string;
  readonly unit: 'hours' | 'days' | 'months' | 'years';
  readonly count: number;
}

/** A chip and the local date on which it is earned. */
export interface DatedChip extends Chip {
  readonly on: string;
  readonly chapterId: string;
}

const FIRST: readonly Chip[] = [
  { code: '24-hours', unit: 'hours', count: 24 },
  { code: '30-days', unit: 'days', count: 30 },
  { code: '60-days', unit: 'days', count: 60 },
  { code: '90-days', unit: 'days', count: 90 },
  { code: '6-months', unit: 'months', count: 6 },
  { code: '9-months', unit: 'months', count: 9 },
];

/** Every chip in order, without end. */
export function* chips(): Generator<Chip> {
  yield* FIRST;
  for (let count = 1; ; count++)
    yield { code: count === 1 ? '1-year' : `${count}-years`, unit: 'years', count };
}

/** The local date on which a chapter that began on `startedOn` earns the chip. */
export function chipDate({ unit, count }: Chip, startedOn: string): string {
  if (unit === 'hours') return addDays(startedOn, count / 24);
  if (unit === 'days') return addDays(startedOn, count);
  return addMonths(startedOn, unit === 'months' ? count : count * 12);
}

function* datedChips(chapter: Chapter): Generator<DatedChip> {
  for (const chip of chips())
    yield { ...chip, on: chipDate(chip, chapter.startedOn), chapterId: chapter.id };
}

/** All chips earned by `today`, in every chapter, oldest first. A return to use takes none away. */
export function chipsEarned(record: RecoveryRecord, today: string): DatedChip[] {
  const earned = record.chapters.flatMap((chapter, i) => {
    const inChapter: DatedChip[] = [];
    const counted = countedUntil(record, i);
    const until = counted && counted < today ? counted : today;
    for (const chip of datedChips(chapter)) {
      if (chip.on > until) break;
      inChapter.push(chip);
    }
    return inChapter;
  });
  return earned.sort((a, b) => a.on.localeCompare(b.on));
}

/** The next `count` chips of the current chapter after `today`; empty before a first chapter. */
export function chipsComing(record: RecoveryRecord, today: string, count = 3): DatedChip[] {
  const current = record.chapters.at(-1);
  const coming: DatedChip[] = [];
  if (current)
    for (const chip of datedChips(current)) {
      if (coming.length === count) break;
      if (chip.on > today) coming.push(chip);
    }
  return coming;
}
