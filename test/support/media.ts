/** Real media, small: Chromium's fake devices at 320 by 180 and 10 frames a second. */
export function smallMedia(): { opened: MediaStreamTrack[]; restore(): void } {
  const { mediaDevices } = navigator;
  const original = mediaDevices.getUserMedia.bind(mediaDevices);
  const opened: MediaStreamTrack[] = [];
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await original({
      ...constraints,
      ...(constraints?.video && {
        video: {
          ...(constraints.video as MediaTrackConstraints),
          width: 320,
          height: 180,
          frameRate: 10,
        },
      }),
    });
    opened.push(...stream.getTracks());
    return stream;
  };
  return {
    opened,
    restore: () => {
      mediaDevices.getUserMedia = original;
      for (const track of opened) track.stop();
    },
  };
}

/** A getUserMedia that fails as a browser would. */
export function failingMedia(name: string, message = ''): () => void {
  const { mediaDevices } = navigator;
  const original = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = () => Promise.reject(new DOMException(message, name));
  return () => (mediaDevices.getUserMedia = original);
}

/** Resolves with the number of painted frames once there are some. */
export async function framesOf(track: MediaStreamTrack | undefined, wanted = 2): Promise<number> {
  if (!track) return 0;
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  document.body.append(video);
  try {
    await video.play();
    for (let frames = 0; frames < wanted; frames++)
      await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    return video.videoWidth > 0 ? wanted : 0;
  } finally {
    video.srcObject = null;
    video.remove();
  }
}

/** Plays a track aloud, as a page would, and gives the end of it. */
export async function play(track: MediaStreamTrack | undefined): Promise<() => void> {
  const audio = document.createElement('audio');
  audio.srcObject = track ? new MediaStream([track]) : null;
  await audio.play();
  return () => (audio.srcObject = null);
}

/** Waits until `get` gives something truthy. */
export async function eventually<T>(
  get: () => T | Promise<T>,
  what = String(get),
  timeout = 8000,
): Promise<NonNullable<T>> {
  const end = performance.now() + timeout;
  for (;;) {
    const value = await get();
    if (value) return value;
    if (performance.now() > end) throw new Error(`Waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A microphone and a camera that are on, as a device check leaves them. */
export async function tracksOf(): Promise<Record<'audioTrack' | 'videoTrack', MediaStreamTrack>> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  const [audioTrack] = stream.getAudioTracks();
  const [videoTrack] = stream.getVideoTracks();
  if (!audioTrack || !videoTrack) throw new Error('No devices');
  return { audioTrack, videoTrack };
}
