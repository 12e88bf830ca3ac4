import * as z from 'zod/mini';
import type { MentorService } from '../../../backend.js';
import { Id } from '../../../model/id.js';
import { explainMatch, rankMentors, type MatchPreferences } from '../../../model/matching.js';
import type { Mentor } from '../../../model/mentor.js';
import { asOf, takesPlace } from '../../../model/pairing.js';
import { mentors, pairings, type StoredMentor } from '../collections.js';
import type { Call, Engine } from '../engine.js';
import { openingsOf } from '../openings.js';
import { pageFields, pageOfArray } from '../paging.js';

const List = z.object(pageFields);

/** The directory of mentors, and matching. */
export const mentorService = (engine: Engine): MentorService => ({
  get: (mentorId, options) =>
    engine.read('mentors.get', Id, mentorId, options, async (call, id) =>
      present(call, await call.records.get(mentors, id)),
    ),

  list: (options) =>
    engine.read('mentors.list', List, options ?? {}, options, async (call, request) => {
      const page = await call.records.page(mentors, ['all'], request);
      return { ...page, items: await Promise.all(page.items.map((m) => present(call, m))) };
    }),

  suggest: (options) =>
    engine.read('mentors.suggest', List, options ?? {}, options, async (call, request) => {
      call.access.as('participant');
      const all = await call.records.all(mentors, ['all']);
      const known = await Promise.all(all.map((m) => withPlaces(call, m)));
      const ranked = rankMentors(await preferencesOf(call), known, call.now);
      const page = pageOfArray('suggest', ranked, ({ mentor }) => mentor.id, request);
      const items = page.items.map(async ({ mentor, reasons }) => ({
        mentor: await present(call, mentor),
        reasons,
      }));
      return { ...page, items: await Promise.all(items) };
    }),

  match: (mentorId, options) =>
    engine.read('mentors.match', Id, mentorId, options, async (call, id) => {
      const mentor = await present(call, await call.records.get(mentors, id));
      const { preferences } = call.me;
      const reasons = preferences ? explainMatch(preferences, mentor, call.now) : [];
      return { mentor, reasons };
    }),
});

/** The mentor with what changes from hour to hour. */
async function present(call: Call, stored: StoredMentor): Promise<Mentor> {
  const [opening] = await openingsOf(call, stored, 1);
  const mentor = await withPlaces(call, stored);
  return opening ? { ...mentor, nextOpening: opening.startsAt } : mentor;
}

async function withPlaces(call: Call, stored: StoredMentor): Promise<Mentor> {
  return { ...stored, openPlaces: await openPlacesOf(call, stored) };
}

/** Places left now. Ask inside the transaction that takes one. */
export async function openPlacesOf(call: Call, { id, capacity }: StoredMentor): Promise<number> {
  const open = await call.records.all(pairings, ['open', id]);
  const taken = open.filter((p) => p.mentor.id === id && takesPlace(asOf(p, call.now).status));
  return Math.max(0, capacity - taken.length);
}

/** What the participant asked for; nobody is suggested again who has said no. */
async function preferencesOf({ me, records }: Call): Promise<MatchPreferences> {
  const past = await records.all(pairings, ['of', me.id]);
  const saidNo = past.filter((p) => p.status === 'declined').map((p) => p.mentor.id);
  const { timeZone, locale = 'en' } = me.session;
  const { excludedMentors, ...preferences } = me.preferences ?? {
    languages: [locale.split('-', 1)[0] ?? locale],
    timeZone,
    availability: [],
    experiences: [],
    mustShare: [],
    excludedMentors: [],
  };
  return { ...preferences, excludedMentors: [...excludedMentors, ...saidNo] };
}
