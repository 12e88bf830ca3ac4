import { aTimeout, expect } from '@open-wc/testing';
import { Talk } from '../../../src/client/video/talk.js';
import { LONGEST_MESSAGE } from '../../../src/client/video/video-room.js';
import { aPerson } from '../../support/fake-room.js';

function aTalk() {
  const talk = new Talk({
    state: () => ({
      connection: 'joined',
      people: [aPerson('Me', { self: true }), aPerson('Ana')],
    }),
    send: () => {},
    onChange: () => {},
  });
  return talk;
}

describe('the talk of a room', () => {
  it('passes over what is none of ours, and who is not there', () => {
    const talk = aTalk();
    const nonsense = [
      undefined,
      null,
      'message',
      {},
      { kind: 'message' },
      { kind: 'message', text: 7 },
      { kind: 'message', text: ' ' },
      { kind: 'message', text: 'x'.repeat(LONGEST_MESSAGE + 1) },
      { kind: 'reaction', reaction: 'toString' },
      { kind: 'other', text: 'Hello', reaction: 'heart' },
    ];
    for (const sent of nonsense) talk.receive(sent, 'ana');
    talk.receive({ kind: 'message', text: 'Hello' }, 'nobody');
    expect(talk.messages).to.deep.equal([]);
    const people = [aPerson('Ana')];
    expect(talk.reacting(people)).to.equal(people);
    talk.receive({ kind: 'message', text: 'Hello' }, 'ana');
    expect(talk.messages[0]).to.include({ name: 'Ana', text: 'Hello', self: false });
  });

  it('holds back one who floods the room, at both ends, and nobody else', async () => {
    const talk = aTalk();
    for (let n = 0; n < 500; n++) talk.receive({ kind: 'message', text: `${n}` }, 'ana');
    expect(talk.messages.map(({ text }) => text)).to.deep.equal([...'01234567']);
    for (let n = 0; n < 8; n++) talk.say(`${n}`);
    expect(() => talk.say('one more'))
      .to.throw()
      .with.property('code', 'too-many');
    expect(() => talk.react('heart'))
      .to.throw()
      .with.property('code', 'too-many');
    expect(talk.messages).to.have.length(16);
    // After a while they may go on.
    await aTimeout(1600);
    talk.say('and now');
    talk.receive({ kind: 'message', text: 'too' }, 'ana');
    expect(talk.messages.slice(-2).map(({ text }) => text)).to.deep.equal(['and now', 'too']);
    talk.close();
  });

  it('keeps the last of what is written', () => {
    const { now } = performance;
    let time = 0;
    Object.defineProperty(performance, 'now', { configurable: true, value: () => (time += 2000) });
    const talk = aTalk();
    for (let n = 0; n < 500; n++) talk.receive({ kind: 'message', text: `${n}` }, 'ana');
    Object.defineProperty(performance, 'now', { configurable: true, value: now });
    expect(talk.messages).to.have.length(200);
    expect(talk.messages.at(-1)?.text).to.equal('499');
    expect(new Set(talk.messages.map(({ id }) => id)).size).to.equal(200);
  });
});
