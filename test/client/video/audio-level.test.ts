import { expect } from '@open-wc/testing';
import { AudioLevel, loudness } from '../../../src/client/video/audio-level.js';
import { eventually } from '../../support/media.js';

function tone(gain: number): { track: MediaStreamTrack; stop(): void } {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  oscillator.connect(new GainNode(context, { gain })).connect(destination);
  oscillator.start();
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new Error('no track');
  return { track, stop: () => void context.close() };
}

describe('AudioLevel', () => {
  it('measures how loud a track is', async () => {
    const loud = tone(0.5);
    const level = new AudioLevel(loud.track);
    await eventually(() => level.read() > 0.75);
    level.close();
    expect(level.read(), 'closed').to.equal(0);
    level.close();
    loud.stop();
  });

  it('is nothing for silence', async () => {
    const quiet = tone(0);
    const level = new AudioLevel(quiet.track);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(level.read()).to.equal(0);
    level.close();
    quiet.stop();
  });
});

describe('loudness', () => {
  it('goes from −60 dB to full scale', () => {
    expect([0, 0.001, 0.1, 1, 4].map((a) => Number(loudness(a).toFixed(2)))).to.deep.equal([
      0, 0, 0.67, 1, 1,
    ]);
  });
});
