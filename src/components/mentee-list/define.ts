import { MenteeList } from './mentee-list.js';

// The types of its events, for who imports no more than this.
export type * from './mentee-list.events.js';
export type * from '../shared/pairing.events.js';
export type * from '../shared/shared.events.js';
export type * from '../shared/help/help.events.js';

MenteeList.define();

declare global {
  interface HTMLElementTagNameMap {
    'mentee-list': MenteeList;
  }
}
