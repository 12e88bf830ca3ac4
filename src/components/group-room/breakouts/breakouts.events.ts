/** `wf-room-moved`: within a meeting, the person went to a small room, or back to the group. */
export class WfRoomMovedEvent extends Event {
  static readonly type = 'wf-room-moved';
  constructor(
    readonly meetingId: string,
    readonly to: 'breakout' | 'group',
  ) {
    super(WfRoomMovedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-room-moved': WfRoomMovedEvent;
  }
}
