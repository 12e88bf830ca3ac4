import type { DailyCall, DailyParticipant, DailyTrackState } from '@daily-co/daily-js';
import { loudness } from '../audio-level.js';
import { Speaking } from '../speaking.js';
import type { RoomPerson } from '../video-room.js';
import { readUserData } from './user-data.js';

/** The others in a call, as the call object knows them. */
export class Others {
  readonly #call: DailyCall;
  readonly #speaking = new Map<string, Speaking>();
  /** Direct connections that have failed, by session id; small rooms have them. */
  readonly #interrupted = new Set<string>();

  constructor(call: DailyCall) {
    this.#call = call;
  }

  /** @param now Milliseconds, of any clock that only goes forward. */
  listen(now: number): void {
    const levels = this.#call.getRemoteParticipantsAudioLevel();
    for (const { session_id: id } of this.#participants()) {
      const speaking = this.#speaking.get(id) ?? new Speaking();
      this.#speaking.set(id, speaking);
      speaking.read(loudness(levels[id] ?? 0), now);
    }
  }

  interrupt(id: string, interrupted: boolean): void {
    if (interrupted) this.#interrupted.add(id);
    else this.#interrupted.delete(id);
  }

  forget(id: string): void {
    this.#speaking.delete(id);
    this.#interrupted.delete(id);
  }

  /** In order of arrival. */
  people(): RoomPerson[] {
    return this.#participants()
      .sort((a, b) => arrival(a) - arrival(b) || (a.session_id < b.session_id ? -1 : 1))
      .map((participant) => this.#person(participant));
  }

  #participants(): DailyParticipant[] {
    return Object.values(this.#call.participants()).filter(({ local }) => !local);
  }

  #person({
    session_id: id,
    user_id: guest,
    user_name: name,
    owner,
    userData,
    tracks,
  }: DailyParticipant): RoomPerson {
    const { audio, video, screenVideo } = tracks;
    const microphone = isOn(audio);
    return {
      id,
      guest,
      name,
      self: false,
      host: owner,
      microphone,
      camera: isOn(video),
      audioTrack: trackOf(audio),
      videoTrack: trackOf(video),
      screenTrack: trackOf(screenVideo),
      speaking: microphone && (this.#speaking.get(id)?.value ?? false),
      handRaisedAt: readUserData(userData).handRaisedAt,
      connection: this.#connection(id, [audio, video].filter(isOn)),
    };
  }

  #connection(id: string, on: readonly DailyTrackState[]): RoomPerson['connection'] {
    if (this.#interrupted.has(id) || on.some(({ state }) => state === 'interrupted'))
      return 'interrupted';
    const none = on.length > 0 && on.every(({ state }) => state === 'loading');
    return none ? 'connecting' : 'connected';
  }
}

const arrival = ({ joined_at }: DailyParticipant) => (joined_at ? +joined_at : Infinity);

const isOn = ({ state }: DailyTrackState) => state !== 'off' && state !== 'blocked';

/** The persistent one: Safari mutes tracks of a page in the background, and they come back. */
const trackOf = (track: DailyTrackState) =>
  isOn(track) && track.subscribed === true ? track.persistentTrack : undefined;
