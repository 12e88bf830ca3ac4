import { MessageThread } from './message-thread.js';

// The types of its events, for who imports no more than this.
export type * from './message-thread.events.js';
export type * from '../shared/shared.events.js';
export type * from '../shared/help/help.events.js';

MessageThread.define();

declare global {
  interface HTMLElementTagNameMap {
    'message-thread': MessageThread;
  }
}
