import type { Info } from './wire.js';

/** What the people of a room send each other by way of the server. */
export type Letter =
  | { readonly type: 'hello' | 'welcome' | 'info'; readonly info: Info }
  | { readonly type: 'bye' }
  | { readonly type: 'eject' }
  | { readonly type: 'knock'; readonly name: string }
  | { readonly type: 'answer'; readonly granted: boolean }
  | { readonly type: 'recording'; readonly on: boolean }
  | { readonly type: 'app-message'; readonly data: unknown }
  | { readonly type: 'description'; readonly description: RTCSessionDescriptionInit }
  | { readonly type: 'candidate'; readonly candidate: RTCIceCandidateInit };

interface Envelope {
  readonly from: string;
  readonly to?: string | undefined;
  readonly letter: Letter;
}

/** In place of Daily's signalling server: the pages and frames of one browser, by the room's URL. */
export class Server {
  readonly id = crypto.randomUUID();
  readonly #channel: BroadcastChannel;

  constructor(url: string, onLetter: (letter: Letter, from: string) => void) {
    this.#channel = new BroadcastChannel(`daily-stand-in:${url}`);
    this.#channel.onmessage = ({ data }: MessageEvent<Envelope>) => {
      if (data.to === undefined || data.to === this.id) onLetter(data.letter, data.from);
    };
  }

  send(letter: Letter, to?: string): void {
    this.#channel.postMessage({ from: this.id, to, letter } satisfies Envelope);
  }

  close(): void {
    this.send({ type: 'bye' });
    this.#channel.close();
  }
}
