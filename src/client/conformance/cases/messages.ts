import { Message } from '../../model/message.js';
import { fits, refuses, same } from '../assert.js';
import { casesOf, type Seat, type Stage } from '../stage.js';

async function paired(stage: Stage): Promise<{ me: Seat; mentor: Seat; id: string }> {
  const [me, mentor] = [await stage.as('participant'), await stage.as('mentor')];
  return { me, mentor, id: (await stage.pair(me, mentor)).id };
}

const say = (text: string) => ({ kind: 'message', text }) as const;

export const messageCases = casesOf('messages', {
  'both read what both write, newest first': async (stage) => {
    const { me, mentor, id } = await paired(stage);
    fits(Message, await me.messages.send(id, say('Hello')), 'The message');
    await mentor.messages.send(id, { kind: 'encouragement', text: 'Good to hear you' });
    for (const seat of [me, mentor]) {
      const { items } = await seat.messages.list(id);
      for (const item of items) fits(Message, item, 'A message');
      same(
        items.map((m) => m.text),
        ['Good to hear you', 'Hello'],
        'The messages',
      );
      same(
        items.map((m) => m.from.id),
        [stage.world.people.mentor, stage.world.people.participant],
        'Who wrote them',
      );
    }
  },

  'nobody writes before the request is accepted': async (stage) => {
    const me = await stage.as('participant');
    const { id } = await me.pairings.request({ mentorId: stage.world.mentors.open });
    await refuses(me.messages.send(id, say('Hello?')), 'conflict', 'wrong-status');
  },

  'nobody writes into a pairing that rests or has ended, and both still read it': async (stage) => {
    const { me, mentor, id } = await paired(stage);
    await me.messages.send(id, say('Hello'));
    await me.pairings.apply(id, { type: 'pause' });
    await refuses(mentor.messages.send(id, say('Are you there?')), 'conflict', 'wrong-status');
    await me.pairings.apply(id, { type: 'end' });
    await refuses(me.messages.send(id, say('Goodbye')), 'conflict', 'wrong-status');
    same((await me.messages.list(id)).items.length, 1, 'Messages');
  },

  'nobody else reads or writes': async (stage) => {
    const { me, id } = await paired(stage);
    const { id: messageId } = await me.messages.send(id, say('Between us'));
    for (const persona of ['peer', 'clinician'] as const) {
      const other = await stage.as(persona);
      await refuses(other.messages.list(id), ['forbidden', 'not-found']);
      await refuses(other.messages.send(id, say('Hi')), ['forbidden', 'not-found']);
      await refuses(other.messages.update(messageId, { kept: true }), ['forbidden', 'not-found']);
    }
    same((await me.messages.list(id)).items.length, 1, 'Messages');
  },

  'the reader marks it read, once': async (stage) => {
    const { me, mentor, id } = await paired(stage);
    const sent = await me.messages.send(id, say('Hello'));
    same([sent.readAt, sent.kept], [undefined, false], 'When it was read, before');
    const read = fits(Message, await mentor.messages.update(sent.id, { read: true }), 'It');
    const again = await mentor.messages.update(sent.id, { read: true });
    same(again.readAt, read.readAt, 'When it was read, marked again');
    same((await me.messages.list(id)).items[0]?.readAt, read.readAt, 'What the writer sees');
  },

  'a note can be kept, found again and let go': async (stage) => {
    const { me, mentor, id } = await paired(stage);
    await mentor.messages.send(id, say('Hi'));
    const note = await mentor.messages.send(id, { kind: 'note', text: 'Name five things' });
    await me.messages.update(note.id, { kept: true });
    const kept = async () => (await me.messages.list(id, { kept: true })).items.map((m) => m.id);
    same(await kept(), [note.id], 'What was kept');
    await me.messages.update(note.id, { kept: false });
    same(await kept(), [], 'What is still kept');
  },

  'an empty message is refused': async (stage) => {
    const { me, id } = await paired(stage);
    await refuses(me.messages.send(id, say('  ')), 'invalid-request');
    await refuses(me.messages.send(id, { kind: 'shout', text: 'x' } as never), 'invalid-request');
    same((await me.messages.list(id)).items, [], 'Messages');
  },

  'an unknown pairing or message is not found': async (stage) => {
    const me = await stage.as('participant');
    await refuses(me.messages.list('no-such-pairing'), 'not-found');
    await refuses(me.messages.send('no-such-pairing', say('Hi')), 'not-found');
    await refuses(me.messages.update('no-such-message', { read: true }), 'not-found');
  },
});
