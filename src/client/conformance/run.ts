import { ConformanceError, ConformanceSkip } from './assert.js';
import { backendCases } from './cases/index.js';
import type { ConformanceCase, ConformanceHarness } from './world.js';

/** How a case ended. */
export interface ConformanceResult<C = ConformanceCase> {
  readonly case: C;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed, or what was missing. */
  readonly error?: unknown;
}

/** A case that takes longer waits for an answer that will not come. */
const LIMIT_MS = 30_000;

async function withinTimeLimit(run: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    const error = new ConformanceError(`No answer within ${LIMIT_MS / 1000} seconds`);
    timer = setTimeout(() => reject(error), LIMIT_MS);
  });
  try {
    await Promise.race([run, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs one case, of a backend or a room, in a world of its own. Never rejects because of what those do. */
export async function runCase<
  W extends { close?(): Promise<void> },
  C extends { run(world: W): Promise<void> },
>(harness: { open(): Promise<W> }, conformanceCase: C): Promise<ConformanceResult<C>> {
  const world = await harness.open();
  try {
    await withinTimeLimit(conformanceCase.run(world));
    return { case: conformanceCase, outcome: 'passed' };
  } catch (error) {
    const outcome = error instanceof ConformanceSkip ? 'skipped' : 'failed';
    return { case: conformanceCase, outcome, error };
  } finally {
    await world.close?.();
  }
}

/** Runs cases one after another, by default all of them. */
export async function runConformance(
  harness: ConformanceHarness,
  {
    cases = backendCases,
    onResult,
  }: {
    cases?: readonly ConformanceCase[];
    onResult?: (result: ConformanceResult) => void;
  } = {},
): Promise<ConformanceResult[]> {
  const results: ConformanceResult[] = [];
  for (const each of cases) {
    const result = await runCase(harness, each);
    results.push(result);
    onResult?.(result);
  }
  return results;
}
