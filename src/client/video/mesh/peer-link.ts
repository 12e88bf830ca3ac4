import type { RoomPerson } from '../video-room.js';
import { loudness } from '../audio-level.js';
import type { LinkSignal } from './signals.js';

/** What is sent, in the order of its places in the connection. */
const KINDS = ['audio', 'video', 'screen'] as const;
export type Kind = (typeof KINDS)[number];

export interface PeerLinkOptions {
  /** Which of the two gives way when both make an offer at once: exactly one of them must. */
  readonly polite: boolean;
  /** Whether this end makes the first offer. It is safe, only slower, when both do. */
  readonly initiate: boolean;
  readonly iceServers: RTCIceServer[];
  send(signal: LinkSignal): void;
  /** `connection` or a remote track is another. */
  onChange(): void;
}

/** A break this long is mended by an ICE restart; most shorter ones mend themselves. */
const PATIENCE_MS = 3000;

/**
 * The connection to one other person, by perfect negotiation. Audio, video and screen have a
 * place in it from the start, so that they only replace a track and never negotiate.
 */
export class PeerLink {
  connection: RoomPerson['connection'] = 'connecting';

  readonly #options: PeerLinkOptions;
  readonly #tracks = new Map<Kind, MediaStreamTrack | null>();
  readonly #remote = new Map<Kind, RTCRtpReceiver>();
  /** Named in both descriptions, so that lips and voice stay together. */
  readonly #stream = new MediaStream();
  #pc: RTCPeerConnection;
  /** Candidates that came before the description that they belong to. */
  #early: RTCIceCandidateInit[] = [];
  #described = false;
  #makingOffer = false;
  #ignoringOffer = false;
  #settingAnswer = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    this.#pc = this.#open();
    if (options.initiate)
      for (const kind of KINDS)
        this.#pc.addTransceiver(kind === 'audio' ? kind : 'video', { streams: [this.#stream] });
  }

  /** The other's track; it is silent or black while they send nothing. */
  track(kind: Kind): MediaStreamTrack | undefined {
    return this.#remote.get(kind)?.track;
  }

  /** How loud the other is, 0 to 1, from what their sender says with each packet. */
  level(): number {
    const [source] = this.#remote.get('audio')?.getSynchronizationSources() ?? [];
    return loudness(source?.audioLevel ?? 0);
  }

  /** Sends this track, or nothing. */
  setTrack(kind: Kind, track: MediaStreamTrack | null): void {
    this.#tracks.set(kind, track);
    const place = this.#pc.getTransceivers()[KINDS.indexOf(kind)];
    void place?.sender.replaceTrack(track).catch(() => {});
  }

  async receive(signal: LinkSignal): Promise<void> {
    try {
      if (signal.type === 'description') await this.#setDescription(signal.description);
      else if (this.#described)
        await this.#pc.addIceCandidate(signal.candidate as RTCIceCandidateInit);
      else this.#early.push(signal.candidate as RTCIceCandidateInit);
    } catch {
      // Closed meanwhile, a candidate of an offer that was passed over, or nonsense: whatever is
      // broken by it shows as a failed connection, which is mended there.
    }
  }

  close(): void {
    clearTimeout(this.#patience);
    this.#discard();
  }

  #open(): RTCPeerConnection {
    const { iceServers } = this.#options;
    const pc = new RTCPeerConnection({ iceServers, bundlePolicy: 'max-bundle' });
    pc.addEventListener('negotiationneeded', this.#onNegotiationNeeded);
    pc.addEventListener('icecandidate', this.#onCandidate);
    pc.addEventListener('track', this.#onTrack);
    pc.addEventListener('connectionstatechange', this.#onConnection);
    return pc;
  }

  #discard(): void {
    const pc = this.#pc;
    pc.removeEventListener('negotiationneeded', this.#onNegotiationNeeded);
    pc.removeEventListener('icecandidate', this.#onCandidate);
    pc.removeEventListener('track', this.#onTrack);
    pc.removeEventListener('connectionstatechange', this.#onConnection);
    pc.close();
  }

  readonly #onNegotiationNeeded = () => void this.#offer();

  async #offer(): Promise<void> {
    this.#makingOffer = true;
    const pc = this.#pc;
    try {
      await pc.setLocalDescription();
      if (pc === this.#pc) this.#sendDescription();
    } catch {
      // Closed or rolled back meanwhile; when it is still needed, the event comes again.
    } finally {
      this.#makingOffer = false;
    }
  }

  readonly #onCandidate = ({ candidate }: RTCPeerConnectionIceEvent) => {
    if (candidate?.candidate)
      this.#options.send({
        type: 'candidate',
        candidate: candidate.toJSON() as { candidate: string },
      });
  };

  readonly #onTrack = ({ receiver, transceiver }: RTCTrackEvent) => {
    const kind = KINDS[this.#pc.getTransceivers().indexOf(transceiver)];
    if (kind) this.#remote.set(kind, receiver);
    this.#options.onChange();
  };

  readonly #onConnection = () => {
    const state = this.#pc.connectionState;
    if (state === 'connected') this.connection = 'connected';
    else if (state === 'failed' || this.connection === 'connected') this.connection = 'interrupted';
    clearTimeout(this.#patience);
    if (state === 'failed') this.#pc.restartIce();
    if (state === 'disconnected')
      this.#patience = setTimeout(() => this.#pc.restartIce(), PATIENCE_MS);
    this.#options.onChange();
  };

  async #setDescription(description: RTCSessionDescriptionInit): Promise<void> {
    const isOffer = description.type === 'offer';
    const ready =
      !this.#makingOffer && (this.#pc.signalingState === 'stable' || this.#settingAnswer);
    const collides = isOffer && !ready;
    this.#ignoringOffer = collides && !this.#options.polite;
    if (this.#ignoringOffer) return;
    // An offer rolled back before the first answer would leave its transceivers behind, unused.
    if (collides && !this.#pc.remoteDescription) {
      this.#discard();
      this.#pc = this.#open();
    }
    const pc = this.#pc;
    this.#settingAnswer = !isOffer;
    this.#described = true;
    try {
      // What is asked of a connection lines up in its own queue.
      const set = pc.setRemoteDescription(description);
      const early = this.#early.splice(0).map((candidate) => pc.addIceCandidate(candidate));
      await Promise.allSettled(early);
      await set;
    } finally {
      this.#settingAnswer = false;
    }
    if (!isOffer) return;
    for (const transceiver of pc.getTransceivers()) {
      transceiver.direction = 'sendrecv';
      transceiver.sender.setStreams?.(this.#stream);
    }
    for (const [kind, track] of this.#tracks) this.setTrack(kind, track);
    await pc.setLocalDescription();
    this.#sendDescription();
  }

  #sendDescription(): void {
    const { type, sdp } = this.#pc.localDescription ?? {};
    if (type === 'offer' || type === 'answer')
      this.#options.send({ type: 'description', description: { type, sdp: sdp ?? '' } });
  }
}
