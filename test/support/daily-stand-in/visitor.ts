import { DailyRoom } from '../../../src/client/video/daily/daily-room.js';
import { smallMedia } from '../media.js';
import { machines } from './call-machines.js';

/** What a page of its own offers to the test that opened it in a frame. */
export interface VisitorWindow extends Window {
  visitor?: {
    readonly DailyRoom: typeof DailyRoom;
    readonly machines: typeof machines;
    readonly opened: readonly MediaStreamTrack[];
  };
}

const { opened } = smallMedia();
(window as VisitorWindow).visitor = { DailyRoom, machines, opened };
