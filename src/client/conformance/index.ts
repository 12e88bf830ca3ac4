/**
 * The backend contract as cases that any runner can loop over:
 *
 *     for (const each of backendCases)
 *       test(each.name, async (t) => {
 *         const { outcome, error } = await runCase(harness, each);
 *         if (outcome === 'skipped') t.skip(error.message);
 *         if (outcome === 'failed') throw error;
 *       });
 *
 * A service that the backend does not offer has its cases skipped, never failed. `roomCases` are the
 * same for a video room, over a {@link RoomHarness} and in a browser.
 */
export { ConformanceError, ConformanceSkip } from './assert.js';
export { backendCases } from './cases/index.js';
export { roomCases } from './rooms/index.js';
export type { RoomCase, RoomHarness, RoomWorld } from './rooms/room-world.js';
export { runCase, runConformance, type ConformanceResult } from './run.js';
export type {
  ConformanceCase,
  ConformanceHarness,
  ConformancePersona,
  ConformanceWorld,
} from './world.js';
