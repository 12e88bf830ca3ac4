import { html, nothing, type LitElement } from 'lit';
import type { BreakoutChange } from '../../../client/model/breakouts.js';
import { LocalizeController } from '../../shared/controllers/localize-controller.js';
import { notice } from '../../shared/notice.js';
import type { BreakoutDesk } from './breakout-desk.js';
import { hostPairsEnglish } from './host-pairs.strings.js';
import { PairPlan } from './pair-plan.js';
import { pairsGoing } from './pairs-going.js';

/** Changes something for everybody; `done` is said then. Resolves with whether it got through. */
export type KeepBreakouts = (change: BreakoutChange, done: string) => Promise<boolean>;

/** A part of the host's menu: who talks with whom, for how long, and where everybody is. */
export class HostPairs {
  readonly #host: LitElement;
  readonly #desk: BreakoutDesk;
  readonly #localize: LocalizeController<typeof hostPairsEnglish>;
  readonly #plan: PairPlan;

  constructor(host: LitElement, desk: BreakoutDesk) {
    this.#host = host;
    this.#desk = desk;
    this.#localize = new LocalizeController(host, hostPairsEnglish, {
      es: () => import('./host-pairs.strings.es.js'),
    });
    this.#plan = new PairPlan(host, desk, this.#localize, this.#keep);
  }

  render(): unknown {
    const { told, left } = this.#desk;
    if (this.#localize.pending || !told?.pairings) return nothing;
    const { t } = this.#localize;
    const problem = this.#problem();
    const desk = this.#desk;
    const { pairs } = told.running ?? {};
    return html`<section class="pairs" aria-labelledby="pairs">
      <h4 id="pairs">${t.title}</h4>
      ${
        pairs && left !== undefined
          ? pairsGoing({ t, desk, pairs, left, problem, keep: this.#keep })
          : this.#plan.render(problem)
      }
    </section>`;
  }

  #problem(): unknown {
    const { error } = this.#desk.keep;
    const { t } = this.#localize;
    if (!error) return nothing;
    return notice('problem', t.refused[error.detail ?? ''] ?? t.failed);
  }

  /** The focus stays in the panel, whatever goes from it. */
  readonly #keep: KeepBreakouts = async (change, done) => {
    const { keep, options } = this.#desk;
    const told = await keep.run(change);
    if (told) this.#desk.take(told);
    const { t } = this.#localize;
    options.say(told ? done : (t.refused[keep.error?.detail ?? ''] ?? t.failed));
    await this.#host.updateComplete;
    if (told) this.#host.renderRoot.querySelector<HTMLElement>('.panel')?.focus();
    return !!told;
  };
}
