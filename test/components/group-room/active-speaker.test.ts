import { expect } from '@open-wc/testing';
import { ActiveSpeaker } from '../../../src/components/group-room/active-speaker.js';
import { aPerson } from '../../support/fake-room.js';

const people = (...speaking: string[]) => [
  aPerson('Me', { self: true, speaking: speaking.includes('Me') }),
  ...['Ana', 'Ben', 'Cleo'].map((name) => aPerson(name, { speaking: speaking.includes(name) })),
];

describe('ActiveSpeaker', () => {
  it('begins with the first of the others, and never shows oneself', () => {
    expect(new ActiveSpeaker().read([people()[0]!], 0)).to.deep.equal({ id: undefined });
    expect(new ActiveSpeaker().read(people('Me'), 0)).to.deep.equal({ id: 'ana' });
  });

  it('turns to who speaks, once they have for a moment and the last has had their time', () => {
    const speaker = new ActiveSpeaker();
    speaker.read(people('Ana'), 0);
    expect(speaker.read(people('Ana', 'Ben'), 1000), 'Ana goes on').to.deep.equal({ id: 'ana' });
    expect(speaker.read(people('Ben'), 1200)).to.deep.equal({ id: 'ana', due: 1300 });
    expect(speaker.read(people('Ben'), 2500)).to.deep.equal({ id: 'ben' });
  });

  it('does not turn for a cough', () => {
    const speaker = new ActiveSpeaker();
    speaker.read(people('Ana'), 0);
    speaker.read(people(), 4000);
    expect(speaker.read(people('Cleo'), 5000)).to.deep.equal({ id: 'ana', due: 600 });
    expect(speaker.read(people(), 5300)).to.deep.equal({ id: 'ana' });
  });

  it('stays with who spoke last while nobody does', () => {
    const speaker = new ActiveSpeaker();
    speaker.read(people('Ben'), 0);
    expect(speaker.read(people(), 60_000)).to.deep.equal({ id: 'ben' });
  });

  it('takes another at once when the one is gone', () => {
    const speaker = new ActiveSpeaker();
    speaker.read(people('Ben'), 0);
    const [me, ana, , cleo] = people('Cleo');
    expect(speaker.read([me!, ana!, cleo!], 100)).to.deep.equal({ id: 'cleo' });
  });
});
