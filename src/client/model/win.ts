import { daysAnswered, type CheckIn } from './check-in.js';
import { answerTo } from './questionnaire-response.js';
import { reflectionsIn } from './reflection.js';
import { within } from './trend.js';

/**
 * Something that went well and is not about abstinence. `checked-in`, `connected` and `wrote` count
 * days out of `of`; `asked` counts days on which the person asked for a call.
 */
export interface Win {
  readonly kind: 'checked-in' | 'connected' | 'asked' | 'wrote';
  readonly days: number;
  readonly of: number;
}

/** A week is near enough to remember. */
const WEEK = 7;

/**
 * What went well in the last `days`, measured against nobody and against no earlier time. What did
 * not happen is not a win of zero: it is not there.
 */
export function winsOf(checkIns: readonly CheckIn[], today: string, days: number): Win[] {
  const shown = within(checkIns, today, days);
  const yes = (linkId: string) =>
    shown.filter(({ response }) => answerTo(response, linkId)?.valueBoolean === true);
  const win = (kind: Win['kind'], found: readonly { on: string }[], span: number): Win => {
    const { answered, of } = daysAnswered(found, today, span);
    return { kind, days: answered, of };
  };
  return [
    win('checked-in', shown, days),
    win('connected', yes('connected'), WEEK),
    win('asked', yes('call'), days),
    win('wrote', reflectionsIn(shown), days),
  ].filter((w) => w.days > 0);
}
