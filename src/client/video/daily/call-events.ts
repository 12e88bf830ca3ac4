import type {
  DailyCall,
  DailyEventObjectAppMessage,
  NetworkConnectionType,
} from '@daily-co/daily-js';
import type { RoomError } from '../video-room.js';
import { cameraError, toRoomError } from './daily-errors.js';
import type { Others } from './others.js';
import type { SendQuality } from './send-quality.js';

export interface CallEvents {
  readonly others: Others;
  readonly quality: SendQuality;
  /** Somebody came, changed or left. */
  onChange(): void;
  /** Whether the way to the room is broken and being mended. */
  onReconnecting(reconnecting: boolean): void;
  /** Somebody sent something of ours; a portal may send of its own. */
  onNote(note: unknown, personId: string): void;
  onDeviceError(error: RoomError): void;
  /** The call is over, with the reason when it was nobody's wish here. */
  onEnd(error?: RoomError): void;
}

/** Translates what a call object tells. Its listeners end with it. */
export function observe(call: DailyCall, events: CallEvents): void {
  const { others, quality } = events;
  const broken = new Set<NetworkConnectionType>();
  call
    .on('participant-joined', () => events.onChange())
    .on('participant-updated', () => events.onChange())
    .on('participant-left', ({ participant }) => {
      others.forget(participant.session_id);
      events.onChange();
    })
    .on('network-connection', ({ type, event, session_id }) => {
      const interrupted = event === 'interrupted';
      if (type === 'peer-to-peer') {
        if (session_id) others.interrupt(session_id, interrupted);
        return events.onChange();
      }
      if (interrupted) broken.add(type);
      else broken.delete(type);
      events.onReconnecting(broken.size > 0);
    })
    .on('network-quality-change', ({ networkState }) =>
      quality.network(networkState, performance.now()),
    )
    .on('app-message', ({ data, fromId }: DailyEventObjectAppMessage<{ wayfellow?: unknown }>) =>
      events.onNote(data?.wayfellow, fromId),
    )
    .on('camera-error', ({ error }) => events.onDeviceError(cameraError(error)))
    .on('error', (event) => events.onEnd(toRoomError(event)))
    .on('left-meeting', () => events.onEnd());
}
