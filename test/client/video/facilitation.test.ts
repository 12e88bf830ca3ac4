import { expect } from '@open-wc/testing';
import { Facilitation, type HostNote } from '../../../src/client/video/facilitation.js';
import type { RoomError, RoomState } from '../../../src/client/video/video-room.js';
import { aPerson } from '../../support/fake-room.js';

/** One end, and what it sent, was made to do and was told. */
function anEnd({ host = false } = {}) {
  const state: { -readonly [K in keyof RoomState]: RoomState[K] } = {
    connection: 'joined',
    people: [aPerson('Me', { self: true, host }), aPerson('Luis', { host: true }), aPerson('Ana')],
  };
  const sent: [HostNote, string | undefined][] = [];
  const done: string[] = [];
  const errors: RoomError[] = [];
  const facilitation = new Facilitation({
    state: () => state,
    send: (note, to) => sent.push([note, to]),
    onChange: () => {},
    mute: async () => void done.push('mute'),
    lowerHand: () => done.push('lower'),
    leave: (error) => errors.push(error),
    shutOut: () => Promise.resolve(),
    drop: (id) => done.push(`drop ${id}`),
  });
  return { facilitation, state, sent, done, errors };
}

describe('Facilitation', () => {
  it('obeys a host, and nobody who is none', async () => {
    for (const from of ['ana', 'nobody', 'luis']) {
      const { facilitation, done, errors } = anEnd();
      facilitation.receive({ kind: 'mute-everyone' }, from);
      facilitation.receive({ kind: 'lower-hands' }, from);
      facilitation.receive({ kind: 'remove', personId: 'ana' }, from);
      facilitation.receive({ kind: 'remove', personId: 'me', reason: 'agreements' }, from);
      await Promise.resolve();
      const obeyed = from === 'luis';
      expect(done, from).to.deep.equal(obeyed ? ['mute', 'lower', 'drop ana'] : []);
      expect(facilitation.muted).to.equal(obeyed);
      expect(errors.map(({ code, removal }) => [code, removal])).to.deep.equal(
        obeyed ? [['ejected', 'agreements']] : [],
      );
    }
  });

  it('tells nobody muted who was muted already', async () => {
    const { facilitation, state, done } = anEnd();
    state.people = state.people.map((p) => ({ ...p, microphone: false }));
    facilitation.receive({ kind: 'mute-everyone' }, 'luis');
    await Promise.resolve();
    expect([done, facilitation.muted]).to.deep.equal([[], false]);
  });

  it('passes over what is no note', () => {
    const { facilitation, done, errors, sent } = anEnd({ host: true });
    for (const sent of [null, 'remove', {}, { kind: 'remove' }, { kind: 'unmute' }, { kind: 7 }])
      facilitation.receive(sent, 'luis');
    facilitation.receive({ kind: 'remove', personId: 'me', reason: 'because' }, 'luis');
    expect([done, sent]).to.deep.equal([[], []]);
    expect(errors.map(({ removal }) => removal)).to.deep.equal([undefined]);
  });

  it('sends a call for support to hosts alone, and believes only them', () => {
    const { facilitation, sent } = anEnd();
    facilitation.askForSupport();
    expect(sent).to.deep.equal([[{ kind: 'support' }, 'luis']]);
    facilitation.receive({ kind: 'support-received' }, 'ana');
    facilitation.receive({ kind: 'support-seen' }, 'ana');
    expect(facilitation.support).to.equal('sent');
    facilitation.receive({ kind: 'support-seen' }, 'luis');
    facilitation.receive({ kind: 'support-received' }, 'luis');
    expect(facilitation.support, 'seen stays seen').to.equal('seen');
  });

  it('keeps one call of a person, and takes none where nobody is a host', () => {
    const host = anEnd({ host: true });
    host.facilitation.receive({ kind: 'support' }, 'ana');
    host.facilitation.receive({ kind: 'support' }, 'ana');
    expect(host.facilitation.calls.map(({ name }) => name)).to.deep.equal(['Ana']);
    const other = anEnd();
    other.facilitation.receive({ kind: 'support' }, 'ana');
    expect([other.facilitation.calls, other.sent]).to.deep.equal([[], []]);
  });

  it('says that nothing was sent while there is no way to the others', () => {
    const { facilitation, state, sent } = anEnd();
    state.connection = 'reconnecting';
    expect(() => facilitation.askForSupport())
      .to.throw()
      .with.property('code', 'connection-lost');
    expect([sent, facilitation.support]).to.deep.equal([[], undefined]);
  });
});
