import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import type { SignalChannel } from '../../src/client/video/signal-channel.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';

const OPEN = 'g-open';

describe("a room's door", () => {
  let server: ClinicServer;
  let worlds = 0;
  const opened: HttpBackend[] = [];
  beforeAll(async () => {
    server = await ClinicServer.start();
  });
  afterAll(async () => {
    for (const backend of opened) backend.close();
    await server.close();
  });

  async function meet() {
    const tenant = `doors-${++worlds}`;
    server.addTenant(tenant);
    const as = async (person: string, role: 'participant' | 'facilitator' = 'participant') => {
      const backend = new HttpBackend({
        baseUrl: server.url,
        token: () => tokenFor(person, { tenant, roles: [role] }),
        shareChanges: false,
        backOff: () => 50,
      });
      opened.push(backend);
      const sessions = backend.sessions!;
      const { agreements } = await sessions.get(OPEN);
      await sessions.accept(OPEN, agreements.version);
      return { backend, sessions, channel: backend.roomChannel(OPEN) };
    };
    const [a, b, host] = [await as('p-1'), await as('p-2'), await as('f-1', 'facilitator')];
    const heardOf = (channel: SignalChannel) => {
      const heard = { message: vi.fn(), gone: vi.fn(), end: vi.fn() };
      channel.subscribe(heard.message, heard.gone, heard.end);
      return heard;
    };
    const heard = [a, b, host].map(({ channel }) => heardOf(channel));
    // Everybody has heard everybody.
    for (const { channel } of [a, b, host])
      await vi.waitFor(
        () => {
          channel.send('hello');
          for (const [i, each] of [a, b, host].entries())
            if (each.channel !== channel)
              expect(heard[i]?.message.mock.calls.some(([, from]) => from === channel.id)).toBe(
                true,
              );
        },
        { timeout: 5000, interval: 100 },
      );
    return { a, b, host, heard: { a: heard[0]!, b: heard[1]!, host: heard[2]! }, tenant };
  }

  /** What the server says that somebody is called in the room. */
  const guestIn = (heard: { message: { mock: { calls: unknown[][] } } }, from: string) =>
    heard.message.mock.calls.find(([, by]) => by === from)?.[3] as string;

  it('stays closed to who was removed, whatever their browser does', async () => {
    const { a, b, host, heard, tenant } = await meet();
    const guest = guestIn(heard.host, a.channel.id);
    expect(guest).toMatch(/^[\w-]{36}$/);
    await host.sessions.keepDoor!(OPEN, {
      ...{ type: 'remove', guest, name: 'Jo', reason: 'agreements' },
    });
    // The words that go with it still arrive; nothing of theirs does.
    host.channel.send('because', a.channel.id);
    await vi.waitFor(() =>
      expect(heard.a.message).toHaveBeenCalledWith(
        'because',
        host.channel.id,
        true,
        expect.anything(),
      ),
    );
    const forged = { from: a.channel.id, first: 900, signals: [{ message: 'still here' }] };
    const answer = await fetch(`${server.url}/v1/meetings/${OPEN}/signals`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenFor('p-1', { tenant })}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(forged),
    });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ reason: 'removed' });
    // Their line is cut and does not come back, and the others know at once.
    await vi.waitFor(() => expect(heard.a.end).toHaveBeenCalledWith('removed'), { timeout: 5000 });
    await vi.waitFor(() => expect(heard.b.gone).toHaveBeenCalledWith(a.channel.id));
    await expect(a.sessions.access(OPEN)).rejects.toMatchObject({ detail: 'removed' });
    const again = a.backend.roomChannel(OPEN);
    const end = vi.fn();
    again.subscribe(() => undefined, undefined, end);
    await vi.waitFor(() => expect(end).toHaveBeenCalledWith('removed'));
    const count = heard.a.message.mock.calls.length;
    b.channel.send('among us');
    await vi.waitFor(() =>
      expect(heard.host.message.mock.calls.some(([message]) => message === 'among us')).toBe(true),
    );
    expect(heard.a.message).toHaveBeenCalledTimes(count);
    expect(heard.b.message.mock.calls.some(([message]) => message === 'still here')).toBe(false);
    await host.sessions.keepDoor!(OPEN, { type: 'admit', guests: [guest] });
    await a.sessions.access(OPEN);
    for (const { channel } of [b, host]) channel.close();
  }, 20_000);

  it('lets nobody in while it is locked, and cuts nobody who is in', async () => {
    const { a, b, host, heard } = await meet();
    const present = [guestIn(heard.host, a.channel.id)];
    await host.sessions.keepDoor!(OPEN, { type: 'lock', present });
    await vi.waitFor(() => expect(heard.b.end).toHaveBeenCalledWith('locked'), { timeout: 5000 });
    expect(heard.a.end).not.toHaveBeenCalled();
    a.channel.send('still in');
    await vi.waitFor(() =>
      expect(heard.host.message.mock.calls.some(([message]) => message === 'still in')).toBe(true),
    );
    await expect(b.sessions.access(OPEN)).rejects.toMatchObject({ detail: 'locked' });
    for (const { channel } of [a, host]) channel.close();
  }, 20_000);

  it('is no way round a waiting room', async () => {
    const { a, host } = await meet();
    const line = await fetch(`${server.url}/v1/meetings/g-wait/signals?end=an-end-of-this-test`, {
      headers: { authorization: `Bearer ${await tokenFor('p-1', { tenant: `doors-${worlds}` })}` },
    });
    expect(line.status).toBe(409);
    await a.sessions.accept('g-wait', '3');
    const waiting = a.backend.roomChannel('g-wait');
    const end = vi.fn();
    waiting.subscribe(() => undefined, undefined, end);
    await vi.waitFor(() => expect(end).toHaveBeenCalledWith('not-admitted'));
    expect(await a.sessions.knock!('g-wait', { name: 'Jo' })).toEqual({ state: 'waiting' });
    const {
      waiting: [jo],
    } = await host.sessions.door!('g-wait');
    await host.sessions.keepDoor!('g-wait', { type: 'admit', guests: [jo!.guest] });
    await a.sessions.access('g-wait');
    for (const { channel } of [a, host]) channel.close();
  }, 20_000);
});
