/**
 * Records a track for so long. What was said stays in the memory of this page: it is neither stored
 * nor sent. Rejects with the signal's reason when that comes before.
 */
export async function record(
  track: MediaStreamTrack,
  ms: number,
  signal: AbortSignal,
): Promise<Blob> {
  signal.throwIfAborted();
  const recorder = new MediaRecorder(new MediaStream([track]));
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  recorder.start();
  const timer = setTimeout(stop, ms);
  signal.addEventListener('abort', stop);
  // It also stops by itself, when the microphone is unplugged.
  await stopped;
  clearTimeout(timer);
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  return new Blob(parts, { type: recorder.mimeType });
}

/** Plays what was recorded, to its end, and forgets it. */
export async function playBack(
  clip: Blob,
  signal: AbortSignal,
  speaker: string | undefined,
): Promise<void> {
  const address = URL.createObjectURL(clip);
  try {
    await play(Object.assign(new Audio(), { src: address }), signal, speaker);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Plays an element's sound from the chosen speaker, until it ends or the signal comes. */
export async function play(
  audio: HTMLAudioElement,
  signal: AbortSignal,
  speaker: string | undefined,
): Promise<void> {
  // A speaker that is gone by now: the usual one is better than none.
  if (speaker) await audio.setSinkId?.(speaker).catch(() => {});
  signal.throwIfAborted();
  const ended = new Promise<void>((resolve, reject) => {
    audio.addEventListener('ended', () => resolve());
    audio.addEventListener('error', () =>
      reject(new Error('Not playable', { cause: audio.error })),
    );
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  try {
    await Promise.all([audio.play(), ended]);
  } finally {
    audio.pause();
    audio.srcObject = null;
    audio.removeAttribute('src');
  }
}
