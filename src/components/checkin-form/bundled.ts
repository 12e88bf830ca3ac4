import type { Instrument } from '../../client/model/instrument.js';
import type { Questionnaire } from '../../client/model/questionnaire.js';
import { loadControls } from './items/controls.js';

/** The instruments that come with the package, each loaded when a form asks for it by name. */
const BUNDLED: Record<string, () => Promise<Instrument>> = {
  'daily-check-in': async () => {
    const path = import('../../client/model/questionnaires/daily-check-in.js');
    // It has sliders: fetched side by side, not one after the other.
    const [{ dailyCheckIn }] = await Promise.all([path, loadControls()]);
    return dailyCheckIn;
  },
  'phq-9': async () => (await import('../../client/model/questionnaires/phq-9.js')).phq9,
  'phq-2': async () => (await import('../../client/model/questionnaires/phq-2.js')).phq2,
  'gad-7': async () => (await import('../../client/model/questionnaires/gad-7.js')).gad7,
};

/** What is asked where a page asks for nothing by name. */
export const DEFAULT = 'daily-check-in';

/** Their names. */
export const bundledNames = (): string[] => Object.keys(BUNDLED);

export function isBundled(given: unknown): given is string {
  return typeof given === 'string' && Object.hasOwn(BUNDLED, given);
}

/** Fetches one by its name. */
export async function bundled(name: string): Promise<Instrument | undefined> {
  return BUNDLED[name]?.();
}

/** A bare questionnaire is an instrument of which nothing more is known. */
export function asInstrument(questions: unknown): Instrument {
  return typeof questions === 'object' && questions !== null && 'questionnaire' in questions
    ? (questions as Instrument)
    : { questionnaire: questions as Questionnaire };
}
