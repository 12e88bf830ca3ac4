import { MilestoneTimeline } from './milestone-timeline.js';

// The types of its events, for who imports no more than this.
export type * from './milestone-timeline.events.js';
export type * from '../shared/shared.events.js';
export type * from '../shared/help/help.events.js';

MilestoneTimeline.define();

declare global {
  interface HTMLElementTagNameMap {
    'milestone-timeline': MilestoneTimeline;
  }
}
