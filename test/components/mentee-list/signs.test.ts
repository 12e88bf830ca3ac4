import { expect } from '@open-wc/testing';
import { menteeOf, type Shared } from '../../../src/components/mentee-list/signs.js';
import { daysAgo, moodOf, quietFor, reached, wrote } from '../../support/mentees.js';

const nothing: Shared = { checkIns: [], messages: [], milestones: [] };
const signs = (shared: Partial<Shared>) =>
  menteeOf({ ...nothing, ...shared }, 'maya', daysAgo(0)).signs;

describe('the signs of a mentee', () => {
  it('are none where nothing is shared', () => {
    expect(menteeOf(nothing, 'maya', daysAgo(0))).to.eql({ signs: [], moods: [] });
  });

  it('name the most pressing first', () => {
    const found = signs({
      followUp: quietFor('sam', 3),
      checkIns: [moodOf('sam', 1, 3, { call: true })],
      messages: [wrote('sam', 'a'), wrote('sam', 'b'), wrote('sam', 'c', daysAgo(1))],
      milestones: [reached('sam', 0, 'Five weeks')],
    });
    expect(found.map(({ type }) => type)).to.eql(['call', 'quiet', 'wrote', 'milestone']);
    expect(found[1]).to.include({ days: 3 });
    expect(found[2], 'what was read is not counted').to.include({ count: 2 });
  });

  it('forget a wish for a call that is old, or was taken back by a later check-in', () => {
    expect(signs({ checkIns: [moodOf('sam', 2, 3, { call: true })] })).to.eql([]);
    const later = [moodOf('sam', 0, 5), moodOf('sam', 1, 3, { call: true })];
    expect(signs({ checkIns: later })).to.eql([]);
    const ahead = [moodOf('sam', -1, 3, { call: true })];
    expect(signs({ checkIns: ahead }), 'east of here it is tomorrow').to.have.length(1);
  });

  it('leave out what the mentor wrote, has celebrated, or what is some days old', () => {
    const mine = {
      ...wrote('sam', 'a'),
      from: { id: 'maya', name: 'Maya', role: 'mentor' },
    } as const;
    expect(signs({ messages: [mine] })).to.eql([]);
    const cheer = {
      ...{ id: 'c', reaction: 'heart' as const, at: new Date().toISOString() },
      from: mine.from,
    } as const;
    const old = reached('sam', 3, 'Old');
    const done = { ...reached('sam', 0, 'Done'), celebrations: [cheer] };
    expect(signs({ milestones: [done, old] })).to.eql([]);
    expect(signs({ milestones: [done, reached('sam', 2, 'Fresh')] })).to.have.length(1);
  });

  it('give the last mood of each day', () => {
    const twice = [moodOf('sam', 0, 7), moodOf('sam', 0, 2), moodOf('sam', 4, 5)];
    expect(menteeOf({ ...nothing, checkIns: twice }, 'maya', daysAgo(0)).moods).to.eql([
      [daysAgo(0), 7],
      [daysAgo(4), 5],
    ]);
  });
});
