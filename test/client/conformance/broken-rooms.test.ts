import { expect } from '@open-wc/testing';
import {
  ConformanceError,
  roomCases,
  runCase,
  type RoomHarness,
} from '../../../src/client/conformance/index.js';
import type {
  JoinOptions,
  RoomHost,
  RoomReaction,
  RoomState,
  VideoRoom,
} from '../../../src/client/video/video-room.js';
import { meshHarness } from '../video/mesh/world.js';

/** A room that is wrong in one way: what it overrides of the healthy one. */
type Fault = (healthy: VideoRoom) => Partial<VideoRoom>;

const withState = (healthy: VideoRoom, change: (state: RoomState) => RoomState) => ({
  get state() {
    return change(healthy.state);
  },
});

const withHost = (healthy: VideoRoom, change: Partial<RoomHost>) => ({
  get host() {
    return healthy.host && { ...healthy.host, ...change };
  },
});

const faults: Record<string, { caughtBy: string; fault: Fault }> = {
  'shows others before oneself': {
    caughtBy: 'people: everybody sees everybody, self first, then in order of arrival',
    fault: (healthy) =>
      withState(healthy, (state) => ({ ...state, people: state.people.toReversed() })),
  },
  'leaves without a goodbye': {
    caughtBy: 'people: who leaves is gone for the others',
    fault: () => ({ leave: () => Promise.resolve() }),
  },
  'keeps a hand to itself': {
    caughtBy: 'people: hands keep their order, also for who comes later',
    fault: () => ({ setHand: () => Promise.resolve() }),
  },
  'makes everybody anew at every look': {
    caughtBy:
      'people: a person who did not change stays the same object, and nothing is told of it',
    fault: (healthy) =>
      withState(healthy, (state) => ({ ...state, people: state.people.map((p) => ({ ...p })) })),
  },
  'never turns the camera on': {
    caughtBy: 'media: picture and sound go both ways',
    fault: () => ({ setCamera: () => Promise.resolve() }),
  },
  'shows a screen to oneself alone': {
    caughtBy: 'screen: everybody sees it, also who comes later, until it is stopped',
    fault: () => ({ shareScreen: () => Promise.resolve() }),
  },
  'keeps the screen it shows after leaving': {
    caughtBy: 'screen: it ends with the visit',
    fault: () => ({ leave: () => Promise.resolve() }),
  },
  'sends pictures to who looks at none': {
    caughtBy: 'screen: who looks at no pictures gets none, and still hears',
    fault: () => ({ watch: () => {} }),
  },
  'leaves the tracks of the device check open': {
    caughtBy: 'media: the tracks of a device check go in, and end with the visit',
    fault: (healthy) => ({
      join: ({ audioTrack, videoTrack, ...options }: JoinOptions) =>
        healthy.join({
          ...options,
          audioTrack: audioTrack?.clone(),
          videoTrack: videoTrack?.clone(),
        }),
    }),
  },
  'keeps the camera on': {
    caughtBy: 'media: off is off: no track for the others, the camera let go, and on again',
    fault: (healthy) => ({
      setCamera: (on: boolean) => (on ? healthy.setCamera(on) : Promise.resolve()),
    }),
  },
  'keeps what is written to itself': {
    caughtBy:
      'talk: what is written reaches everybody who is there, in order and with its writer’s name',
    fault: () => ({ say: () => Promise.resolve() }),
  },
  'tells late joiners what was written before': {
    caughtBy: 'talk: who comes later does not get what was written before',
    fault: (healthy) =>
      withState(healthy, ({ messages = [], ...state }) => {
        const [last] = messages;
        const before = last && { ...last, id: 'before', text: 'Only for those who are here' };
        return { ...state, messages: before ? [before, ...messages] : [] };
      }),
  },
  'swallows what cannot be said': {
    caughtBy: 'talk: nothing is written before or after the visit, and nothing of it is left',
    fault: (healthy) => ({ say: async (text: string) => healthy.say?.(text).catch(() => {}) }),
  },
  'never lets a reaction go': {
    caughtBy: 'talk: a reaction is shown with its person to everybody, and goes by itself',
    fault: (healthy) => {
      const shown = new Map<string, RoomReaction>();
      return withState(healthy, (state) => {
        for (const { id, reaction } of state.people) if (reaction) shown.set(id, reaction);
        const people = state.people.map((p) => ({ ...p, reaction: shown.get(p.id) }));
        return { ...state, people };
      });
    },
  },
  'calls everybody a host': {
    caughtBy: 'hosts: everybody knows who is a host, and nobody else is one',
    fault: (healthy) =>
      withState(healthy, (state) => ({
        ...state,
        people: state.people.map((p) => ({ ...p, host: true })),
      })),
  },
  'mutes nobody': {
    caughtBy: 'hosts: a host mutes everyone else, each is told, and may speak again',
    fault: (healthy) => withHost(healthy, { muteEveryone: () => Promise.resolve() }),
  },
  'leaves hands up': {
    caughtBy: 'hosts: a host lowers every hand',
    fault: (healthy) => withHost(healthy, { lowerHands: () => Promise.resolve() }),
  },
  'gives everybody the same reason for a removal': {
    caughtBy: 'hosts: who is removed is out, and they alone know why',
    fault: (healthy) =>
      withHost(healthy, {
        remove: (personId) => healthy.host?.remove(personId, 'agreements') ?? Promise.resolve(),
      }),
  },
  'tells everybody who asks for support': {
    caughtBy: 'hosts: a call for support reaches the host alone, who says that it was seen',
    fault: (healthy) => ({
      askForSupport: async () => {
        await healthy.askForSupport?.();
        await healthy.say?.('I need support');
      },
    }),
  },
  'says that somebody got a call for support when nobody did': {
    caughtBy: 'hosts: a call for support says so when no host is there to get it',
    fault: (healthy) =>
      withState(healthy, (state) => ({ ...state, support: state.support && 'received' })),
  },
  'tells everybody who asks to be let in': {
    caughtBy: 'door: whoever asks to be let in is known to the host alone, until they are let in',
    fault: (healthy) => withState(healthy, (state) => ({ ...state, waiting: state.waiting ?? [] })),
  },
  'lets everybody in': {
    caughtBy: 'door: who is declined is told, and comes in to nobody',
    fault: (healthy) => withHost(healthy, { decline: async (ids) => healthy.host?.admit?.(ids) }),
  },
  'says nothing of a locked door': {
    caughtBy: 'door: a host locks the room and opens it again',
    fault: (healthy) => withState(healthy, (state) => ({ ...state, locked: false })),
  },
  'forgets whom it removed': {
    caughtBy: 'door: who was removed is kept out by the door, and can be let in again',
    fault: (healthy) => withState(healthy, (state) => ({ ...state, removed: [] })),
  },
  'cannot be asked twice': {
    caughtBy: 'visit: joins once however often it is asked',
    fault: (healthy) => {
      let asked = false;
      return {
        join: (options: JoinOptions) => {
          if (asked) return Promise.reject(new Error('Asked twice'));
          asked = true;
          return healthy.join(options);
        },
      };
    },
  },
  'passes over the signal': {
    caughtBy: 'visit: a join that is aborted on its way rejects with the reason itself, and ends',
    fault: (healthy) => ({
      join: ({ signal: _, ...options }: JoinOptions) => healthy.join(options),
    }),
  },
  'gives an abort a reason of its own': {
    caughtBy: 'visit: a join that is aborted before it began rejects with the reason itself',
    fault: (healthy) => ({
      join: (options: JoinOptions) =>
        healthy.join(options).catch(() => Promise.reject(new Error('It did not work'))),
    }),
  },
  'calls it a failure to leave on the way in': {
    caughtBy: 'visit: leaving on the way in ends the join with an AbortError',
    fault: (healthy) => ({
      join: (options: JoinOptions) =>
        healthy.join(options).catch(() => Promise.reject(new TypeError('Undefined'))),
    }),
  },
  'complains of a second leave': {
    caughtBy: 'visit: leaving empties the room’s state, and twice is once',
    fault: (healthy) => {
      let left = 0;
      return {
        leave: () => (left++ ? Promise.reject(new Error('Left already')) : healthy.leave()),
      };
    },
  },
};

/** The healthy room with the fault in front. */
function broken(fault: Fault): RoomHarness {
  return meshHarness((healthy) => {
    const wrong = fault(healthy);
    return new Proxy(healthy, {
      get(target, name) {
        const owner = name in wrong ? wrong : target;
        const value: unknown = Reflect.get(owner, name, owner);
        return typeof value === 'function' ? (value.bind(owner) as unknown) : value;
      },
    });
  });
}

describe('the conformance suite of rooms', () => {
  it('names every case once, and has a fault for each', () => {
    const names = roomCases.map((each) => each.name).sort();
    expect(new Set(names).size).to.equal(names.length);
    expect([...new Set(Object.values(faults).map((f) => f.caughtBy))].sort()).to.deep.equal(names);
  });

  for (const [name, { caughtBy, fault }] of Object.entries(faults))
    it(`catches a room that ${name}`, async () => {
      const each = roomCases.find((known) => known.name === caughtBy);
      if (!each) throw new Error(`No case "${caughtBy}"`);
      const { outcome, error } = await runCase(broken(fault), each);
      expect(outcome).to.equal('failed');
      expect(error).to.be.instanceOf(ConformanceError);
    }).timeout(20_000);
});
