import { expect } from '@open-wc/testing';
import { Speaking } from '../../../src/client/video/speaking.js';

describe('Speaking', () => {
  it('begins at once, lasts through pauses and ends once', () => {
    const speaking = new Speaking();
    const heard = (level: number, now: number) => speaking.read(level, now);
    expect(heard(0.2, 0)).to.equal(false);
    expect(heard(0.5, 100)).to.equal(true);
    expect(heard(0, 200), 'between words').to.equal(true);
    expect(heard(0.35, 1500), 'quieter, still speech').to.equal(true);
    expect(heard(0, 3000)).to.equal(true);
    expect(heard(0, 3100)).to.equal(false);
    expect(heard(0.35, 3200), 'too quiet to begin').to.equal(false);
  });

  it('does not flicker for a voice at the threshold', () => {
    const speaking = new Speaking();
    let changes = 0;
    let before = false;
    for (let now = 0; now < 10_000; now += 100) {
      const is = speaking.read(now % 300 ? 0.38 : 0.41, now);
      if (is !== before) changes++;
      before = is;
    }
    expect(changes).to.equal(1);
  });
});
