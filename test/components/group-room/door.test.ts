import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Admission, Knock } from '../../../src/client/model/room-door.js';
import { BackendError } from '../../../src/client/errors.js';
import '../../../src/components/group-room/define.js';
import { RoomError } from '../../../src/client/video/video-room.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { aPerson } from '../../support/fake-room.js';
import { aMeeting, agreed } from '../../support/meetings.js';
import { atTheDoor, button, focused, inTheRoom, query, says, shows, text } from './support.js';

const announced = (el: GroupRoom) =>
  [...el.renderRoot.querySelectorAll('[role=status]')].map((s) => s.textContent.trim()).join('|');
const hears = (el: GroupRoom, words: string) =>
  waitUntil(() => announced(el).includes(words), `"${words}" in: ${announced(el)}`);
const labelled = (el: GroupRoom, label: string) => query(el, `[aria-label="${label}"]`)!;
const refusal = (detail: string) => new BackendError('conflict', { detail });

/** A door at which a host answers as the test says. */
async function waitingRoom({ locked = false } = {}) {
  const knocks: Knock[] = [];
  let answer: Admission['state'] = 'waiting';
  const access = { transport: 'mesh', room: 'a room', iceServers: [] } as const;
  const scene = await atTheDoor({
    meeting: aMeeting({ accepted: agreed, waitingRoom: true }),
    services: {
      access: () =>
        answer === 'admitted'
          ? Promise.resolve({ ...access, iceServers: [] })
          : Promise.reject(refusal(locked ? 'locked' : 'not-admitted')),
      knock: (_id, knock) => {
        knocks.push(knock);
        return Promise.resolve({ state: knock.leaving ? 'left' : answer });
      },
    },
  });
  const host = (state: Admission['state']) => {
    answer = state;
    scene.backend.emit({ topic: 'sessions', ids: ['group-1'] });
  };
  return { ...scene, knocks, host };
}

describe('<group-room> with a waiting room', () => {
  it('says who lets people in, waits truthfully, and goes in by itself', async () => {
    const { el, knocks, host, room } = await waitingRoom();
    expect(text(el)).to.include('Luis lets people in one by one.');
    button(el, 'Go in').focus();
    await sendKeys({ press: 'Enter' });
    await shows(el, '.waiting');
    await hears(el, 'You are in the waiting room.');
    expect(text(el)).to.include('Luis may not have looked at it yet.');
    expect(query(el, '.waiting .help-list'), 'help is in reach').to.exist;
    await waitUntil(() => focused(el)?.matches('.waiting h3'), 'the focus is on the words');
    await expect(el).to.be.accessible();
    expect(knocks[0]?.name).to.equal('Jordan');
    expect(room.joins).to.deep.equal([]);
    host('admitted');
    await shows(el, '.room');
    await waitUntil(() => focused(el)?.matches('.room'), 'the focus is in the room');
    expect(room.joins.length).to.equal(1);
  });

  it('can be left, and the host learns of it', async () => {
    const { el, knocks } = await waitingRoom();
    button(el, 'Go in').click();
    await shows(el, '.waiting');
    button(el, 'Stop waiting').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !query(el, '.waiting'));
    await waitUntil(() => knocks.at(-1)?.leaving === true);
    await hears(el, 'You are no longer waiting.');
    await waitUntil(() => focused(el) === button(el, 'Go in'), 'the focus is back');
    await expect(el).to.be.accessible();
  });

  it('has kind words and help for who is not let in', async () => {
    const { el, host } = await waitingRoom();
    button(el, 'Go in').click();
    await shows(el, '.waiting');
    host('declined');
    await says(el, 'could not let you in right now. It is not about your worth');
    expect(query(el, '.help-list')).to.exist;
    await expect(el).to.be.accessible();
    host('admitted');
    button(el, 'Go in').click();
    await shows(el, '.room');
  });

  it('goes on waiting while the network is gone', async () => {
    const { el, host, backend, knocks } = await waitingRoom();
    button(el, 'Go in').click();
    await shows(el, '.waiting');
    const { knock } = backend.sessions!;
    Object.assign(backend.sessions!, { knock: () => Promise.reject(new BackendError('offline')) });
    host('waiting');
    await waitUntil(() => knocks.length >= 1);
    expect(query(el, '.waiting')).to.exist;
    Object.assign(backend.sessions!, { knock });
    host('admitted');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(query(el, '.waiting, .room')).to.exist;
  });

  it('can be asked while it is locked', async () => {
    const { el, host } = await waitingRoom({ locked: true });
    button(el, 'Go in').click();
    await says(el, 'has locked the room');
    await expect(el).to.be.accessible();
    button(el, 'Ask to be let in').click();
    await shows(el, '.waiting');
    host('admitted');
    await shows(el, '.room');
  });
});

describe('<group-room> at a closed door', () => {
  const refused = async (detail: string) => {
    const { el } = await atTheDoor({
      services: { access: () => Promise.reject(refusal(detail)) },
    });
    button(el, 'Go in').click();
    return el;
  };

  it('has words without shame and help for who was removed', async () => {
    const el = await refused('removed');
    await says(el, 'This is about this session alone. It says nothing about your worth');
    expect(query(el, '.help-list')).to.exist;
    await expect(el).to.be.accessible();
  });

  it('says that a locked room is not about them, and offers nothing that is not there', async () => {
    const el = await refused('locked');
    await says(el, 'It is not about you.');
    expect(text(el)).not.to.include('Ask to be let in');
  });

  it('waits in a lobby of the transport as well', async () => {
    const { el, room } = await atTheDoor();
    let letIn = () => {};
    const join = room.join.bind(room);
    room.join = (options) => {
      room.set({ connection: 'waiting' });
      return new Promise((resolve) => (letIn = () => resolve(join(options))));
    };
    button(el, 'Go in').click();
    await shows(el, '.waiting');
    letIn();
    await shows(el, '.room');
    expect(query(el, '.waiting')).to.equal(null);
  });
});

describe('<group-room> for who keeps the door', () => {
  async function asHost() {
    const scene = await inTheRoom();
    scene.room.me({ host: true });
    scene.room.others(aPerson('Ana'));
    await says(scene.el, 'Facilitate');
    return scene;
  }
  const three = ['Bo', 'Cleo', 'Dana'].map((name) => ({ id: name.toLowerCase(), name }));

  it('hears of several at once, and lets in, declines and lets all in, by keyboard', async () => {
    const { el, room } = await asHost();
    room.set({ waiting: three.slice(0, 1) });
    room.set({ waiting: three });
    await waitUntil(() => announced(el).includes('Bo, Cleo, and Dana ask to come in.'), undefined, {
      timeout: 3000,
    });
    button(el, '3 waiting').click();
    await shows(el, '.asking');
    await expect(el).to.be.accessible();
    for (const b of el.renderRoot.querySelectorAll('.asking button'))
      expect(b.getBoundingClientRect().height).to.be.at.least(44);
    labelled(el, 'Let in: Bo').focus();
    await sendKeys({ press: 'Enter' });
    await hears(el, 'Bo can come in now.');
    await waitUntil(() => focused(el)?.ariaLabel === 'Let in: Cleo', 'the focus is on the next');
    labelled(el, 'Not now: Cleo').click();
    await hears(el, 'Cleo is told kindly');
    room.set({ waiting: three.slice(1) });
    await waitUntil(() => query(el, '.host-list + .button'));
    button(el, 'Let everyone in').click();
    await hears(el, 'Everyone who asked can come in now.');
    await waitUntil(() => focused(el)?.matches('.panel'), 'the focus stays in the menu');
    expect(room.facilitated).to.deep.equal(['admit bo', 'decline cleo', 'admit cleo dana']);
  });

  it('keeps the focus when somebody else comes or goes', async () => {
    const { el, room } = await asHost();
    room.set({ waiting: three.slice(1) });
    await says(el, '2 waiting');
    button(el, '2 waiting').click();
    await shows(el, '.asking');
    labelled(el, 'Let in: Dana').focus();
    room.set({ waiting: three });
    await waitUntil(() => labelled(el, 'Let in: Bo'));
    room.set({ waiting: three.slice(2) });
    await waitUntil(() => !query(el, '[data-admit=bo]'));
    expect(focused(el)?.ariaLabel).to.equal('Let in: Dana');
  });

  it('locks and unlocks, and says what that means', async () => {
    const { el, room } = await asHost();
    button(el, 'Facilitate').click();
    await shows(el, '.host-acts');
    button(el, 'Lock the room').click();
    await hears(el, 'The room is locked.');
    await waitUntil(() => button(el, 'Unlock the room'));
    await expect(el).to.be.accessible();
    room.unheard = new RoomError('connection-lost');
    button(el, 'Unlock the room').click();
    await hears(el, 'Nothing has changed.');
    button(el, 'Unlock the room').click();
    await hears(el, 'The room is no longer locked.');
    expect(room.facilitated).to.deep.equal(['lock', 'unlock']);
  });

  it('lets back in who was removed', async () => {
    const { el, room } = await asHost();
    room.set({ removed: [{ id: 'ben', name: 'Ben' }] });
    button(el, 'Facilitate').click();
    await shows(el, '.host-acts');
    labelled(el, 'Let back in: Ben').click();
    await hears(el, 'Ben can come back in now.');
    expect(room.facilitated).to.deep.equal(['admit ben']);
  });

  it('is offered no door that nobody holds', async () => {
    const { el, room } = await asHost();
    const { host } = room;
    Object.defineProperty(room, 'host', {
      get: () => ({ ...host, setLocked: undefined, admit: undefined }),
    });
    button(el, 'Facilitate').click();
    await shows(el, '.host-acts');
    expect(text(el)).not.to.include('Lock the room');
    const left = oneEvent(el, 'wf-room-left');
    room.set({ connection: 'failed', people: [], error: new RoomError('locked') });
    await left;
    await says(el, 'has locked the room');
  });
});
