import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commands } from '../../examples/server/src/commands.js';
import { readConfiguration } from '../../examples/server/src/configuration.js';
import type { RunningServer } from '../../examples/server/src/http/serve.js';
import { start } from '../../examples/server/src/start.js';
import { HttpBackend } from '../../src/client/backends/http/http-backend.js';
import { tokenFor } from './support/clinic-server.js';

const timeZone = 'America/Chicago';
const participant = {
  ...{ id: 'n-1', role: 'participant', name: 'Noor', alias: 'Hazel', timeZone, region: 'US' },
  preferences: {
    ...{ languages: ['en'], timeZone, availability: [{ weekday: 1, from: 600, to: 720 }] },
    ...{ experiences: [], mustShare: [], excludedMentors: [] },
  },
};
const mentor = {
  ...{ id: 'n-2', role: 'mentor', name: 'Tess', timeZone },
  mentor: {
    ...{ credentials: [], headline: { en: 'I know the first week.' }, experiences: [] },
    ...{ languages: ['en'], availability: [{ weekday: 1, from: 600, to: 720 }] },
    ...{ capacity: 1, paused: false },
  },
};
const clinician = { id: 'n-3', role: 'clinician', name: 'Dr. Lind', timeZone };

describe('enrolment', () => {
  const dataFolder = mkdtempSync(`${tmpdir()}/wayfellow-enrolment-`);
  let server: RunningServer;
  const open: HttpBackend[] = [];
  beforeAll(async () => {
    // The first clinician comes by the command line; they enrol the others.
    const answer = await commands['enrol']!(
      { dataFolder },
      ['quay', 'Quay Clinic'],
      JSON.stringify([clinician]),
    );
    expect(answer).toBe('1 enrolled.');
    const environment = {
      ...{ JWT_ISSUER: 'https://portal.example', PORT: '0', HOSTNAME_TO_LISTEN_ON: '127.0.0.1' },
      JWT_SECRET: 'a secret that the portal and the server share in these tests',
      DATA_FOLDER: dataFolder,
    };
    server = await start(readConfiguration(environment), { log: () => undefined });
  }, 120_000);
  afterAll(async () => {
    for (const backend of open) backend.close();
    await server.close(1000);
    rmSync(dataFolder, { recursive: true });
  });

  const roleOf = { 'n-1': 'participant', 'n-2': 'mentor', 'n-3': 'clinician' } as const;
  type Id = keyof typeof roleOf;
  /** The clinician is the clinic's administrator, as the portal has it, unless it is said otherwise. */
  const tokenOf = (id: Id, tenant = 'quay', admin = id === 'n-3') =>
    tokenFor(id, { tenant, roles: [roleOf[id]], admin });
  function as(id: Id): HttpBackend {
    const backend = new HttpBackend({ baseUrl: server.url, token: () => tokenOf(id) });
    open.push(backend);
    return backend;
  }
  async function put(
    person: unknown,
    by: Id = 'n-3',
    tenant = 'quay',
    admin?: boolean,
  ): Promise<number> {
    const headers = {
      authorization: `Bearer ${await tokenOf(by, tenant, admin)}`,
      'content-type': 'application/json',
    };
    const body = JSON.stringify(person);
    const at = `${server.url}/admin/people`;
    return (await fetch(at, { method: 'PUT', headers, body })).status;
  }

  it('makes people known, who can find each other then', async () => {
    expect(await as('n-1').session.current()).toBeNull();
    expect([await put(participant), await put(mentor)]).toEqual([204, 204]);
    const session = await as('n-1').session.current();
    expect(session).toMatchObject({
      person: { id: 'n-1', name: 'Noor', role: 'participant' },
      clinic: { id: 'quay', name: 'Quay Clinic' },
      region: 'US',
    });
    const { items } = await as('n-1').mentors!.suggest();
    expect(items.map((match) => match.mentor.name)).toEqual(['Tess']);
    await as('n-1').pairings!.request({ mentorId: 'n-2' });
    const asked = await as('n-2').pairings!.list();
    expect(asked.items.map((pairing) => pairing.participant.name)).toEqual(['Hazel']);
  });

  it('says anew who somebody is, live, and keeps what is theirs', async () => {
    const tess = as('n-2');
    const heard = vi.fn();
    tess.watch(heard);
    await vi.waitFor(async () => {
      expect(await put({ ...mentor, name: 'Tessa' })).toBe(204);
      expect(heard).toHaveBeenCalledWith(expect.objectContaining({ topic: 'session' }));
    }, 5000);
    expect((await tess.session.current())?.person.name).toBe('Tessa');
    expect((await tess.pairings!.list()).items).toHaveLength(1);
  });

  it('is for the clinic’s clinicians alone', async () => {
    const more = { ...participant, id: 'n-9' };
    expect([await put(more, 'n-1'), await put(more, 'n-2')]).toEqual([403, 403]);
    // A clinician elsewhere is nobody there, whatever the token says.
    expect(await put(more, 'n-3', 'another-clinic')).toBe(401);
    const anonymous = await fetch(`${server.url}/admin/people`, { method: 'PUT' });
    expect(anonymous.status).toBe(401);
  });

  it('refuses what does not fit, and another role', async () => {
    expect(await put({ ...participant, timeZone: 'Mars' })).toBe(400);
    expect(await put({ ...participant, role: 'mentor' })).toBe(400);
    expect(await put({ ...participant, role: 'clinician' })).toBe(409);
    expect((await as('n-1').session.current())?.person.role).toBe('participant');
  });

  it('of staff is for those whom the portal calls administrators', async () => {
    const another = { ...clinician, id: 'n-4' };
    const plain = (person: unknown) => put(person, 'n-3', 'quay', false);
    expect(await plain(another)).toBe(403);
    expect(await plain({ ...mentor, id: 'n-5' })).toBe(403);
    expect(await plain({ ...participant, id: 'n-6' })).toBe(204);
  });

  async function remove(id: string, by: Id = 'n-3', admin?: boolean): Promise<number> {
    const headers = { authorization: `Bearer ${await tokenOf(by, 'quay', admin)}` };
    return (await fetch(`${server.url}/admin/people/${id}`, { method: 'DELETE', headers })).status;
  }

  it('is taken back by those who may enrol, and by nobody from themselves', async () => {
    expect([await remove('n-2', 'n-1'), await remove('n-1', 'n-2')]).toEqual([403, 403]);
    expect(await remove('n-2', 'n-3', false)).toBe(403);
    expect(await remove('n-3')).toBe(409);
    expect(await remove('n-nobody')).toBe(404);
  });

  it('taken back ends access at once, open streams and the pairing, and keeps what was written', async () => {
    const [noor, tess] = [as('n-1'), as('n-2')];
    const [pairing] = (await tess.pairings!.list()).items;
    await tess.pairings!.apply(pairing!.id, { type: 'accept' });
    const headers = { authorization: `Bearer ${await tokenOf('n-2')}` };
    const stream = await fetch(`${server.url}/v1/changes`, { headers });
    const ended = stream.text();
    expect(await remove('n-2')).toBe(204);
    // Not at the next sign of life, which is 15 seconds away.
    const inTime = new Promise((_, reject) => setTimeout(reject, 5000, new Error('It is open')));
    await Promise.race([ended, inTime]);
    expect(await tess.session.current()).toBeNull();
    await expect(tess.pairings!.list()).rejects.toMatchObject({ code: 'unauthorized' });
    const [kept] = (await noor.pairings!.list()).items;
    expect(kept).toMatchObject({ id: pairing!.id, status: 'ended', mentor: { name: 'Tess' } });
    expect((await noor.mentors!.list()).items).toEqual([]);
    // The id stays theirs, in that role.
    expect(await put({ ...participant, id: 'n-2' })).toBe(409);
    expect(await put(mentor)).toBe(204);
    expect((await tess.session.current())?.person.name).toBe('Tess');
  });
});

describe('the commands', () => {
  it('fill a sandbox with people, once', async () => {
    const dataFolder = mkdtempSync(`${tmpdir()}/wayfellow-sandbox-`);
    for (let i = 0; i < 2; i++)
      expect(await commands['sandbox']!({ dataFolder }, ['demo'], '')).toContain('demo');
    rmSync(dataFolder, { recursive: true });
  }, 120_000);

  it('say how they are used, and never what was in somebody’s entry', async () => {
    await expect(async () => commands['sandbox']!({}, [], '')).rejects.toThrow('sandbox <clinic>');
    const secret = JSON.stringify([{ ...clinician, role: 'a secret word' }]);
    const refused = commands['enrol']!({}, ['quay', 'Quay'], secret);
    await expect(refused).rejects.toThrow('"0.role"');
    await expect(refused).rejects.not.toThrow('secret');
  }, 120_000);
});
