import type { RoomErrorCode } from '../../client/video/video-room.js';

/**
 * Why somebody is no longer in a room: they left, the element was taken off the page, the page was
 * closed, they signed out, or what the room itself said.
 */
export type LeaveReason = 'left' | 'removed' | 'page-closed' | 'signed-out' | RoomErrorCode;

/** `wf-room-joined`: the person is in the room. */
export class WfRoomJoinedEvent extends Event {
  static readonly type = 'wf-room-joined';
  constructor(readonly meetingId: string) {
    super(WfRoomJoinedEvent.type, { bubbles: true, composed: true });
  }
}

/** `wf-room-left`: the person is no longer in the room; their camera and microphone are off. */
export class WfRoomLeftEvent extends Event {
  static readonly type = 'wf-room-left';
  constructor(
    readonly meetingId: string,
    readonly reason: LeaveReason,
  ) {
    super(WfRoomLeftEvent.type, { bubbles: true, composed: true });
  }
}

/** `wf-agreements-accepted`: the person accepted the agreements in this version; it is kept. */
export class WfAgreementsAcceptedEvent extends Event {
  static readonly type = 'wf-agreements-accepted';
  constructor(
    readonly meetingId: string,
    readonly version: string,
  ) {
    super(WfAgreementsAcceptedEvent.type, { bubbles: true, composed: true });
  }
}

/** `wf-recording-answered`: the person said yes or no to being recorded, or took a yes back. */
export class WfRecordingAnsweredEvent extends Event {
  static readonly type = 'wf-recording-answered';
  /** When (ISO 8601, UTC). */
  readonly at = new Date().toISOString();
  constructor(
    readonly meetingId: string,
    readonly agreed: boolean,
  ) {
    super(WfRecordingAnsweredEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-room-joined': WfRoomJoinedEvent;
    'wf-room-left': WfRoomLeftEvent;
    'wf-agreements-accepted': WfAgreementsAcceptedEvent;
    'wf-recording-answered': WfRecordingAnsweredEvent;
  }
}
