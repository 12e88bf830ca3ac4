import { assessSafety, type SafetyTrigger } from '../../client/model/safety.js';
import { original } from './copy-link-ids.js';
import type { Form } from './form.js';

/** A concern, and the linkId of the very item, also of a copy, whose answer raises it. */
export interface Raised {
  readonly place: string;
  readonly trigger: SafetyTrigger;
}

/** What the answers so far raise, in the order of the questions; copies follow. */
export function raisedIn({ questionnaire, instrument, safetyPlaces, answers }: Form): Raised[] {
  return [...safetyPlaces].flatMap((place) => {
    if (!answers.of(place).length || !answers.enabled.has(place)) return [];
    const linkId = original(place);
    const [trigger] = assessSafety(
      questionnaire,
      {
        resourceType: 'QuestionnaireResponse',
        status: 'in-progress',
        item: [{ linkId, answer: [...answers.of(place)] }],
      },
      instrument.safety,
    );
    return trigger ? [{ place, trigger }] : [];
  });
}
