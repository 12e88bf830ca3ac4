import type { Milestone } from '../../client/model/milestone.js';
import type { Chapter } from '../../client/model/recovery-record.js';

/** One step of the path behind: something reached, or the beginning of a chapter. */
export interface Step {
  readonly on: string;
  /** 0 or 1: the side on which the path runs. Each new chapter bends it over to the other one. */
  readonly lane: number;
  readonly milestone?: Milestone;
  readonly begun?: Chapter;
  /** The chapter that ended when `begun` began; absent for the first. */
  readonly before?: Chapter | undefined;
}

/** Steps of one month, newest first. A long month is several stretches; only the first is titled. */
export interface Stretch {
  readonly month: string;
  readonly titled: boolean;
  readonly steps: readonly Step[];
}

const LONGEST = 50;

/**
 * The path behind, newest first.
 * @param milestones Newest first.
 * @param complete Whether these are all; if not, chapters older than them are still to come.
 */
export function stretchesOf(
  milestones: readonly Milestone[],
  chapters: readonly Chapter[],
  complete: boolean,
): Stretch[] {
  const stretches: (Stretch & { steps: Step[] })[] = [];
  let lane = 0;
  let at = chapters.length - 1;

  const add = (step: Step) => {
    const month = step.on.slice(0, 7);
    const last = stretches.at(-1);
    if (last?.month === month && last.steps.length < LONGEST) last.steps.push(step);
    else stretches.push({ month, titled: last?.month !== month, steps: [step] });
  };
  const addChaptersAfter = (date: string) => {
    for (let begun; (begun = chapters[at]) && begun.startedOn > date; at--) {
      const before = chapters[at - 1];
      add({ on: begun.startedOn, lane, begun, before });
      if (before) lane = 1 - lane;
    }
  };

  for (const milestone of milestones) {
    addChaptersAfter(milestone.on);
    add({ on: milestone.on, lane, milestone });
  }
  if (complete) addChaptersAfter('');

  return stretches;
}
