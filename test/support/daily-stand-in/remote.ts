import type { DailyParticipant, DailyTrackSubscriptionState } from '@daily-co/daily-js';
import type { Letter } from './server.js';
import { participant, type Info, type Store, type Track } from './wire.js';

const KINDS = ['audio', 'video', 'screen'] as const;
export type Kind = (typeof KINDS)[number];

/** daily-js's names for what can be taken. */
const NAMES = { audio: 'cam-audio', video: 'cam-video', screen: 'screen-video' } as const;

export interface RemoteOptions {
  readonly id: string;
  readonly store: Store;
  send(letter: Letter): void;
  onChange(): void;
}

/** Somebody else, and the WebRTC connection to them: one transceiver a
 * kind, negotiated once. */
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
    this.#pc.ontrack = ({ track, transceiver }) => {
      const kind = KINDS[this.#pc.getTransceivers().indexOf(transceiver)] ?? 'audio';
      options.store.streams[`${this.id} ${kind}`] = {
        participantId: this.id,
        type: kind === 'screen' ? 'screen' : 'cam',
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
    return participant(this.id, false, this.#info, {
      audio: this.#state('audio'),
      video: this.#state('video'),
      screen: this.#state('screen'),
    });
  }

  /** 0 to 1, as the sender says with each packet. */
  get level(): number {
    const receiver = this.#pc.getReceivers().find(({ track }) => track.kind === 'audio');
    return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
  }

  /** As daily-js asks for it: by what it calls the kinds. */
  subscribe(wanted: Record<string, DailyTrackSubscriptionState>): void {
    const { store } = this.#options;
    store.local.public.subscribedTracks[this.id] = {
      'cam-audio': wanted['audio'],
      'cam-video': wanted['video'],
      'screen-video': wanted['screenVideo'],
    };
    this.#options.onChange();
  }

  async offer(): Promise<void> {
    for (const kind of KINDS) this.#pc.addTransceiver(kind === 'audio' ? kind : 'video');
    await this.#describe();
  }

  send(kind: Kind, track: MediaStreamTrack | null): void {
    const place = this.#pc.getTransceivers()[KINDS.indexOf(kind)];
    void place?.sender.replaceTrack(track);
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
    for (const kind of KINDS) delete store.streams[`${this.id} ${kind}`];
    delete store.participants[this.id];
    delete store.local.public.subscribedTracks[this.id];
  }

  async #describe(): Promise<void> {
    await this.#pc.setLocalDescription();
    const description = this.#pc.localDescription;
    if (description) this.#options.send({ type: 'description', description: description.toJSON() });
  }

  #state(kind: Kind): Track {
    const { store } = this.#options;
    const all = store.local.public.subscribedTracks;
    const mine = all[this.id] as Record<string, DailyTrackSubscriptionState> | undefined;
    const subscribed = mine?.[NAMES[kind]] ?? all['ALL'] === true;
    if (!this.#info?.[kind]) return { state: 'off', subscribed };
    if (subscribed !== true) return { state: 'sendable', subscribed };
    if (this.interrupted) return { state: 'interrupted' };
    return { state: store.streams[`${this.id} ${kind}`] ? 'playable' : 'loading' };
  }
}
