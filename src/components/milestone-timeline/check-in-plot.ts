import { html, nothing, type TemplateResult } from 'lit';
import type { CheckInService } from '../../client/backend.js';
import type { CheckIn } from '../../client/model/check-in.js';
import {
  daysAnswered,
  MEASURES,
  measuresByDay,
  type DayMeasures,
  type Measure,
} from '../../client/model/check-in.js';
import { addDays } from '../../client/model/date-time.js';
import type { Page } from '../../client/page.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { fill } from '../shared/fill.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { about, QueryController } from '../shared/controllers/query-controller.js';
import { errorNotice } from '../shared/notice.js';
import { CheckInPageShape, readCheckIns } from '../shared/read-check-ins.js';
import { styles } from './check-in-plot.styles.js';
import { english } from './check-in-plot.strings.js';
import { checkInTable } from './check-in-table.js';
import { DAYS, daysChart } from './days-chart.js';
import type { PartContext } from './view.js';

/** How the last 30 days were, measure by measure, in a picture and in words. */
export class CheckInPlot {
  readonly #checkIns: QueryController<Page<CheckIn>>;
  readonly #localize: LocalizeController<typeof english>;

  constructor(
    private readonly context: Pick<PartContext, 'host' | 'connection' | 'view' | 'personId'>,
  ) {
    const { host, connection } = context;
    this.#localize = new LocalizeController(host, english, {
      es: () => import('./check-in-plot.strings.es.js'),
    });
    this.#checkIns = new QueryController(host, connection, {
      shape: CheckInPageShape,
      args: () => [context.personId(), context.view().today],
      concerns: about('checkIns'),
      load: ({ checkIns }, signal) => checkIns && this.#read(checkIns, signal),
    });
    adoptStyles(host, styles);
    host.requestUpdate();
  }

  #read(service: CheckInService, signal: AbortSignal): Promise<Page<CheckIn>> {
    const { today } = this.context.view();
    const personId = this.context.personId();
    return readCheckIns(service, { from: addDays(today, 1 - DAYS), to: today, personId, signal });
  }

  render(): unknown {
    const { own, t } = this.context.view();
    const p = this.#localize.t;
    const { status, error, value, refresh } = this.#checkIns;
    if (this.#localize.pending || status === 'loading') return html`<div class="bone"></div>`;
    if (error?.code === 'forbidden')
      return html`<div>
        <h3>${p.title}</h3>
        <p class="muted">${p.notShared}</p>
      </div>`;
    if (status === 'error' && error) return errorNotice(t, error, refresh);
    const byDay = measuresByDay(value?.items ?? []);
    return html`<div>
      <h3>${p.title}</h3>
      ${
        byDay.size
          ? this.#charts(byDay)
          : html`<p class="muted">${own ? p.empty : p.theirEmpty}</p>`
      }
    </div>`;
  }

  #charts(byDay: ReadonlyMap<string, DayMeasures>): TemplateResult {
    const { l, own, today } = this.context.view();
    const p = this.#localize.t;
    const { answered, of } = daysAnswered([...byDay.values()], today);
    const day = { month: 'short', day: 'numeric' } as const;
    return html`${
        answered
          ? html`<p class="muted">
              ${fill(l.plural(answered, own ? p.week : p.theirWeek), { of: l.number(of) })}
            </p>`
          : nothing
      }
      ${MEASURES.map((measure) => this.#chart(byDay, measure))}
      <p class="dates">
        <span>${l.date(addDays(today, 1 - DAYS), day)}</span><span>${p.today}</span>
      </p>
      <details>
        <summary class="link">${p.table}</summary>
        ${checkInTable([...byDay.values()], l, p)}
      </details>`;
  }

  #chart(byDay: ReadonlyMap<string, DayMeasures>, measure: Measure): unknown {
    const { l, today } = this.context.view();
    const p = this.#localize.t;
    const days = [...byDay.values()].filter((d) => d[measure] !== undefined);
    const latest = days.reduce((a, b) => (a && a.on > b.on ? a : b), days[0]);
    if (!latest) return nothing;
    const values = days.map((d) => d[measure] ?? 0);
    const show = (value: number | undefined) => this.#value(measure, value ?? 0);
    const [low = '', high = ''] = p.ends[measure];
    const summary = fill(p.summary, {
      ...{ measure: p.measures[measure], low, high, days: l.number(days.length) },
      ...{ min: show(Math.min(...values)), max: show(Math.max(...values)) },
      ...{ value: show(latest[measure]), date: l.date(latest.on) },
    });
    return html`<figure class="measure">
      <figcaption>
        <b aria-hidden="true">${p.measures[measure]}</b>
        <span class="muted" aria-hidden="true"
          >${fill(p.latest, { value: show(latest[measure]) })}</span
        >
        <span class="visually-hidden">${summary}</span>
      </figcaption>
      <div class="chart" aria-hidden="true">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">
          ${daysChart(byDay, measure, today)}
        </svg>
        <div class="ends"><span>${high}</span><span>${low}</span></div>
      </div>
    </figure>`;
  }

  #value(measure: Measure, value: number): string {
    const hours = { style: 'unit', unit: 'hour', unitDisplay: 'short' } as const;
    return this.context.view().l.number(value, measure === 'sleep' ? hours : {});
  }
}
