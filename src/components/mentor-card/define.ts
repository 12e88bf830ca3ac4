import { MentorCard } from './mentor-card.js';

// The types of its events, for who imports no more than this.
export type * from './mentor-card.events.js';
export type * from '../shared/pairing.events.js';
export type * from '../shared/shared.events.js';
export type * from '../shared/help/help.events.js';

MentorCard.define();

declare global {
  interface HTMLElementTagNameMap {
    'mentor-card': MentorCard;
  }
}
