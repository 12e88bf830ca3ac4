/** What happens to a request on the wire. */
export type WireFault =
  | 'none'
  | 'lost-request'
  /** The server has committed; its answer never arrives. */
  | 'lost-response'
  | 'unavailable'
  /** The tab is killed with the request on its way, before or after the server has committed. */
  | 'killed-before-commit'
  | 'killed-after-commit';

/** One thing that happens, in one of two tabs. */
export type Step =
  | {
      readonly do: 'check-in' | 'alert' | 'attend' | 'draft' | 'flush';
      readonly tab: 0 | 1;
      /** Whether the next step waits for it. */
      readonly awaited: boolean;
      /** Kills the tab after so many of its steps to storage or network. */
      readonly killAfter?: number;
    }
  | { readonly do: 'kill' | 'switch-person'; readonly tab: 0 | 1 }
  | {
      readonly do:
        'offline' | 'online' | 'expire-token' | 'renew-token' | 'fill-disk' | 'free-disk';
    }
  | { readonly do: 'jump-clock'; readonly days: number };

/** Everything that happens in one run, and what the wire does to each request in turn. */
export interface Schedule {
  readonly seed: number;
  readonly steps: readonly Step[];
  readonly wire: readonly WireFault[];
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WIRE: readonly (readonly [WireFault, number])[] = [
  ['none', 55],
  ['lost-request', 12],
  ['lost-response', 15],
  ['unavailable', 8],
  ['killed-before-commit', 5],
  ['killed-after-commit', 5],
];

const DOINGS: readonly (readonly [Step['do'], number])[] = [
  ['check-in', 36],
  ['alert', 8],
  ['attend', 6],
  ['draft', 8],
  ['flush', 12],
  ['kill', 5],
  ['switch-person', 5],
  ['offline', 6],
  ['online', 7],
  ['expire-token', 4],
  ['renew-token', 5],
  ['fill-disk', 2],
  ['free-disk', 3],
  ['jump-clock', 4],
];

/** The same seed, the same schedule. */
export function scheduleOf(seed: number): Schedule {
  const random = randomFrom(seed);
  const pick = <T>(weighted: readonly (readonly [T, number])[]): T => {
    let at = random() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weighted) if ((at -= weight) < 0) return value;
    return weighted[0]![0];
  };
  const int = (below: number) => Math.floor(random() * below);
  const tab = () => int(2) as 0 | 1;
  let jumps = 0;
  const step = (): Step => {
    const doing = pick(DOINGS);
    switch (doing) {
      case 'check-in':
      case 'alert':
      case 'attend':
      case 'draft':
      case 'flush': {
        const killed = random() < 0.12 ? { killAfter: int(24) } : {};
        return { do: doing, tab: tab(), awaited: random() < 0.7, ...killed };
      }
      case 'kill':
      case 'switch-person':
        return { do: doing, tab: tab() };
      case 'jump-clock':
        // A jump counts for a day at most, and what is a week old may go.
        if (++jumps > 5) return { do: 'online' };
        return { do: doing, days: (random() < 0.5 ? -1 : 1) * (1 + int(400)) };
      default:
        return { do: doing };
    }
  };
  const steps = Array.from({ length: 8 + int(14) }, step);
  return { seed, steps, wire: Array.from({ length: 64 }, () => pick(WIRE)) };
}
