import type { Questionnaire } from './questionnaire.js';
import type { SafetyRule } from './safety.js';
import type { ScoringRule } from './scoring.js';

/** A questionnaire with what we know about it: how it is scored and which answers raise a concern. */
export interface Instrument {
  readonly questionnaire: Questionnaire;
  readonly scoring?: ScoringRule;
  readonly safety?: readonly SafetyRule[];
}
