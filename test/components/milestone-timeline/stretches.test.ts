import { expect } from '@open-wc/testing';
import { stretchesOf } from '../../../src/components/milestone-timeline/stretches.js';
import { aMilestone, aRecord, day } from '../../support/milestones.js';

const { chapters } = aRecord([100, 60, 20]);
const kinds = (stretches: ReturnType<typeof stretchesOf>) =>
  stretches
    .flatMap(({ steps }) => steps)
    .map(
      (s) => (s.milestone ? s.milestone.id : s.before ? 'bend' : 'source') + (s.lane ? '>' : ''),
    );

describe('stretches of the path', () => {
  it('put chapters where they began, each bending the path over', () => {
    const milestones = [-10, -20, -30, -70].map((on) => aMilestone(on));
    expect(kinds(stretchesOf(milestones, chapters, true))).to.deep.equal([
      'm-10',
      'm-20',
      'bend',
      'm-30>',
      'bend>',
      'm-70',
      'source',
    ]);
  });

  it('leave what is older than the loaded ones for later', () => {
    const milestones = [aMilestone(-10)];
    expect(kinds(stretchesOf(milestones, chapters, false))).to.deep.equal(['m-10']);
  });

  it('are a month each, and a long month is several', () => {
    const on = day(-40);
    const milestones = Array.from({ length: 120 }, (_, i) => aMilestone(-40, { id: `${i}`, on }));
    const stretches = stretchesOf(milestones, [], true);
    expect(stretches.map((s) => [s.titled, s.steps.length])).to.deep.equal([
      [true, 50],
      [false, 50],
      [false, 20],
    ]);
  });

  it('are none without anything', () => {
    expect(stretchesOf([], [], true)).to.deep.equal([]);
  });
});
