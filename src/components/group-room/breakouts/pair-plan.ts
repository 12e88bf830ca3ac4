import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  LONGEST_BREAKOUT,
  MOST_IN_A_BREAKOUT,
  suggestGroups,
} from '../../../client/model/breakout-groups.js';
import type { RoomPerson } from '../../../client/video/video-room.js';
import type { LocalizeController } from '../../shared/controllers/localize-controller.js';
import { fill } from '../../shared/fill.js';
import type { BreakoutDesk } from './breakout-desk.js';
import type { KeepBreakouts } from './host-pairs.js';
import type { HostPairsStrings } from './host-pairs.strings.js';

const LENGTHS = [5, 10, 15];

/** Somebody who can be asked: the door knows them. */
type Asked = RoomPerson & { readonly guest: string };

/** Who is to talk with whom, and how long, before it begins. */
export class PairPlan {
  readonly #host: LitElement;
  readonly #desk: BreakoutDesk;
  readonly #localize: LocalizeController<HostPairsStrings>;
  readonly #keep: KeepBreakouts;
  /** By person, the number of their pair, or 0; undefined while it is as suggested. */
  #chosen: Map<string, number> | undefined;
  #minutes = 10;
  #isOther = false;
  #fault: string | undefined;

  constructor(
    host: LitElement,
    desk: BreakoutDesk,
    localize: LocalizeController<HostPairsStrings>,
    keep: KeepBreakouts,
  ) {
    this.#host = host;
    this.#desk = desk;
    this.#localize = localize;
    this.#keep = keep;
  }

  /** @param problem What stands against it. */
  render(problem: unknown): TemplateResult {
    const { t } = this.#localize;
    if (this.#desk.options.visit.breakout) return html`<p class="muted small">${t.elsewhere}</p>`;
    const present = this.#present;
    if (present.length < 2)
      return html`<p class="muted small">${t.hint}</p>
        <p class="muted small">${t.few}</p>`;
    const choice = this.#choice(present);
    const groups = groupsOf(present, choice);
    return html`<p class="muted small">${t.hint}</p>
      <form novalidate @submit=${(event: Event) => void this.#start(event)}>
        ${this.#summary(present, groups)}
        <details>
          <summary>${t.change}</summary>
          <div>
            ${repeat(
              present,
              ({ guest }) => guest,
              (person) => this.#select(person, choice, present.length),
            )}
            <button
              class="button quiet"
              type="button"
              @click=${() => this.#set(() => (this.#chosen = undefined))}
            >
              ${t.suggestAgain}
            </button>
          </div>
        </details>
        ${this.#lengths()}
        ${this.#fault ? html`<p class="error-text" role="alert">${this.#fault}</p>` : nothing}
        ${problem}
        <button class="button" type="submit" aria-disabled=${this.#desk.keep.busy}>
          ${t.start}
        </button>
      </form>`;
  }

  #summary(present: readonly Asked[], groups: ReadonlyMap<number, Asked[]>): TemplateResult {
    const { t } = this.#localize;
    const pairings = this.#desk.told?.pairings ?? [];
    const staying = present.filter((each) => ![...groups.values()].flat().includes(each));
    const isPair = (people: readonly Asked[]) =>
      people.length > 1 &&
      people.some(({ guest: mentor }) =>
        people.every(
          ({ guest: mentee }) =>
            mentee === mentor ||
            pairings.some((known) => known.mentor === mentor && known.mentee === mentee),
        ),
      );
    return html`<ul aria-label=${t.suggested}>
        ${[...groups].map(
          ([n, people]) =>
            html`<li>
              <span>${fill(t.pair, { n: String(n) })}: ${this.#names(people)}</span>
              ${isPair(people) ? html`<span class="muted small">${t.mentor}</span>` : nothing}
            </li>`,
        )}
      </ul>
      ${
        staying.length
          ? html`<p class="muted small">${fill(t.staying, { names: this.#names(staying) })}</p>`
          : nothing
      }`;
  }

  #select(
    { guest, name }: Asked,
    choice: ReadonlyMap<string, number>,
    count: number,
  ): TemplateResult {
    const { t } = this.#localize;
    const pick = ({ target }: Event) =>
      this.#set(() => {
        this.#chosen = new Map(choice).set(guest, Number((target as HTMLSelectElement).value));
      });
    const most = Math.max(Math.floor(count / 2), ...choice.values());
    return html`<label class="person">
      <bdi>${name}</bdi>
      <select class="input" data-guest=${guest} @change=${pick}>
        ${Array.from(
          { length: most + 1 },
          (_, n) =>
            html`<option value=${n} .selected=${live((choice.get(guest) ?? 0) === n)}>
              ${n ? fill(t.pair, { n: String(n) }) : t.stays}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #lengths(): TemplateResult {
    const { t } = this.#localize;
    const radio = (words: string, isOn: boolean, choose: () => void) =>
      html`<label>
        <input
          type="radio"
          name="length"
          .checked=${live(isOn)}
          @change=${() => this.#set(choose)}
        /><span>${words}</span>
      </label>`;
    return html`<fieldset class="lengths">
        <legend>${t.minutes}</legend>
        ${LENGTHS.map((n) =>
          radio(this.#desk.time(n * 60_000), !this.#isOther && this.#minutes === n, () => {
            this.#isOther = false;
            this.#minutes = n;
          }),
        )}
        ${radio(t.other, this.#isOther, () => (this.#isOther = true))}
      </fieldset>
      ${
        this.#isOther
          ? html`<label class="person">
              <span>${t.otherMinutes}</span>
              <input
                class="input"
                type="number"
                inputmode="numeric"
                min="1"
                max=${LONGEST_BREAKOUT}
                .value=${live(this.#minutes ? String(this.#minutes) : '')}
                @input=${({ target }: Event) =>
                  (this.#minutes = (target as HTMLInputElement).valueAsNumber || 0)}
              />
            </label>`
          : nothing
      }`;
  }

  async #start(event: Event): Promise<void> {
    event.preventDefault();
    const present = this.#present;
    const groups = groupsOf(present, this.#choice(present));
    this.#fault = this.#faultOf(groups);
    this.#host.requestUpdate();
    if (this.#fault || this.#desk.keep.busy) return;
    const pairs = [...groups.values()].map((people) =>
      people.map(({ guest, name }) => ({ guest, name: name.slice(0, 80) })),
    );
    const start = { type: 'start', pairs, minutes: this.#minutes } as const;
    if (await this.#keep(start, this.#localize.t.started)) this.#chosen = undefined;
  }

  #faultOf(groups: ReadonlyMap<number, Asked[]>): string | undefined {
    const { faults } = this.#localize.t;
    if (!groups.size) return faults.none;
    for (const [number, people] of groups) {
      const n = String(number);
      if (people.length < 2) return fill(faults.alone, { n, names: this.#names(people) });
      if (people.length > MOST_IN_A_BREAKOUT) return fill(faults.many, { n });
    }
    const fits = Number.isInteger(this.#minutes) && this.#minutes >= 1;
    return fits && this.#minutes <= LONGEST_BREAKOUT ? undefined : faults.minutes;
  }

  /** As chosen; who came since then stays, and before anything was chosen it is as suggested. */
  #choice(present: readonly Asked[]): ReadonlyMap<string, number> {
    if (this.#chosen) return this.#chosen;
    const guests = present.map(({ guest }) => guest);
    const groups = suggestGroups(guests, this.#desk.told?.pairings ?? []);
    return new Map(groups.flatMap((group, i) => group.map((guest) => [guest, i + 1] as const)));
  }

  get #present(): Asked[] {
    return this.#desk.options.visit.state.people.filter(
      (person): person is Asked => !person.self && !person.host && !!person.guest,
    );
  }

  #names(people: readonly { readonly name: string }[]): string {
    return this.#localize.list(people.map(({ name }) => name));
  }

  #set(change: () => void): void {
    change();
    this.#fault = undefined;
    this.#host.requestUpdate();
  }
}

/** Who is in which pair, pairs in order. */
function groupsOf(
  present: readonly Asked[],
  choice: ReadonlyMap<string, number>,
): Map<number, Asked[]> {
  const groups = new Map<number, Asked[]>();
  for (const n of [...new Set(choice.values())].sort((a, b) => a - b)) {
    const people = present.filter(({ guest }) => choice.get(guest) === n);
    if (n && people.length) groups.set(n, people);
  }
  return groups;
}
