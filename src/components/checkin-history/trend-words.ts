import type { Measure } from '../../client/model/check-in.js';
import { inLanguage } from '../../client/model/localized-text.js';
import type { ScoreSeries } from '../../client/model/score-series.js';
import type { Trend } from '../../client/model/trend.js';
import { fill } from '../shared/fill.js';
import type { HistoryView } from './history-view.js';

type Words = Pick<HistoryView, 't' | 'l' | 'span'>;

/** A value as it is said: a number, or hours. */
export function valueWords({ l }: Pick<Words, 'l'>, measure: Measure, value: number): string {
  const hours = { style: 'unit', unit: 'hour', unitDisplay: 'short' } as const;
  return l.number(value, measure === 'sleep' ? hours : {});
}

/** "Your mood was between 3 and 7; on most days around 5. The last 7 days are …" */
export function trendWords(view: Words, measure: Measure, trend: Trend): string {
  const { t, l, span } = view;
  const say = (value: number | undefined) => valueWords(view, measure, value ?? 0);
  const steady = trend.low === trend.high;
  const what = fill((steady ? t.level : t.between)[measure], {
    low: say(trend.low),
    high: say(trend.high),
  });
  const usual = !steady && trend.usual !== undefined;
  const changes = measure === 'sleep' ? t.sleepChange : t.change;
  return [
    fill(usual ? t.usual : t.plain, { what, usual: say(trend.usual) }),
    trend.change && changes[trend.change],
    fill(l.plural(trend.answered, t.answered), { of: l.number(span) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** "7 of 27 on Nov 20: mild symptoms. 3 scores in these days, between 7 and 12." */
export function scoreWords(
  { t, l }: Words,
  { scores, max }: Pick<ScoreSeries, 'scores' | 'max'>,
): string {
  const latest = scores.at(-1);
  if (!latest) return '';
  const values = scores.map(({ value }) => value);
  const range = fill(l.plural(scores.length, t.scoreBetween), {
    low: l.number(Math.min(...values)),
    high: l.number(Math.max(...values)),
  });
  const now = fill(t.scoreLatest, {
    value: l.number(latest.value),
    max: l.number(max),
    date: l.date(latest.on, { month: 'short', day: 'numeric' }),
    band: inLanguage(latest.band.label, l.locale),
  });
  return `${now} ${range}`;
}
