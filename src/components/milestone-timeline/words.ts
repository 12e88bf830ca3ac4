import type { Milestone } from '../../client/model/milestone.js';
import { inLanguage } from '../../client/model/localized-text.js';
import { daysBetween } from '../../client/model/date-time.js';
import type { RecoveryRecord } from '../../client/model/recovery-record.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import type { TimelineStrings } from './milestone-timeline.strings.js';

type Localize = LocalizeController<TimelineStrings>;

/** How the person names their time, without the number: "in recovery". */
export const labelOf = (
  { labels }: TimelineStrings,
  { label, customLabel }: Pick<RecoveryRecord, 'label' | 'customLabel'>,
): string => (label === 'custom' ? (customLabel ?? '') : labels[label]);

/** "days in recovery", in the form that the number asks for. */
export const daysOf = (
  l: Localize,
  count: number,
  record: Pick<RecoveryRecord, 'label' | 'customLabel'>,
): string => `${l.plural(count, l.t.day)} ${labelOf(l.t, record)}`.trim();

/** A chip in the reader's language, "60 days in recovery"; an unknown one by its own title. */
export function chipTitle(
  l: Localize,
  code: string,
  record: RecoveryRecord | null | undefined,
): string | undefined {
  const [, count, unit] = /^(\d+)-(hour|day|month|year)s?$/.exec(code) ?? [];
  if (!count || !unit) return undefined;
  const time = l.number(Number(count), { style: 'unit', unit, unitDisplay: 'long' });
  return record ? `${time} ${labelOf(l.t, record)}`.trim() : time;
}

export const titleOf = (
  l: Localize,
  { chip, title }: Pick<Milestone, 'chip' | 'title'>,
  record: RecoveryRecord | null | undefined,
): string => (chip && chipTitle(l, chip, record)) || inLanguage(title, l.pageLocale);

/** "tomorrow", "in 13 days", "in 4 months". */
export function fromNow(l: Localize, today: string, on: string): string {
  const days = daysBetween(today, on);
  const [count, unit] =
    days < 60
      ? ([days, 'day'] as const)
      : days < 730
        ? ([Math.round(days / 30.44), 'month'] as const)
        : ([Math.round(days / 365.25), 'year'] as const);
  return new Intl.RelativeTimeFormat(l.locale, { numeric: 'auto' }).format(count, unit);
}
