const NOTES = [523, 659, 784];
const NOTE_S = 0.35;

/** Three notes going up, gently, from the speaker that was chosen. */
export async function testTone(signal: AbortSignal, speaker: string | undefined): Promise<void> {
  signal.throwIfAborted();
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const audio = new Audio();
  audio.srcObject = out.stream;
  try {
    // A speaker that is gone by now: the usual one is better than none.
    if (speaker) await audio.setSinkId?.(speaker).catch(() => {});
    await Promise.all([context.resume(), audio.play()]);
    await notes(context, out, signal);
  } finally {
    audio.pause();
    audio.srcObject = null;
    await context.close();
  }
}

function notes(context: AudioContext, out: AudioNode, signal: AbortSignal): Promise<void> {
  const start = context.currentTime + 0.05;
  const sounds = NOTES.map((frequency, n) => {
    const at = start + n * NOTE_S;
    const gain = new GainNode(context, { gain: 0 });
    // No sudden edge: it would click.
    gain.gain.setTargetAtTime(0.2, at, 0.02);
    gain.gain.setTargetAtTime(0, at + NOTE_S - 0.1, 0.03);
    const sound = new OscillatorNode(context, { frequency });
    sound.connect(gain).connect(out);
    sound.start(at);
    sound.stop(at + NOTE_S);
    return sound;
  });
  return new Promise((resolve, reject) => {
    sounds.at(-1)?.addEventListener('ended', () => resolve());
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}
