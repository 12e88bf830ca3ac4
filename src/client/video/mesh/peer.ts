import type { RoomPerson } from '../video-room.js';
import { PeerLink, type PeerLinkOptions } from './peer-link.js';
import type { Presence } from './signals.js';
import { Speaking } from '../speaking.js';

/** Somebody else in the room: what they say of themselves, and the link to them. */
export class Peer {
  readonly link: PeerLink;
  /** Where they stand in the order of arrival. */
  arrivedAt = 0;
  /** As the channel says of them. */
  host = false;
  guest: string | undefined;
  #presence: Presence | undefined;
  readonly #speaking = new Speaking();

  constructor(
    readonly id: string,
    options: PeerLinkOptions,
  ) {
    this.link = new PeerLink(options);
  }

  /** @param arrivedAt Counts the first time. */
  meet(presence: Presence, arrivedAt: number): void {
    if (!this.#presence) this.arrivedAt = arrivedAt;
    this.#presence = presence;
  }

  listen(now: number): void {
    this.#speaking.read(this.link.level(), now);
  }

  /** Whether they look at pictures. */
  get looks(): boolean {
    return !this.#presence?.blind;
  }

  /** Undefined until they have said who they are. */
  get person(): RoomPerson | undefined {
    if (!this.#presence) return undefined;
    const { name, microphone, camera, screen, handRaisedAt } = this.#presence;
    return {
      id: this.id,
      name,
      self: false,
      host: this.host,
      guest: this.guest,
      microphone,
      camera,
      audioTrack: microphone ? this.link.track('audio') : undefined,
      videoTrack: camera ? this.link.track('video') : undefined,
      screenTrack: screen ? this.link.track('screen') : undefined,
      speaking: microphone && this.#speaking.value,
      handRaisedAt,
      connection: this.link.connection,
    };
  }
}
