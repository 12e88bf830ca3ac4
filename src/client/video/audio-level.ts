let context: AudioContext | undefined;
let users = 0;

/**
 * How loud a track of this device is. All levels of a page share one AudioContext, which closes
 * with the last of them.
 */
export class AudioLevel {
  readonly #source: MediaStreamAudioSourceNode;
  readonly #analyser: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;
  #closed = false;

  constructor(track: MediaStreamTrack) {
    context ??= new AudioContext();
    users++;
    this.#analyser = new AnalyserNode(context, { fftSize: 4096 });
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#source = context.createMediaStreamSource(new MediaStream([track]));
    this.#source.connect(this.#analyser);
  }

  /** Loudness over the last 0.1 s, 0 to 1. */
  read(): number {
    if (this.#closed) return 0;
    // Before the page's first gesture a browser may hold it back.
    // A phone call may have `interrupted` it.
    if (context && context.state !== 'running' && context.state !== 'closed')
      void context.resume().catch(() => {});
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const energy = this.#samples.reduce((sum, sample) => sum + sample * sample, 0);
    return loudness(Math.sqrt(energy / this.#samples.length));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#source.disconnect();
    if (--users === 0) {
      void context?.close().catch(() => {});
      context = undefined;
    }
  }
}

/** Amplitude as an ear hears it: −60 dB is 0, full scale is 1. */
export function loudness(amplitude: number): number {
  return Math.min(1, Math.max(0, 1 + Math.log10(amplitude || 1e-9) / 3));
}
