import { Draft } from '../../model/draft.js';
import { fits, same } from '../assert.js';
import { casesOf } from '../stage.js';

const KEY = 'checkin-form daily-check-in';

export const draftCases = casesOf('drafts', {
  'keeps what is half-written': async (stage) => {
    const me = await stage.as('participant');
    await me.drafts.put(KEY, { mood: 3, words: ['¡hola!'] });
    const draft = fits(Draft, await me.drafts.get(KEY), 'The draft');
    same([draft.key, draft.value], [KEY, { mood: 3, words: ['¡hola!'] }], 'The draft');
  },

  'has none under a new key': async (stage) => {
    same(await (await stage.as('participant')).drafts.get('another'), null, 'The draft');
  },

  'is there in another connection': async (stage) => {
    await (await stage.as('participant')).drafts.put(KEY, 'text');
    const draft = await (await stage.as('participant')).drafts.get(KEY);
    same(draft?.value, 'text', 'The draft');
  },

  'replaces and removes': async (stage) => {
    const me = await stage.as('participant');
    await me.drafts.put(KEY, 1);
    await me.drafts.put(KEY, 2);
    same((await me.drafts.get(KEY))?.value, 2, 'The draft');
    await me.drafts.remove(KEY);
    same(await me.drafts.get(KEY), null, 'The draft once removed');
    await me.drafts.remove(KEY);
  },

  'is for its writer alone': async (stage) => {
    await (await stage.as('participant')).drafts.put(KEY, 'mine');
    for (const persona of ['peer', 'mentor', 'clinician'] as const)
      same(await (await stage.as(persona)).drafts.get(KEY), null, `The draft for ${persona}`);
  },

  'is cleared at sign-out': async (stage) => {
    const me = await stage.as('participant');
    await me.drafts.put(KEY, 'mine');
    await me.session.signOut();
    same(await (await stage.as('participant')).drafts.get(KEY), null, 'The draft');
  },

  "is not cleared by another's sign-out": async (stage) => {
    const me = await stage.as('participant');
    await me.drafts.put(KEY, 'mine');
    await (await stage.as('peer')).session.signOut();
    same((await me.drafts.get(KEY))?.value, 'mine', 'The draft');
  },
});
