import { inLanguage } from '../../client/model/localized-text.js';
import type { MatchReason } from '../../client/model/matching.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import type { MentorCardStrings } from './mentor-card.strings.js';

type Thing = keyof MentorCardStrings['things'];

/** What goes into one sentence together, in the order in which it is said: people first. */
const SENTENCES: readonly (readonly Thing[])[] = [
  ['condition', 'pathway', 'life'],
  ['substance'],
  ['language', 'time-zone'],
  ['availability'],
];

/**
 * What participant and mentor share, as at most three sentences. Never a number that ranks people.
 */
export function sharedGround(
  localize: LocalizeController<MentorCardStrings>,
  reasons: readonly MatchReason[],
): string[] {
  const { t, locale } = localize;
  const said = (reason: MatchReason) => {
    switch (reason.type) {
      case 'experience':
        return inLanguage(reason.experience.label, locale);
      case 'language':
        return languageName(locale, reason.language);
      case 'availability':
        return duration(localize, reason.minutesPerWeek);
      default:
        return '';
    }
  };
  const clause = (thing: Thing) => {
    const of = reasons.filter(
      (r) => (r.type === 'experience' ? r.experience.kind : r.type) === thing,
    );
    return of.length ? [fill(t.things[thing], { list: localize.list(of.map(said)) })] : [];
  };
  return SENTENCES.map((things) => things.flatMap(clause))
    .filter((clauses) => clauses.length)
    .slice(0, 3)
    .map((clauses) => fill(t.both, { things: localize.list(clauses) }));
}

/** "Spanish", in the reader's language. */
export function languageName(locale: string, language: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

function duration(localize: LocalizeController<unknown>, minutes: number): string {
  const unit = minutes < 60 ? 'minute' : 'hour';
  const count = Math.round(unit === 'hour' ? minutes / 60 : minutes);
  return localize.number(count, { style: 'unit', unit, unitDisplay: 'long' });
}
