import type { VideoRoom } from '../../video/video-room.js';
import { check, ConformanceSkip, same } from '../assert.js';
import { pause } from '../ear.js';
import { roomCasesOf, type RoomStage } from './room-stage.js';

/** A host and two others, who all see each other. */
async function meet(stage: RoomStage) {
  const luis = await stage.world.open({ host: true });
  await luis.join({ name: 'Luis' });
  if (!luis.host) throw new ConformanceSkip('This transport does not know who is a host');
  const ana = await stage.joined('Ana');
  const ben = await stage.joined('Ben');
  for (const room of [luis, ana, ben])
    await stage.eventually(
      () => room.state.people.length === 3 && (room === luis || stage.person(room, 'Luis')?.host),
      'everybody sees everybody, and who is the host',
    );
  return { luis, host: luis.host, ana, ben };
}

const ask = (room: VideoRoom) => {
  if (!room.askForSupport) throw new ConformanceSkip('This transport carries no calls for support');
  return room.askForSupport();
};

export const hostCases = roomCasesOf('hosts', {
  'everybody knows who is a host, and nobody else is one': async (stage) => {
    const { ana, ben, luis } = await meet(stage);
    for (const room of [luis, ana, ben])
      same(
        room.state.people.map(({ name, host }) => `${name}: ${!!host}`).sort(),
        ['Ana: false', 'Ben: false', 'Luis: true'],
        'Who is a host',
      );
    same([ana.host, ben.host], [undefined, undefined], 'What others may do');
    await luis.leave();
    same(luis.host, undefined, 'What a host may do after the visit');
  },

  'a host mutes everyone else, each is told, and may speak again': async (stage) => {
    const { ana, host, luis } = await meet(stage);
    await ana.setMicrophone(true);
    await luis.setMicrophone(true);
    await stage.eventually(() => stage.person(luis, 'Ana')?.microphone, 'Ana is heard');
    await host.muteEveryone();
    await stage.eventually(() => stage.person(luis, 'Ana')?.microphone === false, 'Ana is muted');
    check(ana.state.mutedByHost, 'Ana should be told');
    check(stage.person(luis, 'Luis')?.microphone, 'The host should stay as they were');
    await ana.setMicrophone(true);
    await stage.eventually(() => stage.person(luis, 'Ana')?.microphone, 'Ana is heard again');
    check(!ana.state.mutedByHost, 'What was told should be over');
  },

  'a host lowers every hand': async (stage) => {
    const { ana, ben, host, luis } = await meet(stage);
    for (const room of [luis, ana]) await room.setHand(true);
    await stage.eventually(() => stage.person(luis, 'Ana')?.handRaisedAt, 'Ana’s hand is up');
    await host.lowerHands();
    const up = () => ben.state.people.filter(({ handRaisedAt }) => handRaisedAt !== undefined);
    await stage.eventually(() => up().length === 0, 'no hand is up');
  },

  'who is removed is out, and they alone know why': async (stage) => {
    const { ana, ben, host, luis } = await meet(stage);
    await ana.setCamera(true);
    const track = stage.person(ana, 'Ana')?.videoTrack;
    await host.remove(stage.person(luis, 'Ana')?.id ?? '', 'unsettled');
    await stage.eventually(() => ana.state.connection === 'failed', 'Ana is out');
    const { error } = ana.state;
    same([error?.code, error?.removal], ['ejected', 'unsettled'], 'What Ana is told');
    same(track?.readyState, 'ended', 'The camera track');
    await stage.eventually(() => stage.names(ben) === 'Ben, Luis', 'Ana is gone for Ben');
    same([ben.state.connection, ben.state.error], ['joined', undefined], 'What Ben is told');
  },

  'a call for support reaches the host alone, who says that it was seen': async (stage) => {
    const { ana, ben, host, luis } = await meet(stage);
    await ask(ana);
    await stage.eventually(() => ana.state.support === 'received', 'it has been received');
    const calls = luis.state.supportCalls ?? [];
    same(
      calls.map(({ name }) => name),
      ['Ana'],
      'Who calls',
    );
    await host.answer(calls[0]?.personId ?? '');
    await stage.eventually(() => ana.state.support === 'seen', 'it has been seen');
    same(luis.state.supportCalls, [], 'What is left to answer');
    await pause(100);
    const { messages, support, supportCalls } = ben.state;
    same([messages ?? [], support, supportCalls], [[], undefined, undefined], 'What Ben knows');
  },

  'a call for support says so when no host is there to get it': async (stage) => {
    const { ana, luis } = await meet(stage);
    await luis.leave();
    await stage.eventually(() => !stage.person(ana, 'Luis'), 'the host is gone');
    await ask(ana);
    same(ana.state.support, 'no-host', 'How far it has come');
  },
});
