import { LONGEST_MESSAGE, type RoomReaction, type VideoRoom } from '../../video/video-room.js';
import { check, ConformanceSkip, rejection, same } from '../assert.js';
import { roomCasesOf } from './room-stage.js';

export const talkCases = roomCasesOf('talk', {
  'what is written reaches everybody who is there, in order and with its writer’s name': async (
    stage,
  ) => {
    const ana = await stage.joined('Ana');
    const ben = await stage.joined('Ben');
    await stage.eventually(() => stage.names(ana) === 'Ana, Ben', 'Ana sees Ben');
    await stage.eventually(() => stage.names(ben) === 'Ben, Ana', 'Ben sees Ana');
    await say(ana, 'Hello');
    await say(ana, '  How are you? ');
    await stage.eventually(() => written(ben).length === 2, 'Ben has both messages');
    const both = ['Ana: Hello', 'Ana: How are you?'];
    same([written(ana), written(ben)], [both, both], 'What is written');
    same(
      [ana, ben].map(({ state }) => state.messages?.map(({ self }) => self)),
      [
        [true, true],
        [false, false],
      ],
      'Whose it is',
    );
    await say(ben, 'Well');
    await stage.eventually(() => written(ana).at(-1) === 'Ben: Well', 'Ana has the answer');
  },

  'who comes later does not get what was written before': async (stage) => {
    const ana = await stage.joined('Ana');
    await say(ana, 'Only for those who are here');
    const ben = await stage.joined('Ben');
    await stage.eventually(() => stage.names(ana) === 'Ana, Ben', 'Ana sees Ben');
    await stage.eventually(() => stage.names(ben) === 'Ben, Ana', 'Ben sees Ana');
    await say(ana, 'Welcome');
    await stage.eventually(() => written(ben).length > 0, 'Ben has a message');
    same(written(ben), ['Ana: Welcome'], 'What Ben has');
  },

  'nothing is written before or after the visit, and nothing of it is left': async (stage) => {
    const ana = await stage.world.open();
    const refused = async (text: string, what: string) => {
      const error = (await rejection(say(ana, text), what)) as Error;
      same(error.name, 'RoomError', 'The rejection');
    };
    await refused('Too early', 'reject before the visit');
    await ana.join({ name: 'Ana' });
    await refused('   ', 'reject what says nothing');
    await refused('x'.repeat(LONGEST_MESSAGE + 1), 'reject what is too long');
    await say(ana, 'Just right');
    same(written(ana), ['Ana: Just right'], 'What is written');
    await ana.leave();
    same(written(ana), [], 'What is left');
    await refused('Too late', 'reject after the visit');
  },

  'a reaction is shown with its person to everybody, and goes by itself': async (stage) => {
    const ana = await stage.joined('Ana');
    const ben = await stage.joined('Ben');
    await stage.eventually(() => stage.names(ana) === 'Ana, Ben', 'Ana sees Ben');
    await stage.eventually(() => stage.names(ben) === 'Ben, Ana', 'Ben sees Ana');
    await react(ben, 'heart');
    same(stage.person(ben, 'Ben')?.reaction, 'heart', 'One’s own reaction');
    const seen = () => stage.person(ana, 'Ben')?.reaction;
    await stage.eventually(() => seen() === 'heart', 'Ana sees the reaction');
    check(stage.person(ana, 'Ana')?.reaction === undefined, 'It is not Ana’s');
    await react(ben, 'thumbs-up');
    await stage.eventually(() => seen() === 'thumbs-up', 'Ana sees the next');
    // It is a moment, not a state: some seconds.
    await stage.eventually(() => seen() === undefined, 'the reaction is gone');
  },
});

const written = ({ state }: VideoRoom) =>
  (state.messages ?? []).map(({ name, text }) => `${name}: ${text}`);

async function say(room: VideoRoom, text: string): Promise<void> {
  if (!room.say) throw new ConformanceSkip('This transport carries no messages');
  await room.say(text);
}

async function react(room: VideoRoom, reaction: RoomReaction): Promise<void> {
  if (!room.react) throw new ConformanceSkip('This transport carries no reactions');
  await room.react(reaction);
}
