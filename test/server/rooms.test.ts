import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../examples/server/src/database/open-database.js';
import { NotifyCarrier } from '../../examples/server/src/rooms/notify-carrier.js';
import { LocalCarrier, type RoomNote } from '../../examples/server/src/rooms/room-note.js';
import { RoomRelay } from '../../examples/server/src/rooms/room-relay.js';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';

const OPEN = 'g-open';
const END = 'an-end-of-this-test';

describe("a room's line", () => {
  let server: ClinicServer;
  const opened: HttpBackend[] = [];
  let worlds = 0;
  let tenant: string;
  beforeAll(async () => {
    server = await ClinicServer.start();
  });
  afterAll(async () => {
    for (const backend of opened) backend.close();
    await server.close();
  });
  const world = () => server.addTenant((tenant = `rooms-${++worlds}`));

  async function as(
    person: string,
    role: 'participant' | 'mentor' | 'facilitator' = 'participant',
  ) {
    const backend = new HttpBackend({
      baseUrl: server.url,
      token: () => tokenFor(person, { tenant, roles: [role] }),
      shareChanges: false,
      backOff: () => 50,
    });
    opened.push(backend);
    return backend;
  }
  async function admitted(person: string, role?: 'facilitator') {
    const backend = await as(person, role);
    const { agreements } = await backend.sessions!.get(OPEN);
    await backend.sessions!.accept(OPEN, agreements.version);
    return backend.roomChannel(OPEN);
  }
  const get = async (person: string, meeting = OPEN, end = END, roles = ['participant'] as const) =>
    fetch(`${server.url}/v1/meetings/${meeting}/signals?end=${end}`, {
      headers: { authorization: `Bearer ${await tokenFor(person, { tenant, roles })}` },
    });
  const post = async (person: string, body: unknown, meeting = OPEN) =>
    fetch(`${server.url}/v1/meetings/${meeting}/signals`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenFor(person, { tenant })}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });

  it('ends with the session of whoever opened it', async () => {
    world();
    await admitted('p-1');
    const token = await tokenFor('p-1', { tenant, roles: ['participant'] });
    const headers = { authorization: `Bearer ${token}` };
    const url = `${server.url}/v1/meetings/${OPEN}/signals?end=${END}`;
    const { status, body } = await fetch(url, { headers });
    expect(status).toBe(200);
    const backend = new HttpBackend({ baseUrl: server.url, token: () => Promise.resolve(token) });
    opened.push(backend);
    await backend.session.signOut();
    const reader = body!.getReader();
    while (!(await reader.read()).done);
  }, 8000);

  it('is open to those alone whom the room lets in', async () => {
    world();
    const batch = { from: END, first: 0, signals: [{ message: 'hello' }] };
    // Who has not agreed, who is not expected, what is not open, what does not exist.
    expect((await get('p-1')).status).toBe(409);
    expect((await post('p-1', batch)).status).toBe(409);
    expect((await get('m-open', OPEN, END, ['mentor'] as never)).status).toBe(403);
    expect((await get('p-1', 'g-early')).status).toBe(409);
    expect((await get('p-1', 'no-such')).status).toBe(404);
    const anonymous = await fetch(`${server.url}/v1/meetings/${OPEN}/signals?end=${END}`);
    expect(anonymous.status).toBe(401);
  });

  it('says itself who is a host, whatever somebody says of themselves', async () => {
    world();
    const [a, b, host] = [
      await admitted('p-1'),
      await admitted('p-2'),
      await admitted('f-1', 'facilitator'),
    ];
    const heard = vi.fn();
    b.subscribe(heard);
    for (const end of [a, host]) end.subscribe(() => undefined);
    host.send('from the host');
    a.send({ host: true });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    expect(heard).toHaveBeenCalledWith('from the host', host.id, true, expect.any(String));
    expect(heard).toHaveBeenCalledWith({ host: true }, a.id, undefined, expect.any(String));
    const claim = { from: a.id, first: 1, host: true, signals: [{ message: 'claim', host: true }] };
    await post('p-1', claim);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3));
    expect(heard.mock.calls.filter(([, from, isHost]) => from === a.id && isHost)).toEqual([]);
    for (const end of [a, b, host]) end.close();
  });

  it('takes no more than small messages from good ends', async () => {
    world();
    (await admitted('p-1')).close();
    const batch = (signals: unknown[], from = END) => ({ from, first: 0, signals });
    const statusOf = async (body: unknown) => (await post('p-1', body)).status;
    expect(await statusOf(batch([{ message: 'x' }]))).toBe(204);
    expect(await statusOf(batch([{ message: 'x'.repeat(70_000) }]))).toBe(413);
    expect(await statusOf(batch(Array.from({ length: 65 }, () => ({ message: 1 }))))).toBe(400);
    expect(await statusOf(batch([], 'short'))).toBe(400);
    expect((await get('p-1', OPEN, 'bad end')).status).toBe(400);
  });

  it('lets nobody speak or listen as an end of somebody else', async () => {
    world();
    const [a, b] = [await admitted('p-1'), await admitted('p-2')];
    const heard = vi.fn();
    b.subscribe(heard);
    a.subscribe(() => undefined);
    a.send('mine');
    await vi.waitFor(() =>
      expect(heard).toHaveBeenCalledWith('mine', a.id, undefined, expect.any(String)),
    );
    expect((await get('p-2', OPEN, a.id)).status).toBe(403);
    const forged = { from: a.id, first: 50, signals: [{ message: 'forged' }] };
    expect((await post('p-2', forged)).status).toBe(204);
    expect((await post('p-2', { ...forged, signals: [], bye: true })).status).toBe(204);
    a.send('mine again');
    await vi.waitFor(() =>
      expect(heard).toHaveBeenCalledWith('mine again', a.id, undefined, expect.any(String)),
    );
    expect(heard.mock.calls.map(([message]) => message as unknown)).not.toContain('forged');
    a.close();
    b.close();
  });

  it('hears once what is sent twice', async () => {
    world();
    const [a, b] = [await admitted('p-1'), await admitted('p-2')];
    const heard = vi.fn();
    b.subscribe(heard);
    a.subscribe(() => undefined);
    a.send(0);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    for (let i = 0; i < 2; i++)
      await post('p-1', { from: a.id, first: 1, signals: [{ message: 1 }] });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    await post('p-1', { from: a.id, first: 2, signals: [{ message: 2 }] });
    await vi.waitFor(() =>
      expect(heard).toHaveBeenCalledWith(2, a.id, undefined, expect.any(String)),
    );
    expect(heard.mock.calls.map(([message]) => message as number)).toEqual([0, 1, 2]);
    a.close();
    b.close();
  });

  it('logs that a signal was sent, and nothing of it', async () => {
    world();
    (await admitted('p-1')).close();
    await post('p-1', { from: END, first: 0, signals: [{ message: 'a secret word' }] });
    await vi.waitFor(() => expect(JSON.stringify(server.logs)).toContain('signals.send'));
    expect(JSON.stringify(server.logs)).not.toMatch(new RegExp(`secret word|${END}|${OPEN}`));
  });
});

describe('RoomRelay', () => {
  const ear = () => ({ signal: vi.fn(), gone: vi.fn(), here: vi.fn(), end: vi.fn() });
  const place = (end: string, by = end) => ({ room: 'room', end, by });
  const said = (from: string, message: unknown, first = 0) => ({
    from,
    first,
    signals: [{ message }],
  });

  it('waits some seconds for an end that was cut, and passes on what it missed', async () => {
    vi.useFakeTimers();
    const relay = new RoomRelay();
    const [a, b, again] = [ear(), ear(), ear()];
    relay.take(place('a'), a);
    const cut = relay.take(place('b'), b);
    cut();
    await relay.say(place('a'), said('a', 'while you were away'));
    await vi.advanceTimersByTimeAsync(4000);
    const cutAgain = relay.take(place('b'), again);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(again.signal).toHaveBeenCalledWith({
      from: 'a',
      number: 0,
      message: 'while you were away',
    });
    expect(a.gone).not.toHaveBeenCalled();
    cutAgain();
    await vi.advanceTimersByTimeAsync(6000);
    expect(a.gone).toHaveBeenCalledWith('b');
    vi.useRealTimers();
  });

  it('tells who comes, or comes back, who is there', async () => {
    const relay = new RoomRelay();
    const [a, b] = [ear(), ear()];
    relay.take(place('a'), a);
    relay.take(place('b'), b);
    await vi.waitFor(() => expect(b.here).toHaveBeenCalledWith(['a']));
  });

  it('lets nobody pass for another, not before a newcomer either', async () => {
    const relay = new RoomRelay();
    const [priya, mallory, newcomer] = [ear(), ear(), ear()];
    relay.take(place('p-end', 'priya'), priya);
    relay.take(place('m-end', 'mallory'), mallory);
    relay.take(place('n-end', 'newcomer'), newcomer);
    await relay.say(place('p-end', 'mallory'), said('p-end', 'I am Priya'));
    await relay.say(place('p-end', 'priya'), said('p-end', 'Welcome'));
    await vi.waitFor(() => expect(newcomer.signal).toHaveBeenCalled());
    expect(newcomer.signal.mock.calls.flat()).toEqual([
      { from: 'p-end', number: 0, message: 'Welcome' },
    ]);
    // Made-up ends run out.
    for (let i = 0; i < 20; i++)
      await relay.say(place(`made-up-${i}`, 'mallory'), said(`made-up-${i}`, 'x'));
    expect(newcomer.signal.mock.calls.length).toBeLessThan(6);
  });

  it('ends the stream that another of the same end replaces', () => {
    const relay = new RoomRelay();
    const [first, second] = [ear(), ear()];
    relay.take(place('a'), first);
    relay.take(place('a'), second);
    expect(first.end).toHaveBeenCalledOnce();
    expect(second.end).not.toHaveBeenCalled();
  });

  it('keeps rooms apart, and gives one person few seats', () => {
    const relay = new RoomRelay();
    for (let i = 0; i < 5; i++) relay.take(place(`end-${i}`, 'p'), ear());
    expect(() => relay.take(place('one-more', 'p'), ear())).toThrow('rate-limited');
    expect(() => relay.take({ ...place('one-more', 'p'), room: 'other' }, ear())).not.toThrow();
  });

  it('follows an end to another instance, without a goodbye', async () => {
    const listeners: ((note: RoomNote) => void)[] = [];
    const wire = () => ({
      tell: async (note: RoomNote) => listeners.forEach((l) => queueMicrotask(() => l(note))),
      listen: (l: (note: RoomNote) => void) => void listeners.push(l),
    });
    vi.useFakeTimers();
    const [one, two] = [new RoomRelay(wire()), new RoomRelay(wire())];
    const [a, b] = [ear(), ear()];
    one.take(place('a'), a);
    const cut = one.take(place('b'), ear());
    await vi.advanceTimersByTimeAsync(1);
    cut();
    two.take(place('b'), b);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(a.gone).not.toHaveBeenCalled();
    expect(b.here).toHaveBeenCalledWith(['a']);
    await one.say(place('a'), said('a', 'hi'));
    await vi.advanceTimersByTimeAsync(1);
    expect(b.signal).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });
});

describe('NotifyCarrier', () => {
  it('carries notes larger than a notification, whole and in order', async () => {
    const db = await openDatabase();
    const carrier = await NotifyCarrier.open(db);
    const heard: RoomNote[] = [];
    carrier.listen((note) => heard.push(note));
    const note = (message: string): RoomNote => ({
      ...{ room: 'room', end: END, by: 'p', at: 'here' },
      what: { type: 'said', batch: { from: END, first: 0, signals: [{ message }] } },
    });
    // Characters of several bytes, so that pieces end in the middle of one.
    const notes = ['short', 'é☂'.repeat(9000), 'last'].map(note);
    for (const each of notes) await carrier.tell(each);
    await vi.waitFor(() => expect(heard).toEqual(notes));
    await carrier.close();
    await db.close();
  }, 30_000);

  it('is what one instance needs not', async () => {
    const carrier = new LocalCarrier();
    const heard = vi.fn();
    carrier.listen(heard);
    await carrier.tell({ room: 'r', end: 'e', by: 'p', at: 'x', what: { type: 'came' } });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  });
});
