import type { DailyParticipant, DailyTrackState } from '@daily-co/daily-js';

/** A message of daily-js to its call machine, or back: through `window.postMessage`. */
export interface Wire {
  readonly what: 'iframe-call-message';
  readonly from: 'module' | 'embedded';
  readonly callClientId: string;
  readonly callbackStamp?: string;
  readonly action?: string;
  readonly [field: string]: unknown;
}

/** What `join-meeting` brings, as far as the stand-in looks at it. */
export interface Properties {
  readonly url: string;
  readonly token?: string;
  readonly userName?: string;
  readonly userData?: unknown;
  readonly startAudioOff?: boolean;
  readonly startVideoOff?: boolean;
  readonly subscribeToTracksAutomatically?: boolean;
}

/** What the people of a room know of each other. */
export interface Info {
  readonly name: string;
  readonly joinedAt: number;
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
  readonly userData: unknown;
  readonly owner: boolean;
}

/** daily-js looks for the tracks in the machine's store; what crosses the window carries none. */
export interface Store {
  readonly local: {
    streams: { cam: { stream: MediaStream | null }; screen: { stream: MediaStream | null } };
    readonly public: { readonly subscribedTracks: Record<string, unknown> };
  };
  readonly streams: Record<
    string,
    {
      participantId: string;
      type: 'cam' | 'screen';
      pendingTrack: MediaStreamTrack;
      starttime: Date;
    }
  >;
  readonly participants: Record<string, { public: object; private: object }>;
}

export interface DailyWindow extends Window {
  _daily: {
    pendings: string[];
    instances: Record<
      string,
      {
        tracks: {
          audioTrack?: MediaStreamTrack;
          videoTrack?: MediaStreamTrack;
          screenMediaStream?: MediaStream;
        };
        callMachine?: { store: { getState(): Store }; reset(): void };
      }
    >;
  };
}

/** How a track is, and whether this end takes it. */
export interface Track {
  readonly state: DailyTrackState['state'];
  readonly subscribed?: DailyTrackState['subscribed'];
}

/** Somebody as Daily describes them. */
export function participant(
  id: string,
  local: boolean,
  info: Info,
  states: Record<'audio' | 'video' | 'screen', Track>,
): DailyParticipant {
  return {
    session_id: id,
    user_id: id,
    user_name: info.name,
    userData: info.userData,
    local,
    owner: info.owner,
    record: false,
    audio: info.audio,
    video: info.video,
    screen: info.screen,
    joined_at: new Date(info.joinedAt),
    will_eject_at: new Date(0),
    permissions: {
      hasPresence: true,
      canSend: true,
      canReceive: { base: true },
      canAdmin: info.owner,
    },
    tracks: {
      audio: track(states.audio),
      video: track(states.video),
      screenAudio: track({ state: 'off' }),
      screenVideo: track(states.screen),
    },
    cam_info: {},
    screen_info: {},
  };
}

const track = ({ state, subscribed = true }: Track): DailyTrackState => ({
  subscribed,
  state,
  ...(state === 'off' && { off: { byUser: true } }),
});
