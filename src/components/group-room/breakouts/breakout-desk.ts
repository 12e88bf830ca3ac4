import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { nothing } from 'lit';
import { RoomBreakoutsShape } from '../../../client/breakout-shapes.js';
import { BREAKOUT_NOTICE_MS } from '../../../client/model/breakout-groups.js';
import type {
  Breakout,
  BreakoutChange,
  BreakoutPerson,
  BreakoutWord,
  RoomBreakouts,
} from '../../../client/model/breakouts.js';
import { fits } from '../../../client/shape.js';
import { adoptStyles } from '../../shared/adopt-styles.js';
import { ActionController } from '../../shared/controllers/action-controller.js';
import type { ConnectedHost } from '../../shared/controllers/connection-controller.js';
import { LocalizeController } from '../../shared/controllers/localize-controller.js';
import { fill } from '../../shared/fill.js';
import { LazyPart } from '../../shared/lazy-part.js';
import { Clock } from '../clock.js';
import type { BreakoutOptions } from './breakout-ear.js';
import { WfRoomMovedEvent } from './breakouts.events.js';
import { breakoutEnglish } from './breakouts.strings.js';
import { breakoutStyles } from './breakouts.styles.js';
import type { HostPairs } from './host-pairs.js';
import { Journey, type Goal, type Refusal } from './journey.js';
import { movingView, noticesView, supportView } from './pair-view.js';

export interface DeskOptions extends BreakoutOptions {
  /** Asks the backend again. */
  look(): void;
}

const MINUTE = 60_000;

/**
 * The small rooms of a meeting: what this person is asked, where they are, and their way there and
 * back. What is so is the backend's; this only follows it.
 */
export class BreakoutDesk implements ReactiveController {
  told: RoomBreakouts | undefined;
  /** What did not work last, in words. */
  problem: string | undefined;
  /** The last call for support did not get through. */
  unheard = false;
  readonly localize: LocalizeController<typeof breakoutEnglish>;
  readonly options: DeskOptions;
  readonly keep: ActionController<BreakoutChange, RoomBreakouts>;

  readonly #host: ConnectedHost & LitElement;
  readonly #clock: Clock;
  readonly #journey: Journey;
  readonly #forHost: LazyPart<HostPairs>;
  /** The small room that they chose not to go into. */
  #declined: string | undefined;
  #met = false;
  #said = new Set<string>();
  #hadFocus = false;

  constructor(host: ConnectedHost & LitElement, options: DeskOptions) {
    this.#host = host;
    this.options = options;
    this.localize = new LocalizeController(host, breakoutEnglish, {
      es: () => import('./breakouts.strings.es.js'),
    });
    this.#clock = new Clock(host, () => this.#marks);
    this.#journey = new Journey({
      visit: options.visit,
      isOver: () => this.left === undefined,
      onStart: () => {
        this.problem = undefined;
        host.requestUpdate();
      },
      onArrival: (goal, isThere) => this.#arrived(goal, isThere),
      onRefusal: (goal, reason) => this.#failed(goal, reason),
      onEnd: () => {
        if (options.visit.phase === 'in') options.look();
        host.requestUpdate();
      },
    });
    this.#forHost = new LazyPart(
      host,
      async () => new (await import('./host-pairs.js')).HostPairs(host, this),
    );
    this.keep = new ActionController(host, options.connection, {
      shape: RoomBreakoutsShape,
      run: ({ sessions }, change, write) =>
        sessions?.keepBreakouts?.(options.visit.meeting?.id ?? '', change, write),
    });
    adoptStyles(host, breakoutStyles);
    host.addController(this);
  }

  /** What the backend says; what does not fit says nothing. */
  take(told: unknown): void {
    this.told = fits(RoomBreakoutsShape, told) ? told : undefined;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#hadFocus = !!this.#host.shadowRoot?.activeElement;
    const { visit } = this.options;
    if (visit.phase !== 'in') {
      this.problem = undefined;
      this.#journey.forget();
      this.#said.clear();
      return;
    }
    if (this.localize.pending || this.moving) return;
    if (visit.breakout) this.#inside();
    else this.#outside();
    for (const call of this.calls)
      this.#once(`call ${call.guest} ${call.callsSince}`, () =>
        fill(this.localize.t.hostCalled, { name: call.name }),
      );
  }

  hostUpdated(): void {
    const { shadowRoot, isConnected } = this.#host;
    // What had the focus went with an invitation, or with the room that was left.
    if (this.#hadFocus && isConnected && !shadowRoot?.activeElement)
      shadowRoot?.querySelector<HTMLElement>('.room')?.focus();
  }

  /** For a host: who asks for support in a small room. */
  get calls(): BreakoutPerson[] {
    if (!this.isHost) return [];
    return (this.told?.running?.pairs ?? [])
      .flatMap(({ people }) => people)
      .filter(({ callsSince }) => callsSince);
  }

  get isHost(): boolean {
    return !!this.told?.pairings;
  }

  /** The small room that this person is asked into, or is in. */
  get pair(): Breakout | undefined {
    const { pair } = this.#journey;
    if (pair) return this.#find(pair.id) ?? pair;
    return this.isHost ? undefined : this.told?.running?.pairs[0];
  }

  /** On the way: into a small room, or back. */
  get moving(): Goal | undefined {
    return this.#journey.moving;
  }

  get isDeclined(): boolean {
    return !!this.pair && this.pair.id === this.#declined;
  }

  /** Milliseconds until small rooms are over; undefined while there are none. */
  get left(): number | undefined {
    const { running } = this.told ?? {};
    const left = running ? Date.parse(running.endsAt) - +this.#clock.now : 0;
    return left > 0 ? left : undefined;
  }

  /** The others of the pair. */
  others({ people }: Breakout): BreakoutPerson[] {
    return people.filter(({ guest }) => guest !== this.told?.you);
  }

  names(pair: Breakout): string {
    return this.localize.list(this.others(pair).map(({ name }) => name));
  }

  /** "8 minutes", "20 seconds". */
  time(ms: number, unit: 'minute' | 'second' = 'minute'): string {
    const { locale } = this.localize;
    const n = Math.max(1, Math.ceil(ms / (unit === 'minute' ? MINUTE : 1000)));
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(n);
  }

  /** When it is over, on the reader's clock. */
  get until(): string {
    const { session } = this.options.connection;
    return this.localize.dateTime(this.told?.running?.endsAt ?? '', {
      timeStyle: 'short',
      ...(session && { timeZone: session.timeZone }),
    });
  }

  get hostName(): string {
    return this.options.visit.meeting?.facilitator.name ?? '';
  }

  /** Who is in the pair and is not in its room. */
  get missing(): 'notYet' | 'inGroup' | 'gone' | undefined {
    const { visit } = this.options;
    const { pair } = this;
    if (!pair || visit.state.people.length > 1) return undefined;
    if (this.others(pair).every(({ at }) => at === 'group')) return 'inGroup';
    return this.#met ? 'gone' : 'notYet';
  }

  readonly go = (pair: Breakout): void => {
    this.#declined = undefined;
    void this.#journey.go(pair);
  };

  readonly stay = (): void => {
    this.#declined = this.pair?.id;
    void this.tell({ type: 'at', at: 'group' });
    this.options.say(this.localize.t.stays);
    this.#host.requestUpdate();
  };

  readonly back = (): void => void this.#journey.go('group');

  /** Asks the host, who is in the group. */
  readonly call = async (): Promise<void> => {
    const { t } = this.localize;
    this.unheard = !(await this.tell({ type: 'call' }));
    this.options.say(
      this.unheard ? t.support.failed : fill(t.support.sent, { host: this.hostName }),
    );
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.panel')?.focus();
  };

  /** @returns whether it got through */
  async tell(word: BreakoutWord): Promise<boolean> {
    if (this.isHost) return false;
    const { visit, connection } = this.options;
    const { sessions } = connection.backend ?? {};
    try {
      const told = await sessions?.tellBreakout?.(visit.meeting?.id ?? '', word);
      if (told && visit.phase === 'in') this.take(told);
      return !!told;
    } catch {
      return false;
    }
  }

  notices(): unknown {
    return this.localize.pending ? nothing : noticesView(this);
  }

  onTheWay(): TemplateResult | undefined {
    const { connection } = this.options.visit.state;
    const isBetween = connection !== 'joined' && connection !== 'reconnecting';
    return this.moving && isBetween ? movingView(this) : undefined;
  }

  support(help: unknown): TemplateResult | undefined {
    const { visit } = this.options;
    if (!visit.breakout || this.isHost || visit.state.people.some(({ host }) => host))
      return undefined;
    return supportView(this, help);
  }

  forHost(): unknown {
    return this.#forHost.get()?.render() ?? nothing;
  }

  /** Asked into one, or staying while others are. */
  #outside(): void {
    const { pair, left } = this;
    const { t } = this.localize;
    if (!pair || left === undefined || left <= BREAKOUT_NOTICE_MS) return;
    this.#once(`asked ${pair.id}`, () =>
      fill(t.said, { host: this.hostName, names: this.names(pair), time: this.time(left) }),
    );
  }

  /** In a small room, until it is over. */
  #inside(): void {
    const { left } = this;
    const { visit } = this.options;
    const { t } = this.localize;
    if (visit.state.people.length > 1) this.#met = true;
    const isOver = left === undefined || (this.told?.running && !this.#find(visit.breakout ?? ''));
    if (isOver) return void queueMicrotask(this.back);
    const ends = this.told?.running?.endsAt;
    if (left <= BREAKOUT_NOTICE_MS && !this.#said.has(`minute ${ends}`))
      this.#once(`soon ${ends}`, () =>
        fill(t.calledBack, { host: this.hostName, time: this.time(left, 'second') }),
      );
    else if (left <= MINUTE) this.#once(`minute ${ends}`, () => t.oneMinute);
  }

  /** Says something once in a visit, after what is drawn now. */
  #once(key: string, words: () => string): void {
    if (this.#said.has(key)) return;
    this.#said.add(key);
    const text = words();
    queueMicrotask(() => this.options.say(text));
  }

  #find(id: string): Breakout | undefined {
    return this.told?.running?.pairs.find((pair) => pair.id === id);
  }

  #arrived(to: Goal, isThere: boolean): void {
    const { visit, say } = this.options;
    const { t } = this.localize;
    const isInPair = to !== 'group' && isThere;
    this.#met = false;
    void this.tell({ type: 'at', at: isInPair ? 'pair' : 'group' });
    if (isInPair) say(fill(t.arrived, { names: this.names(to), time: this.time(this.left ?? 0) }));
    else if (to === 'group') say(t.isBack);
    else this.#failed(to, {});
    if (isInPair || to === 'group')
      this.#host.dispatchEvent(
        new WfRoomMovedEvent(visit.meeting?.id ?? '', isInPair ? 'breakout' : 'group'),
      );
  }

  #failed(to: Goal, { detail, code }: Refusal): void {
    const { t } = this.localize;
    this.problem =
      to === 'group' ? t.stuck : (t.refused[detail ?? ''] ?? t.refused[code ?? ''] ?? t.failed);
    this.options.say(this.problem);
  }

  /** When what is shown or said becomes another: minutes, and near the end seconds. */
  get #marks(): number[] {
    const { running } = this.told ?? {};
    if (!running || this.options.visit.phase !== 'in') return [];
    const end = Date.parse(running.endsAt);
    const minutes = Array.from({ length: 61 }, (_, n) => end - n * MINUTE);
    const seconds = Array.from({ length: BREAKOUT_NOTICE_MS / 1000 + 1 }, (_, n) => end - n * 1000);
    return [...minutes, ...seconds];
  }
}
