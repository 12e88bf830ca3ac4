import type { DailyCall, DailyParticipantUpdateOptions } from '@daily-co/daily-js';
import type { PictureSize } from '../video-room.js';

/** The layers of a camera's picture, from the smallest that Daily sends. */
const LAYERS = { small: 0, medium: 1, large: 2, soon: 0 } as const;

type Update = Pick<Required<DailyParticipantUpdateOptions>, 'setSubscribedTracks'>;

/**
 * Takes from Daily what is on the screen: pictures of the page that is shown, as large as they are
 * shown, the next page held ready, and everybody's sound.
 */
export class Subscriptions {
  /** Undefined: nobody has said what is seen, so all of it comes. */
  #sizes: ReadonlyMap<string, PictureSize> | undefined;
  readonly #given = new Map<string, PictureSize | 'none'>();

  watch(sizes: ReadonlyMap<string, PictureSize>): void {
    this.#sizes = sizes;
  }

  /** Asks for what is wanted of those who are here, where it is another than before. */
  update(call: DailyCall): void {
    if (call.meetingState() !== 'joined-meeting') return;
    const updates: Record<string, Update> = {};
    const layers: Record<string, { video: { layer: number } }> = {};
    for (const { session_id: id, local } of Object.values(call.participants())) {
      if (local) continue;
      const wanted = this.#wanted(id);
      const given = this.#given.get(id);
      if (wanted === given) continue;
      this.#given.set(id, wanted);
      updates[id] = { setSubscribedTracks: this.#tracks(wanted) };
      if (wanted !== 'none') layers[id] = { video: { layer: LAYERS[wanted] } };
    }
    if (Object.keys(updates).length) call.updateParticipants(updates);
    if (Object.keys(layers).length) void call.updateReceiveSettings(layers).catch(() => {});
  }

  forget(id: string): void {
    this.#given.delete(id);
  }

  #wanted(id: string): PictureSize | 'none' {
    return this.#sizes ? (this.#sizes.get(id) ?? 'none') : 'medium';
  }

  #tracks(wanted: PictureSize | 'none') {
    const none = this.#sizes?.size === 0;
    const video = wanted === 'soon' ? ('staged' as const) : wanted !== 'none';
    return { audio: true, video, screenVideo: !none, screenAudio: false };
  }
}
