import { CheckinHistory } from './checkin-history.js';

// The types of its events, for who imports no more than this.
export type * from './checkin-history.events.js';
export type * from '../shared/shared.events.js';
export type * from '../shared/help/help.events.js';

CheckinHistory.define();

declare global {
  interface HTMLElementTagNameMap {
    'checkin-history': CheckinHistory;
  }
}
