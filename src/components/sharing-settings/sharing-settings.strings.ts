import type { GrantScope } from '../../client/model/consent.js';
import { sharedEnglish } from '../shared/shared.strings.js';

/** `{name}` is the first name of who may see it. */
export const english = {
  ...sharedEnglish,
  noHeading: 'What you share',
  heading: 'What {name} may see',
  lead: 'Nothing until you say so. Each thing is its own choice, and you can take it back at any time.',
  noMentor: 'Once you have a mentor, you choose here what they may see.',
  notYours:
    'People in the program choose here what they share. There is nothing for you to choose.',
  scopes: {
    name: ['Your first name', 'Without it, they see “Someone”.'],
    diagnosis: ['What you are in care for', 'Your diagnosis, as your care team wrote it.'],
    substances: ['What you are in recovery from', 'Which substances, if any.'],
    'check-in-answers': ['Your check-in answers', 'Numbers and choices, such as mood and sleep.'],
    'free-text': [
      'What you write in check-ins',
      'Your own words, seen together with your answers.',
    ],
    'recovery-dates': ['Your recovery time and milestones', 'Dates, chips and what you added.'],
    'group-membership': ['Which groups you are in', 'The groups only, not what is said there.'],
    'contact-after-discharge': [
      'Staying in touch after the program',
      'They may write to you when you have left it.',
    ],
  } satisfies Record<GrantScope, [string, string]> as Record<GrantScope, readonly string[]>,
  needsAnswers: 'They see it only once you share your check-in answers, too.',
  until: 'Until {date}',
  renew: 'Share for {n} more days',
  renewed: 'Shared until {date}.',
  ends: {
    one: 'Sharing ends by itself after {n} day, so that it stays your choice.',
    other: 'Sharing ends by itself after {n} days, so that it stays your choice.',
  },
  shared: '{name} can see it from now on.',
  unshared: '{name} can no longer see it.',
  stopAll: 'Stop sharing everything',
  stopped: '{name} can no longer see anything of this.',
  before: 'What you shared before',
  fromTo: '{from} to {to}',
};
export type SharingSettingsStrings = typeof english;
