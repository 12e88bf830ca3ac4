import type { DailyParticipant, DailyTrackState } from '@daily-co/daily-js';
import type { Letter } from './server.js';
import { participant, type Info, type Store } from './wire.js';

type Kind = 'audio' | 'video';

export interface RemoteOptions {
  readonly id: string;
  readonly store: Store;
  send(letter: Letter): void;
  onChange(): void;
}

/** Somebody else, and the WebRTC connection to them: one transceiver a kind, negotiated once. */
export class Remote {
  readonly id: string;
  interrupted = false;
  #info: Info | undefined;
  readonly #pc = new RTCPeerConnection();
  readonly #options: RemoteOptions;

  constructor(options: RemoteOptions) {
    this.id = options.id;
    this.#options = options;
    options.store.participants[this.id] = { public: {}, private: {} };
    this.#pc.onicecandidate = ({ candidate }) => {
      if (candidate) options.send({ type: 'candidate', candidate: candidate.toJSON() });
    };
    this.#pc.ontrack = ({ track }) => {
      options.store.streams[`${this.id} ${track.kind}`] = {
        participantId: this.id,
        type: 'cam',
        pendingTrack: track,
        starttime: new Date(),
      };
      track.onunmute = () => options.onChange();
      options.onChange();
    };
  }

  set info(info: Info) {
    this.#info = info;
    this.#options.onChange();
  }

  get participant(): DailyParticipant | undefined {
    if (!this.#info) return undefined;
    const states = { audio: this.#state('audio'), video: this.#state('video') };
    return participant(this.id, false, this.#info, states);
  }

  /** 0 to 1, as the sender says with each packet. */
  get level(): number {
    const receiver = this.#pc.getReceivers().find(({ track }) => track.kind === 'audio');
    return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
  }

  async offer(): Promise<void> {
    this.#pc.addTransceiver('audio');
    this.#pc.addTransceiver('video');
    await this.#describe();
  }

  send(kind: Kind, track: MediaStreamTrack | null): void {
    for (const { sender, receiver } of this.#pc.getTransceivers())
      if (receiver.track.kind === kind) void sender.replaceTrack(track);
  }

  async receive(letter: Letter): Promise<void> {
    if (letter.type === 'candidate') await this.#pc.addIceCandidate(letter.candidate);
    if (letter.type !== 'description') return;
    await this.#pc.setRemoteDescription(letter.description);
    if (letter.description.type !== 'offer') return;
    for (const transceiver of this.#pc.getTransceivers()) transceiver.direction = 'sendrecv';
    await this.#describe();
  }

  close(): void {
    this.#pc.close();
    const { store } = this.#options;
    for (const kind of ['audio', 'video']) delete store.streams[`${this.id} ${kind}`];
    delete store.participants[this.id];
  }

  async #describe(): Promise<void> {
    await this.#pc.setLocalDescription();
    const description = this.#pc.localDescription;
    if (description) this.#options.send({ type: 'description', description: description.toJSON() });
  }

  #state(kind: Kind): DailyTrackState['state'] {
    if (!this.#info?.[kind]) return 'off';
    if (this.interrupted) return 'interrupted';
    return this.#options.store.streams[`${this.id} ${kind}`] ? 'playable' : 'loading';
  }
}
