import type { SignalChannel } from '../../../../src/client/video/signal-channel.js';
import type { Fault, Faults } from './fault.js';

/** A backend whose rooms' lines are wrong in one way. */
const line =
  (change: (channel: SignalChannel) => Partial<SignalChannel>): Fault =>
  ({ healthy }) => ({
    roomChannel(...args) {
      const channel = healthy.roomChannel(...args);
      return {
        id: channel.id,
        send: channel.send.bind(channel),
        subscribe: channel.subscribe.bind(channel),
        close: channel.close.bind(channel),
        ...change(channel),
      };
    },
  });

export const roomChannelFaults: Faults = {
  'mixes up the order of what is said in a room': {
    caughtBy: 'sessions: what one says in a room is heard there in order, and from whom',
    fault: line((channel) => ({
      send: (message, to) =>
        void setTimeout(() => channel.send(message, to), to === undefined ? 20 : 0),
    })),
  },

  'says to all in a room what was for one': {
    caughtBy: 'sessions: what is said to one in a room is heard by no other',
    fault: line((channel) => ({ send: (message) => channel.send(message) })),
  },

  'cuts long messages in a room': {
    caughtBy: 'sessions: a message as large as an offer of video arrives whole',
    fault: line((channel) => ({
      send(message, to) {
        if (JSON.stringify(message).length < 8000) channel.send(message, to);
      },
    })),
  },

  'says of nobody that they have left a room': {
    caughtBy: 'sessions: who leaves a room is missed there at once',
    fault: line((channel) => ({ subscribe: (onMessage) => channel.subscribe(onMessage) })),
  },

  'lets anybody listen in a room': {
    caughtBy: 'sessions: nothing of a room is heard by who was not let in',
    fault: ({ healthy }) => ({
      roomChannel: (meetingId, access) =>
        healthy.roomChannel(meetingId, { ...access, room: 'one for all' }),
    }),
  },
};
