import type { LeaveReason } from './group-room.events.js';

/** Whether a visit ended because the person, or the page around it, wanted it so. */
export const wasWanted = (reason: LeaveReason): boolean =>
  reason === 'left' || reason === 'removed' || reason === 'page-closed';
