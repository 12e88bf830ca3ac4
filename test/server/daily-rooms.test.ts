import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DailyApi } from '../../examples/server/src/rooms/daily-api.js';
import { withDailyRooms } from '../../examples/server/src/rooms/daily-rooms.js';
import { readConfiguration } from '../../examples/server/src/configuration.js';
import type { Backend } from '../../src/client/backend.js';
import type { RoomAccess } from '../../src/client/model/meeting.js';
import { embeddedWorld } from '../client/backends/embedded/world.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';
import { DailyRest } from './support/daily-rest.js';

const KEY = 'the key of the clinic at Daily';
const OPEN = 'g-open';
/** RFC 9562, version 8. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;

describe('rooms of Daily', () => {
  let daily: DailyRest;
  beforeAll(async () => {
    daily = await DailyRest.start(KEY);
  });
  afterAll(() => daily.close());
  beforeEach(() => {
    daily.rooms.clear();
    daily.tokens.length = daily.troubles.length = daily.requests = 0;
  });
  const api = (apiKey = KEY) => new DailyApi({ apiKey, apiUrl: daily.url });
  const world = embeddedWorld({ storage: 'memory' });

  /** Somebody of the clinic, as the server sees them. */
  async function as(persona: 'participant' | 'peer', calls = api(), tenantId = 'clinic') {
    const inner = await world.connect(persona);
    const personId = world.people[persona];
    // As the database's backend is: a plain object.
    const plain = { ...inner, session: inner.session, sessions: inner.sessions } as Backend;
    return withDailyRooms(plain, { tenantId, personId, roles: ['participant'] }, calls).sessions!;
  }
  async function enter(...who: Parameters<typeof as>): Promise<RoomAccess> {
    const sessions = await as(...who);
    const { agreements } = await sessions.get(OPEN);
    await sessions.accept(OPEN, agreements.version);
    return sessions.access(OPEN);
  }

  it('are for those alone whom the backend lets in', async () => {
    const sessions = await as('participant');
    await expect(sessions.access('g-early')).rejects.toMatchObject({ detail: 'doors-closed' });
    await expect(sessions.access(OPEN)).rejects.toMatchObject({
      detail: 'agreements-not-accepted',
    });
    expect(daily.requests).toBe(0);
  });

  it('are private, end by themselves, and record nothing', async () => {
    const access = await enter('participant');
    const [room] = [...daily.rooms.values()];
    const { startsAt, endsAt } = await (await as('participant')).get(OPEN);
    expect(access).toEqual({
      transport: 'daily',
      url: `https://clinic.daily.co/${room?.name}`,
      token: 'token-1',
    });
    expect(room?.privacy).toBe('private');
    expect(room?.properties).toEqual({
      nbf: Math.floor(Date.parse(startsAt) / 1000) - 600,
      exp: Math.ceil(Date.parse(endsAt) / 1000) + 1800,
      eject_at_room_exp: true,
      enable_knocking: false,
    });
  });

  it('have tokens for one room, one person and its time', async () => {
    await enter('participant');
    const [room] = [...daily.rooms.values()];
    expect(daily.tokens[0]).toEqual({
      room_name: room?.name,
      nbf: room?.properties['nbf'],
      exp: room?.properties['exp'],
      eject_at_token_exp: true,
      user_id: expect.stringMatching(UUID) as string,
      is_owner: false,
    });
  });

  it('make the facilitator their owner', async () => {
    const inner = await world.connect('participant');
    const { agreements } = await inner.sessions!.get(OPEN);
    await inner.sessions!.accept(OPEN, agreements.version);
    const host = { tenantId: 'clinic', personId: 'f-1', roles: ['facilitator'] } as const;
    const plain = { session: inner.session, sessions: inner.sessions } as Backend;
    await withDailyRooms(plain, host, api()).sessions!.access(OPEN);
    expect(daily.tokens[0]).toMatchObject({ is_owner: true });
  });

  it('tell Daily nothing about the meeting or the people', async () => {
    await enter('participant');
    await enter('peer');
    const told = JSON.stringify([[...daily.rooms.values()], daily.tokens]);
    expect(told).not.toMatch(/p-1|p-2|f-1|Jordan|Sam|Luis|g-open|room-g|clinic"|Group|said here/);
    expect(new Set(daily.tokens.map((token) => token['user_id'])).size).toBe(2);
    // Two people of a clinic meet in one room, and another clinic's have their own.
    expect(daily.rooms.size).toBe(1);
    await enter('participant', api(), 'another clinic');
    expect(daily.rooms.size).toBe(2);
  });

  it('are made once, however many come at the same moment to however many instances', async () => {
    const [a, b] = [await as('participant'), await as('peer', api())];
    for (const sessions of [a, b])
      await sessions.accept(OPEN, (await sessions.get(OPEN)).agreements.version);
    const answers = await Promise.all([a, b, a, b, a, b].map((s) => s.access(OPEN)));
    expect(new Set(answers.map((access) => 'url' in access && access.url)).size).toBe(1);
    expect(daily.rooms.size).toBe(1);
  });

  it('of a pair are their own, end with it, and earlier when everybody is called back', async () => {
    const PAIRS = 'g-pairs';
    const host = async () => {
      const inner = await world.host!();
      const plain = { session: inner.session, sessions: inner.sessions } as Backend;
      const principal = { tenantId: 'clinic', personId: 'f-1', roles: ['facilitator'] } as const;
      return [inner.sessions!, withDailyRooms(plain, principal, api()).sessions!] as const;
    };
    const [inner, facilitator] = await host();
    await facilitator.accept(PAIRS, '3');
    const people = await Promise.all(
      (['participant', 'peer'] as const).map(async (persona) => {
        const sessions = (await world.connect(persona)).sessions!;
        await sessions.accept(PAIRS, '3');
        const access = await sessions.access(PAIRS);
        return { guest: access.transport === 'mesh' ? access.guest! : '', name: persona };
      }),
    );
    const { running } = await inner.keepBreakouts!(PAIRS, {
      ...{ type: 'start', pairs: [people], minutes: 10 },
    });
    const breakout = running!.pairs[0]!.id;
    const sessions = await as('participant');
    const large = await sessions.access(PAIRS);
    const small = await sessions.access(PAIRS, { breakout });
    expect('url' in small && 'url' in large && small.url !== large.url).toBe(true);
    const room = [...daily.rooms.values()][1]!;
    const end = (instant: string) => Math.ceil((Date.parse(instant) + 15_000) / 1000);
    expect(room.properties).toMatchObject({ exp: end(running!.endsAt), eject_at_room_exp: true });
    expect(daily.tokens[1]).toMatchObject({ room_name: room.name, exp: end(running!.endsAt) });
    const ending = await facilitator.keepBreakouts!(PAIRS, { type: 'end' });
    expect(room.properties['exp']).toBe(end(ending.running!.endsAt));
    expect(ending.running!.endsAt < running!.endsAt).toBe(true);
    expect(JSON.stringify([[...daily.rooms.values()], daily.tokens])).not.toMatch(/pairs|peer/);
  });

  it('bear what a network does, and say when they cannot', async () => {
    daily.troubles.push(503, 429);
    expect((await enter('participant')).transport).toBe('daily');
    daily.troubles.push(500, 500, 500);
    await expect(enter('participant')).rejects.toMatchObject({
      code: 'unavailable',
      detail: 'rooms',
    });
    daily.troubles.length = 0;
    await expect(enter('participant', api('wrong'))).rejects.toMatchObject({
      name: 'DailyKeyError',
    });
  });

  it('are what the server answers, with no line of its own', async () => {
    const calls = api();
    const server: ClinicServer = await ClinicServer.start({
      backendFor: (principal) => {
        const inner = server.backendFor(principal);
        const plain = { session: inner.session, sessions: inner.sessions } as Backend;
        return withDailyRooms(plain, principal, calls);
      },
    });
    const token = await tokenFor('p-1');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const at = `${server.url}/v1/meetings/${OPEN}`;
    const body = JSON.stringify({ version: '3' });
    await fetch(`${at}/acceptance`, { method: 'POST', headers, body });
    expect(await (await fetch(`${at}/access`, { headers })).json()).toMatchObject({
      transport: 'daily',
    });
    const line = await fetch(`${at}/signals?end=an-end-of-this-test`, { headers });
    expect(line.status).toBe(404);
    expect(JSON.stringify(server.logs)).not.toMatch(/token-\d|daily\.co/);
    await server.close();
  });
});

describe('the key', () => {
  const jwt = { JWT_ISSUER: 'x', JWT_SECRET: 'y' };

  it('is read from the environment, and decides', () => {
    expect(readConfiguration(jwt).daily).toBeUndefined();
    expect(readConfiguration({ ...jwt, DAILY_API_KEY: '' }).daily).toBeUndefined();
    expect(readConfiguration({ ...jwt, DAILY_API_KEY: KEY }).daily).toEqual({ apiKey: KEY });
  });
});
