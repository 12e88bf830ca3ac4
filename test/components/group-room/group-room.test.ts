import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../src/client/errors.js';
import { RoomError } from '../../../src/client/video/video-room.js';
import '../../../src/components/group-room/define.js';
import { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { aSession, deferred, fakeBackend } from '../../support/fake-backend.js';
import { aMeeting, agreed, meetingBackend, minutesFromNow } from '../../support/meetings.js';
import { atTheDoor, button, focused, query, render, says, shows, text } from './support.js';

describe('<group-room> before a meeting', () => {
  it('offers the next sessions, accessibly', async () => {
    const { backend } = meetingBackend([
      aMeeting(),
      aMeeting({
        id: 'group-2',
        title: { en: 'Tomorrow' },
        startsAt: minutesFromNow(1500),
        endsAt: minutesFromNow(1560),
      }),
      aMeeting({ id: 'group-3', title: { en: 'Dropped' }, status: 'cancelled' }),
    ]);
    const el = await render(backend);
    await says(el, 'Asking for help');
    await expect(el).to.be.accessible();
    expect(text(el)).to.include('With Luis, facilitator · 4 people expected');
    expect(text(el)).to.include('The doors are open');
    expect(text(el)).to.match(/Doors open at \d+:\d\d/);
    expect(text(el)).to.include('This session is cancelled');
    expect(button(el, 'Join').textContent).to.include('Asking for help');
    expect(button(el, 'Get ready').textContent).to.include('Tomorrow');
  });

  it('tells times in the person’s zone', async () => {
    const meeting = aMeeting({
      startsAt: '2030-01-08T01:00:00Z',
      endsAt: '2030-01-08T02:15:00Z',
    });
    const { backend } = meetingBackend([meeting], {}, aSession({ timeZone: 'America/Denver' }));
    const el = await render(backend);
    await says(el, 'Mon, Jan 7');
    expect(text(el)).to.match(/6:00 – 7:15\sPM/);
    expect(text(el)).to.match(/Doors open at 5:50\sPM/);
  });

  it('says so when nothing is planned', async () => {
    const el = await render(meetingBackend([]).backend);
    await says(el, 'No sessions are planned');
    await expect(el).to.be.accessible();
  });

  it('opens the doors by the clock, without a reload', async () => {
    const meeting = aMeeting({
      startsAt: new Date(Date.now() + 10 * 60_000 + 700).toISOString(),
      accepted: agreed,
    });
    const { backend } = meetingBackend([meeting]);
    const el = await render(backend, meeting.id);
    await says(el, 'Doors open at');
    expect(button(el, 'Go in').ariaDisabled).to.equal('true');
    button(el, 'Go in').click();
    await says(el, 'The doors are open');
    expect(button(el, 'Go in').ariaDisabled).to.equal('false');
  });

  it('closes them at the end', async () => {
    const meeting = aMeeting({ endsAt: new Date(Date.now() + 600).toISOString() });
    const el = await render(meetingBackend([meeting]).backend, meeting.id);
    await says(el, 'The doors are open');
    await says(el, 'This session is over');
    expect(query(el, '[part=enter]')).to.equal(null);
  });

  it('goes to a door and back, with the focus', async () => {
    const { backend } = meetingBackend([aMeeting({ accepted: agreed })]);
    const el = await render(backend);
    await shows(el, '.sessions');
    button(el, 'Join').click();
    await shows(el, '.door');
    await waitUntil(() => focused(el)?.textContent === 'Asking for help');
    await expect(el).to.be.accessible();
    button(el, 'All sessions').click();
    await waitUntil(() => focused(el)?.textContent === 'Your next sessions');
  });

  it('has the look of the list while it loads, and of the door', async () => {
    const never = () => new Promise<never>(() => {});
    const { backend } = meetingBackend([], { list: never, get: never });
    const el = await render(backend);
    await waitUntil(() => query(el, '.sessions .bone'));
    expect(query(el, '[aria-busy=true]')).to.exist;
    await expect(el).to.be.accessible();
    el.meetingId = 'group-1';
    await waitUntil(() => query(el, '.door .bone'));
    expect(query(el, '.help-open'), 'help is there while loading').to.exist;
  });

  it('says what went wrong, and tries again', async () => {
    let broken = true;
    const { backend } = meetingBackend([aMeeting()], {
      list: () =>
        broken
          ? Promise.reject(new BackendError('unavailable'))
          : Promise.resolve({ items: [aMeeting()] }),
    });
    const el = await render(backend);
    await says(el, 'We cannot reach the service');
    await expect(el).to.be.accessible();
    broken = false;
    button(el, 'Try again').click();
    await says(el, 'Asking for help');
  });

  it('takes a malformed answer for an error', async () => {
    const { backend } = meetingBackend([], {
      list: () => Promise.resolve({ items: [{ id: 7 }] } as never),
    });
    const errors: string[] = [];
    const listener = (event: Event) => errors.push((event as { code?: string }).code ?? '');
    document.addEventListener('wf-error', listener);
    const el = await render(backend);
    await says(el, 'an answer we cannot read');
    expect(errors).to.deep.equal(['invalid-response']);
    document.removeEventListener('wf-error', listener);
  });

  it('is honest when signed out, and when there is no such service', async () => {
    let el = await render(meetingBackend([], {}, null).backend);
    await says(el, 'You are signed out');
    const signIn = oneEvent(el, 'wf-sign-in');
    button(el, 'Sign in').click();
    await signIn;
    expect(query(el, '.help-open')).to.exist;
    el = await render(fakeBackend());
    await says(el, 'not available here');
  });

  it('says when nothing will be kept', async () => {
    const made = meetingBackend([aMeeting()], {}, aSession(), { durable: Promise.resolve(false) });
    const el = await render(made.backend);
    await says(el, 'cannot keep anything');
  });

  it('speaks Spanish', async () => {
    const { backend } = meetingBackend([aMeeting()]);
    const page = await fixture(
      html`<div lang="es"><group-room .backend=${backend}></group-room></div>`,
    );
    const el = page.querySelector('group-room')!;
    await says(el, 'Tus próximas sesiones');
    expect(text(el)).to.include('Pedir ayuda');
    button(el, 'Entrar').click();
    await says(el, 'Lo que se dice aquí se queda aquí.');
    button(el, 'Entrar a la sala').click();
    await says(el, 'Acepta esto antes de entrar');
    await expect(el).to.be.accessible();
  });

  it('keeps properties that were set before it was defined', async () => {
    const { backend } = meetingBackend([aMeeting()]);
    const el = document.createElement('early-group-room');
    Object.assign(el, { backend, meetingId: 'group-1', alias: 'River' });
    document.body.append(el);
    GroupRoom.define('early-');
    const upgraded = el as GroupRoom;
    await shows(upgraded, '.door');
    expect(query<HTMLInputElement>(upgraded, '#name')?.value).to.equal('River');
    el.remove();
  });

  it('asks once and keeps what was typed when it is moved', async () => {
    const { backend, calls } = meetingBackend([aMeeting()]);
    const el = await render(backend, 'group-1');
    await shows(el, '.door');
    const name = query<HTMLInputElement>(el, '#name')!;
    name.value = 'Moss';
    name.dispatchEvent(new Event('input'));
    query<HTMLInputElement>(el, '.agree input')!.click();
    const parent = el.parentElement!;
    const other = document.createElement('section');
    parent.append(other);
    other.append(el);
    await aTimeout(20);
    el.remove();
    parent.append(el);
    await aTimeout(20);
    expect(query<HTMLInputElement>(el, '#name')?.value).to.equal('Moss');
    expect(query<HTMLInputElement>(el, '.agree input')?.checked).to.equal(true);
    expect(calls).to.deep.equal(['get group-1']);
  });

  it('shows another door when the meeting is another', async () => {
    const { backend } = meetingBackend([aMeeting(), aMeeting({ id: 'b', title: { en: 'Other' } })]);
    const el = await render(backend, 'group-1');
    await says(el, 'Asking for help');
    query<HTMLInputElement>(el, '.agree input')!.click();
    el.meetingId = 'b';
    await says(el, 'Other');
    expect(query<HTMLInputElement>(el, '.agree input')?.checked).to.equal(false);
  });

  it('is updated when the meeting changes in the backend', async () => {
    const meeting = aMeeting();
    const { backend } = meetingBackend([meeting]);
    const el = await render(backend, 'group-1');
    await says(el, 'Asking for help');
    // At rest: nothing else may be what draws the new title.
    await aTimeout(50);
    meeting.title = { en: 'A new title' };
    backend.emit({ topic: 'sessions', ids: ['group-1'] });
    await says(el, 'A new title');
  });
});

describe('<group-room> at the door', () => {
  it('asks for a name and for the agreements, each in its place', async () => {
    const { el, calls } = await atTheDoor({ meeting: aMeeting() });
    const name = query<HTMLInputElement>(el, '#name')!;
    expect(name.value).to.equal('Jordan');
    name.value = ' ';
    name.dispatchEvent(new Event('input'));
    button(el, 'Go in').click();
    await says(el, 'Please agree to this before you go in.');
    expect(text(el)).to.include('Please write a name');
    await expect(el).to.be.accessible();
    await waitUntil(() => focused(el)?.matches('.agree input'));
    expect(calls.filter((call) => !call.startsWith('get'))).to.deep.equal([]);
  });

  it('keeps that they agreed, in that version, and goes in under the name they gave', async () => {
    const { el, room, calls, attended } = await atTheDoor({ meeting: aMeeting() });
    query<HTMLInputElement>(el, '.agree input')!.click();
    const name = query<HTMLInputElement>(el, '#name')!;
    name.value = ' Moss ';
    name.dispatchEvent(new Event('input'));
    const accepted = oneEvent(el, 'wf-agreements-accepted');
    const joined = oneEvent(el, 'wf-room-joined');
    button(el, 'Go in').click();
    expect(await accepted).to.include({ meetingId: 'group-1', version: '1' });
    expect(await joined).to.include({ meetingId: 'group-1', bubbles: true, composed: true });
    expect(calls).to.include.members(['accept group-1 1', 'access group-1', 'attend']);
    expect(room.joins).to.have.length(1);
    expect(room.joins[0]).to.include({ name: 'Moss', audioTrack: undefined });
    expect(Object.keys(room.joins[0]!), 'no id of the person').not.to.include('id');
    expect(attended[0]?.meetingId).to.equal('group-1');
  });

  it('does not ask again for what was agreed to, unless it has changed', async () => {
    const { el } = await atTheDoor();
    expect(text(el)).to.match(/You agreed to this on \w+ 1, 2026/);
    expect(query(el, '.agree')).to.equal(null);
    const changed = await atTheDoor({
      meeting: aMeeting({ accepted: { ...agreed, version: '0' } }),
    });
    expect(text(changed.el)).to.include('This has changed since you agreed.');
    expect(query(changed.el, '.agree')).to.exist;
  });

  it('shows the new words when they change under one’s hands', async () => {
    const meeting = aMeeting();
    const { el } = await atTheDoor({
      meeting,
      services: {
        accept: () => {
          meeting.agreements = { version: '2', items: [{ en: 'Something new.' }] };
          return Promise.reject(new BackendError('conflict', { detail: 'agreements-changed' }));
        },
      },
    });
    query<HTMLInputElement>(el, '.agree input')!.click();
    button(el, 'Go in').click();
    await says(el, 'What we agree on has just changed');
    await says(el, 'Something new.');
    expect(query<HTMLInputElement>(el, '.agree input')?.checked).to.equal(false);
  });

  it('does not ask for agreements where there are none', async () => {
    const meeting = aMeeting({ kind: 'one-to-one', agreements: { version: '1', items: [] } });
    const { el, calls } = await atTheDoor({ meeting });
    expect(query(el, '#agreements')).to.equal(null);
    expect(text(el)).not.to.include('expected');
    button(el, 'Go in').click();
    await shows(el, '.room');
    expect(calls.some((call) => call.startsWith('accept'))).to.equal(false);
  });

  it('can be gone through by keyboard alone', async () => {
    const { el } = await atTheDoor({ meeting: aMeeting() });
    query(el, '.agree input')!.focus();
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Tab' });
    expect(focused(el)?.id).to.equal('name');
    await sendKeys({ press: 'Enter' });
    await shows(el, '.room');
    await waitUntil(() => focused(el)?.matches('.room'));
  });

  const refusals: [Error, string][] = [
    [new RoomError('room-full'), 'The room is full right now'],
    [new RoomError('transport-not-supported'), 'not supported in this version'],
    [new RoomError('connection-lost'), 'Check your internet connection'],
    [new Error('anything'), 'We could not open the room'],
  ];
  for (const [refusal, words] of refusals)
    it(`says why, and stays at the door: ${words}`, async () => {
      const { el, room } = await atTheDoor();
      room.refusal = refusal;
      button(el, 'Go in').click();
      await says(el, words);
      await expect(el).to.be.accessible();
      expect(room.left).to.equal(1);
      room.refusal = undefined;
      button(el, 'Go in').click();
      await shows(el, '.room');
    });

  it('says why the backend lets nobody in', async () => {
    const { el } = await atTheDoor({
      services: {
        access: () => Promise.reject(new BackendError('conflict', { detail: 'doors-closed' })),
      },
    });
    button(el, 'Go in').click();
    await says(el, 'The doors are not open yet.');
  });

  it('goes in once, however often it is pressed', async () => {
    const access = deferred<never>();
    let asked = 0;
    const { el } = await atTheDoor({ services: { access: () => (asked++, access.promise) } });
    button(el, 'Go in').click();
    await says(el, 'Opening the room…');
    button(el, 'Opening').click();
    await aTimeout(50);
    expect(asked).to.equal(1);
  });

  it('gives up going in when it is taken away', async () => {
    const { el, room } = await atTheDoor();
    let signal: AbortSignal | undefined;
    room.join = (options) => {
      signal = options.signal;
      return new Promise((_, reject) =>
        signal?.addEventListener('abort', () => reject(signal?.reason as Error)),
      );
    };
    button(el, 'Go in').click();
    await waitUntil(() => signal);
    el.remove();
    await waitUntil(() => signal?.aborted);
    await waitUntil(() => room.left === 1);
  });
});
