import { GroupRoom } from './group-room.js';

// The types of its events, for who imports no more than this.
export type * from './group-room.events.js';
export type * from '../shared/shared.events.js';
export type * from '../shared/help/help.events.js';

GroupRoom.define();

declare global {
  interface HTMLElementTagNameMap {
    'group-room': GroupRoom;
  }
}
