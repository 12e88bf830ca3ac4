import type { MeshAccess } from '../../model/meeting.js';
import type { SignalChannel } from '../../video/signal-channel.js';
import { check, ConformanceSkip, same } from '../assert.js';
import { pause } from '../ear.js';
import { casesOf, type Seat, type Stage } from '../stage.js';

interface Heard {
  readonly message: unknown;
  readonly from: string;
}

/** One end of a room's line, and what it has heard. */
class End {
  readonly heard: Heard[] = [];
  readonly gone: string[] = [];

  constructor(
    readonly channel: SignalChannel,
    private readonly patience: number,
  ) {
    channel.subscribe(
      (message, from) => this.heard.push({ message, from }),
      (id) => this.gone.push(id),
    );
  }

  async until(isSo: () => boolean, what: string): Promise<void> {
    const limit = Date.now() + this.patience;
    while (!isSo()) {
      check(Date.now() < limit, what);
      await pause(5);
    }
  }

  async hears(message: unknown): Promise<void> {
    const wanted = JSON.stringify(message);
    await this.until(
      () => this.heard.some((each) => JSON.stringify(each.message) === wanted),
      `${wanted} should have been heard`,
    );
  }
}

/** Lets somebody in, and opens their end of the line. */
async function enter(stage: Stage, seat: Seat): Promise<End> {
  const { open } = stage.world.meetings;
  const { agreements } = await seat.sessions.get(open);
  await seat.sessions.accept(open, agreements.version);
  const access = await seat.sessions.access(open);
  if (access.transport !== 'mesh' || !seat.roomChannel)
    throw new ConformanceSkip('Rooms need no line between the browsers here');
  return new End(seat.roomChannel(open, access), stage.world.patience ?? 3000);
}

/** Two in the room who have heard each other. */
async function meet(stage: Stage): Promise<[End, End]> {
  const [me, peer] = [
    await enter(stage, await stage.as('participant')),
    await enter(stage, await stage.as('peer')),
  ];
  // What is said to an empty room is lost, so both say it until both have heard it.
  const hello = setInterval(() => {
    me.channel.send('hello');
    peer.channel.send('hello');
  }, 50);
  try {
    await Promise.all([me.hears('hello'), peer.hears('hello')]);
  } finally {
    clearInterval(hello);
  }
  return [me, peer];
}

function leave(...ends: End[]): void {
  for (const { channel } of ends) channel.close();
}

export const roomChannelCases = casesOf('sessions', {
  'what one says in a room is heard there in order, and from whom': async (stage) => {
    const [me, peer] = await meet(stage);
    const said = Array.from({ length: 150 }, (_, number) => ({ number }));
    for (const [i, message] of said.entries())
      me.channel.send(message, i % 2 ? peer.channel.id : undefined);
    await peer.hears(said.at(-1));
    const mine = peer.heard.filter(({ message }) => message !== 'hello');
    same(
      mine.map(({ message }) => message),
      said,
      'What was heard',
    );
    check(
      mine.every(({ from }) => from === me.channel.id),
      'It should be told from whom it is',
    );
    check(
      me.heard.every(({ from }) => from !== me.channel.id),
      'Nobody should hear themselves',
    );
    leave(me, peer);
  },

  'what is said to one in a room is heard by no other': async (stage) => {
    const [me, peer] = await meet(stage);
    const other = await enter(stage, await stage.as('peer'));
    me.channel.send('between us', peer.channel.id);
    await peer.hears('between us');
    await stage.settle();
    check(!other.heard.some(({ message }) => message === 'between us'), 'Another one heard it');
    leave(me, peer, other);
  },

  'a message as large as an offer of video arrives whole': async (stage) => {
    const [me, peer] = await meet(stage);
    const large = { sdp: 'a=candidate é☂ '.repeat(1500) };
    me.channel.send(large);
    await peer.hears(large);
    leave(me, peer);
  },

  'who leaves a room is missed there at once': async (stage) => {
    const [me, peer] = await meet(stage);
    leave(peer);
    await me.until(
      () => me.gone.includes(peer.channel.id),
      'That somebody left should have been heard',
    );
    same(me.gone, [peer.channel.id], 'Who was missed');
    leave(me);
  },

  'nothing of a room is heard by who was not let in': async (stage) => {
    const [me, peer] = await meet(stage);
    const mentor = await stage.as('mentor');
    const guess: MeshAccess = { transport: 'mesh', room: 'a guess', iceServers: [] };
    const channel = mentor.roomChannel?.(stage.world.meetings.open, guess);
    check(channel, 'The line should be there for all');
    const stranger = new End(channel, 0);
    channel.send('let me in');
    me.channel.send('for us');
    await peer.hears('for us');
    await stage.settle();
    same(stranger.heard, [], 'What the stranger heard');
    check(!peer.heard.some(({ message }) => message === 'let me in'), 'The stranger was heard');
    leave(me, peer, stranger);
  },
});
