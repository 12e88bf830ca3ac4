import { allItems } from '../../client/model/questionnaire.js';
import { assessSafety, type SafetyTrigger } from '../../client/model/safety.js';
import { original } from './copy-link-ids.js';
import type { Form } from './form.js';

/** A concern, and the linkId of the very item, also of a copy, whose answer raises it. */
export interface Raised {
  readonly place: string;
  readonly trigger: SafetyTrigger;
}

/** What the answers so far raise, in the order of the questions. */
export function raisedIn({ questionnaire, instrument, safetyItems, answers }: Form): Raised[] {
  return [...allItems(questionnaire.item)].flatMap(({ item: { linkId: place } }) => {
    const linkId = original(place);
    if (!safetyItems.has(linkId) || !answers.enabled.has(place)) return [];
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
