import { html, nothing, type TemplateResult } from 'lit';
import { MEASURES, measuresByDay, type Measure } from '../../client/model/check-in.js';
import { SCORE_SCALES, scoreSeries, type ScoreSeries } from '../../client/model/score-series.js';
import { trendOf, within } from '../../client/model/trend.js';
import { fill } from '../shared/fill.js';
import { dayPlot } from './day-plot.js';
import type { HistoryView } from './history-view.js';
import { scoreWords, trendWords, valueWords } from './trend-words.js';

/** Largest value of each scale; the smallest is 0. */
const TOP: Readonly<Record<Measure, number>> = { mood: 10, craving: 10, sleep: 14, confidence: 10 };

/** Mood, craving, sleep and confidence, each as a picture and in words; those never answered are not there. */
export function measureTrends(view: HistoryView): unknown {
  const days = [...measuresByDay(view.checkIns).values()];
  const trends = MEASURES.map((measure) => measureTrend(view, measure, days));
  return trends.some(Boolean) ? html`<div class="trends">${trends}</div>` : nothing;
}

function measureTrend(
  view: HistoryView,
  measure: Measure,
  days: readonly ({ on: string } & { [M in Measure]?: number })[],
): TemplateResult | undefined {
  const { t, today, span } = view;
  const values = days.flatMap(({ on, [measure]: value }) =>
    value === undefined ? [] : [{ on, value }],
  );
  const trend = trendOf(values, today, span);
  if (!trend) return undefined;
  const [low, high] = t.ends[measure];
  const top = TOP[measure];
  const plot = {
    values: new Map(values.map(({ on, value }) => [on, value])),
    top,
    ticks: [0, top / 2, top],
  };
  return figure(view, {
    name: t.measures[measure],
    scale: fill(t.scale, { low, high }),
    latest: valueWords(view, measure, trend.latest.value),
    words: trendWords(view, measure, trend),
    picture: dayPlot(view, plot),
  });
}

/** Scored questionnaires of the days that are shown. */
export function scoresShown({ checkIns, today, span }: HistoryView): ScoreSeries[] {
  return scoreSeries(within(checkIns, today, span));
}

export const scoreName = ({ t }: Pick<HistoryView, 't'>, key: string): string =>
  SCORE_SCALES[key]?.name ?? t.otherScore;

/** The scores, on an axis that shows where bands begin; the band itself is said in words. */
export const scoreTrends = (view: HistoryView, all: readonly ScoreSeries[]): TemplateResult =>
  html`<div class="trends">
    ${all.map((series) => {
      const { key, max, scores } = series;
      const bands = SCORE_SCALES[key]?.bands ?? [0];
      const last = bands.at(-1) ?? 0;
      // A number too near the top of the last band would lie on its neighbour.
      const ticks = max - last > max / 8 ? [...bands, max] : bands;
      const values = new Map(scores.map(({ on, value }) => [on, value]));
      return figure(view, {
        name: scoreName(view, key),
        scale: fill(view.t.scale, { low: view.l.number(0), high: view.l.number(max) }),
        latest: view.l.number(scores.at(-1)?.value ?? 0),
        words: scoreWords(view, series),
        picture: dayPlot(view, { values, top: max, ticks, stems: true }),
      });
    })}
  </div>`;

interface Figure {
  readonly name: string;
  readonly scale: string;
  readonly latest: string;
  readonly words: string;
  readonly picture: TemplateResult;
}

const figure = (
  { t, seenBy }: HistoryView,
  { name, scale, latest, words, picture }: Figure,
): TemplateResult =>
  html`<figure class="trend" part="trend">
    <figcaption>
      <b class="name">${name}</b>
      <span class="latest muted">${fill(t.latest, { value: latest })}</span>
      <span class="scale">${scale}</span>
    </figcaption>
    ${picture}
    <p class="words">${words}</p>
    ${seenBy('answers')}
  </figure>`;
