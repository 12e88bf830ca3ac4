import { MilestoneTimeline } from './milestone-timeline.js';

MilestoneTimeline.define();

declare global {
  interface HTMLElementTagNameMap {
    'milestone-timeline': MilestoneTimeline;
  }
}
