import { sharedEnglish } from '../shared/shared.strings.js';

/** `{name}` is the mentor's first name. */
export const english = {
  ...sharedEnglish,
  choose: 'No mentor is chosen yet.',
  own: 'This is your card, as participants see it.',
  quote: '“{words}”',
  nextFree: 'Next free {when}',
  inZone: '{when} ({zone})',
  speaks: 'Speaks {languages}',
  more: 'More about {name}',
  story: 'My story',
  weekly: 'Most weeks I am free',
  zone: 'Shown in {zone}.',
  /** All things go into one sentence: "You both live with anxiety and are parents." */
  both: 'You both {things}.',
  things: {
    pathway: 'chose {list}',
    life: 'are {list}',
    condition: 'live with {list}',
    substance: 'are in recovery from {list}',
    language: 'speak {list}',
    'time-zone': 'live in the same time zone',
    availability: 'have about {list} a week free at the same time',
  },
  ask: 'Ask {name} to be my mentor',
  /** Common pronouns in the reader's language; others stay as written. */
  pronouns: {} as Readonly<Record<string, string>>,
};
export type MentorCardStrings = typeof english;
