import { CheckinForm } from './checkin-form.js';

// The types of its events, for who imports no more than this.
export type * from './checkin-form.events.js';
export type * from '../shared/shared.events.js';
export type * from '../shared/help/help.events.js';

CheckinForm.define();

declare global {
  interface HTMLElementTagNameMap {
    'checkin-form': CheckinForm;
  }
}
