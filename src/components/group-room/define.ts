import { GroupRoom } from './group-room.js';

GroupRoom.define();

declare global {
  interface HTMLElementTagNameMap {
    'group-room': GroupRoom;
  }
}
