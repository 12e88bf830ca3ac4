import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import type { Change } from '../../../../src/client/backend.js';
import {
  EmbeddedBackend,
  type EmbeddedOptions,
} from '../../../../src/client/backends/embedded/embedded-backend.js';
import { BackendError } from '../../../../src/client/errors.js';
import { clinic, newName } from './world.js';

const open: EmbeddedBackend[] = [];
function backend(options: EmbeddedOptions = {}): EmbeddedBackend {
  const made = new EmbeddedBackend({ name: newName(), ...options });
  open.push(made);
  return made;
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    expect(error).to.be.instanceOf(BackendError);
    return (error as BackendError).code;
  }
}

/** A clock that stands still at ten in the morning in Chicago, a Wednesday. */
const morning = () => new Date('2026-05-06T15:00:00Z');

function heard(by: EmbeddedBackend, topic: Change['topic']): Promise<Change> {
  return new Promise((resolve) => {
    const end = by.watch((change) => {
      if (change.topic !== topic) return;
      end();
      resolve(change);
    });
  });
}

function checkIn(now = new Date()) {
  return {
    on: now.toISOString().slice(0, 10),
    timeZone: 'UTC',
    response: { resourceType: 'QuestionnaireResponse', status: 'completed' },
  } as const;
}

describe('EmbeddedBackend', () => {
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });

  describe('in the browser’s storage', () => {
    it('keeps everything for the next page', async () => {
      const name = newName();
      const before = backend({ name });
      expect(await before.durable).to.be.true;
      const { checkInId } = await before.checkIns.submit(checkIn());
      const { id } = await before.pairings.request({ mentorId: 'theo' });
      await before.drafts.put('note', { words: 'half' });
      await before.close();

      const after = backend({ name });
      expect((await after.checkIns.list()).items.map((c) => c.id)).to.include(checkInId);
      expect((await after.pairings.get(id)).status).to.equal('requested');
      expect((await after.drafts.get('note'))?.value).to.deep.equal({ words: 'half' });
    });

    it('shows two tabs the same, each as somebody else', async () => {
      const name = newName();
      const [jordan, maya] = [backend({ name }), backend({ name, persona: 'maya' })];
      await Promise.all([jordan.session.current(), maya.session.current()]);
      const rings = heard(maya, 'pairings');
      const { id } = await jordan.pairings.request({ mentorId: 'maya', message: 'Hello' });
      expect((await rings).ids).to.deep.equal([id]);
      const seen = await maya.pairings.get(id);
      expect([seen.message, seen.participant.name]).to.deep.equal(['Hello', 'River']);

      const answered = heard(jordan, 'pairings');
      await maya.pairings.apply(id, { type: 'accept' });
      await answered;
      expect((await jordan.pairings.get(id)).status).to.equal('active');
    });

    it('is planted once, also by two tabs that open at the same time', async () => {
      const name = newName();
      const tabs = [backend({ name }), backend({ name })];
      const lists = await Promise.all(tabs.map((tab) => tab.mentors.list()));
      expect(lists.map((page) => page.items.length)).to.deep.equal([12, 12]);
    });

    it('gives the last place to one of two tabs', async () => {
      const name = newName();
      const [jordan, sam] = [backend({ name }), backend({ name, persona: 'alex' })];
      await sam.pairings.apply('alex-maya', { type: 'cancel' });
      const maya = await jordan.mentors.get('maya');
      expect(maya.openPlaces).to.equal(2);
      await backend({ name, persona: 'kim' }).pairings.apply('kim-denise', { type: 'end' });
      const asked = await Promise.allSettled(
        [jordan, sam].map((tab) => tab.pairings.request({ mentorId: 'denise' })),
      );
      expect(asked.map((a) => a.status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    });

    it('says that a record which does not fit is no good answer', async () => {
      const name = newName();
      const jordan = backend({ name });
      await jordan.session.current();
      const db = await openDB(name, 1);
      const entry = (await db.get('records', 'record\0jordan')) as { value: { chapters: unknown } };
      entry.value.chapters = 'torn';
      await db.put('records', entry);
      db.close();
      expect(await codeOf(jordan.milestones.record())).to.equal('invalid-response');
      expect(await codeOf(jordan.milestones.list())).to.equal('invalid-response');
      await jordan.reset();
      expect((await jordan.milestones.record())?.chapters).to.have.length(2);
    });

    it('costs the same to read from ten thousand entries', async () => {
      const personId = 'jordan';
      const milestones = Array.from({ length: 10_000 }, (_, i) => ({
        id: `m-${i}`,
        personId,
        kind: 'personal' as const,
        title: { en: `Step ${i}` },
        on: new Date(Date.UTC(1999, 0, i % 9000)).toISOString().slice(0, 10),
        timeZone: 'UTC',
        recordedAt: morning().toISOString(),
        celebrations: [],
      }));
      const people = [
        {
          id: personId,
          session: {
            person: { id: personId, name: 'Jordan', role: 'participant' as const },
            clinic: { id: 'c', name: 'Clinic' },
            timeZone: 'UTC',
          },
        },
      ];
      const timeOf = async (count: number) => {
        const seed = { people, milestones: milestones.slice(0, count) };
        const tab = backend({ seed });
        await tab.session.current();
        const times: number[] = [];
        for (let i = 0; i < 7; i++) {
          const start = performance.now();
          expect((await tab.milestones.list({ limit: 20 })).items).to.have.length(20);
          times.push(performance.now() - start);
        }
        return times.sort((a, b) => a - b)[3] ?? 0;
      };
      const few = await timeOf(30);
      const many = await timeOf(10_000);
      expect(many, `${many} ms against ${few} ms`).to.be.below(few * 3 + 5);
    }).timeout(30_000);
  });

  describe('without the browser’s storage', () => {
    const original = Object.getOwnPropertyDescriptor(window, 'indexedDB');
    afterEach(() => {
      if (original) Object.defineProperty(window, 'indexedDB', original);
    });

    it('works from memory, and says so, when there is no IndexedDB', async () => {
      Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true });
      const jordan = backend();
      expect(await jordan.durable).to.be.false;
      await jordan.checkIns.submit(checkIn());
      expect((await jordan.checkIns.list({ limit: 1 })).items).to.have.length(1);
    });

    it('works from memory when opening fails', async () => {
      const failing = {
        open: () => {
          throw new DOMException('Private mode', 'SecurityError');
        },
      };
      Object.defineProperty(window, 'indexedDB', { value: failing, configurable: true });
      expect(await backend().durable).to.be.false;
    });

    it('works from memory when there is no room even to begin', async () => {
      const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put');
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
      try {
        const jordan = backend();
        expect((await jordan.mentors.list()).items).to.have.length(12);
        expect(await jordan.durable).to.be.false;
      } finally {
        if (put) Object.defineProperty(IDBObjectStore.prototype, 'put', put);
      }
    });

    it('tries again when the story could not be loaded', async () => {
      let tries = 0;
      const jordan = backend({
        storage: 'memory',
        seed: () => {
          if (++tries === 1) throw new TypeError('Failed to fetch dynamically imported module');
          return clinic(new Date());
        },
        persona: 'p-1',
      });
      expect(await codeOf(jordan.mentors.list())).to.equal('unavailable');
      expect((await jordan.mentors.list()).items).to.have.length(4);
    });

    it('goes on in memory with all it had when the storage is full', async () => {
      const jordan = backend();
      const { checkInId } = await jordan.checkIns.submit(checkIn());
      expect(await jordan.durable).to.be.true;
      const told = heard(jordan, 'session');
      const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put');
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
      try {
        const later = await Promise.all([
          jordan.checkIns.submit(checkIn()),
          jordan.goals.add({ kind: 'goal', title: 'Rest' }),
        ]);
        expect(await jordan.durable).to.be.false;
        await told;
        const ids = (await jordan.checkIns.list()).items.map((c) => c.id);
        expect(ids).to.include(checkInId);
        expect(ids).to.include(later[0].checkInId);
        expect((await jordan.goals.list()).items).to.have.length(5);
      } finally {
        if (put) Object.defineProperty(IDBObjectStore.prototype, 'put', put);
      }
    });

    it('shares memory by name, and keeps it apart without one', async () => {
      const name = newName();
      const memory = { storage: 'memory', name } as const;
      await backend(memory).goals.add({ kind: 'goal', title: 'Rest' });
      expect((await backend(memory).goals.list()).items).to.have.length(5);
      const apart = new EmbeddedBackend({ storage: 'memory' });
      expect((await apart.goals.list()).items).to.have.length(4);
      await apart.close();
    });
  });

  describe('for designers', () => {
    const memory = { storage: 'memory' } as const;

    it('takes the time it is told to, and an abort ends the wait', async () => {
      const slow = backend({ ...memory, latency: [60, 80] });
      const start = performance.now();
      await slow.session.current();
      expect(performance.now() - start).to.be.above(55);

      slow.latency = 60_000;
      const controller = new AbortController();
      const reason = new Error('No longer needed');
      const waiting = slow.checkIns.submit(checkIn(), { signal: controller.signal });
      controller.abort(reason);
      const error = await waiting.then(
        () => undefined,
        (e: unknown) => e,
      );
      expect(error).to.equal(reason);
      slow.latency = 0;
      const { items } = await slow.checkIns.list({ limit: 1 });
      expect(items[0]?.response.item, 'an aborted check-in was written').to.not.be.undefined;
    });

    it('fails as it is told to, and stops when told', async () => {
      const failing = backend({
        ...memory,
        failures: { services: ['milestones'], code: 'rate-limited' },
      });
      expect(await codeOf(failing.milestones.list())).to.equal('rate-limited');
      expect(await codeOf(failing.checkIns.list())).to.equal('none');
      failing.failures = (call) => (call === 'checkIns.submit' ? 'offline' : undefined);
      expect(await codeOf(failing.checkIns.submit(checkIn()))).to.equal('offline');
      expect(await codeOf(failing.milestones.list())).to.equal('none');
      failing.failures = { rate: 0.5, seed: 3 };
      const codes: string[] = [];
      for (let i = 0; i < 40; i++) codes.push(await codeOf(failing.goals.list()));
      expect(new Set(codes)).to.have.all.keys('none', 'unavailable');
      failing.failures = undefined;
      expect(await codeOf(failing.goals.list())).to.equal('none');
    });

    it('changes persona in place and says so', async () => {
      const somebody = backend(memory);
      expect(EmbeddedBackend.personas.map((p) => p.id)).to.include.members(['jordan', 'maya']);
      const told = heard(somebody, 'session');
      somebody.setPersona('maya');
      await told;
      expect((await somebody.session.current())?.person.role).to.equal('mentor');
      await somebody.session.signOut();
      expect(somebody.persona).to.be.null;
      somebody.setPersona('nobody');
      expect(await codeOf(somebody.session.current())).to.equal('unauthorized');
    });

    it('puts the seed back in all tabs', async () => {
      const name = newName();
      const [one, two] = [backend({ name }), backend({ name })];
      await one.goals.add({ kind: 'goal', title: 'Rest' });
      await two.goals.list();
      const told = heard(two, 'goals');
      await one.reset();
      await told;
      expect((await two.goals.list()).items).to.have.length(4);
    });
  });

  describe('the story it begins with', () => {
    const memory = { storage: 'memory', clock: morning } as const;

    it('is week four, with no mentor yet', async () => {
      const jordan = backend(memory);
      const session = await jordan.session.current();
      expect(session?.programme?.startedOn).to.equal('2026-04-12');
      expect((await jordan.pairings.list()).items.map((p) => p.status)).to.deep.equal(['ended']);
      const checkIns = (await jordan.checkIns.list()).items;
      expect(checkIns.length).to.be.within(18, 28);
      expect(checkIns.some((c) => c.on === '2026-05-06')).to.be.false;
      const past = (await jordan.milestones.list()).items;
      expect(past.flatMap((m) => m.celebrations).length).to.be.above(5);
      expect((await jordan.milestones.list({ when: 'coming' })).items.length).to.be.above(4);
    });

    it('has mentors to suggest, each in English and Spanish', async () => {
      const jordan = backend(memory);
      const { items } = await jordan.mentors.list();
      expect(items).to.have.length(12);
      for (const mentor of items) {
        const texts = [mentor.headline, mentor.story, ...mentor.credentials];
        for (const text of [...texts, ...mentor.experiences.map((e) => e.label)])
          if (text) expect(text).to.have.all.keys('en', 'es');
      }
      const suggested = (await jordan.mentors.suggest()).items;
      expect(suggested[0]?.mentor.id).to.equal('maya');
      const full = items.filter((m) => m.openPlaces === 0).map((m) => m.id);
      expect(full).to.deep.equal(['denise']);
      expect(items.filter((m) => m.paused).map((m) => m.id)).to.deep.equal(['ray']);
    });

    it('has two rooms that are open now, one with a waiting room, and a group tonight', async () => {
      const jordan = backend(memory);
      const { items } = await jordan.sessions.list();
      expect(items[0]?.startsAt).to.equal('2026-05-06T15:00:00.000Z');
      expect(items[1]).to.include({ startsAt: '2026-05-06T15:05:00.000Z', waitingRoom: true });
      expect(items[2]?.startsAt).to.equal('2026-05-06T23:00:00.000Z');
      await jordan.sessions.accept(items[0]?.id ?? '', '1');
      const access = await jordan.sessions.access(items[0]?.id ?? '');
      expect(access.transport).to.equal('mesh');
    });

    it('has something to come also when it is opened weeks later', async () => {
      let now = morning();
      const name = newName();
      const clock = () => now;
      await backend({ name, clock }).goals.add({ kind: 'goal', title: 'Rest' });
      now = new Date(+now + 30 * 86_400_000);
      const later = backend({ name, clock });
      const { items } = await later.sessions.list();
      expect(items.length).to.be.above(5);
      expect(Date.parse(items[0]?.startsAt ?? '')).to.be.at.most(+now);
      expect((await later.goals.list()).items).to.have.length(5);
    });

    it('pairs Jordan and Maya when asked', async () => {
      const name = newName();
      const options = { ...memory, name, seed: 'paired' } as const;
      const [jordan, maya] = [backend(options), backend({ ...options, persona: 'maya' })];
      const [pairing] = (await jordan.pairings.list()).items;
      expect([pairing?.status, pairing?.mentor.id]).to.deep.equal(['active', 'maya']);
      expect((await jordan.messages.list(pairing?.id ?? '')).items.length).to.be.above(3);
      const mentees = (await maya.pairings.list()).items;
      expect(mentees.map((p) => [p.participant.name, p.status])).to.deep.equal([
        ['Aspen', 'requested'],
        ['Jordan', 'active'],
        ['Sam', 'active'],
      ]);
      const { items } = await maya.checkIns.list({ personId: 'jordan' });
      expect(JSON.stringify(items)).to.not.contain('valueString');
      expect((await jordan.mentors.get('maya')).openPlaces).to.equal(0);
    });

    it('shows a clinician what is shared and what nobody has acknowledged', async () => {
      const doctor = backend({ ...memory, persona: 'dr-okafor' });
      expect((await doctor.safety.list()).items).to.have.length(1);
      expect((await doctor.checkIns.list({ personId: 'jordan' })).items).to.not.be.empty;
      expect(await codeOf(doctor.checkIns.list({ personId: 'sam' }))).to.equal('forbidden');
    });

    it('is empty when asked', async () => {
      const jordan = backend({ ...memory, seed: 'empty' });
      for (const list of [
        jordan.mentors.list(),
        jordan.mentors.suggest(),
        jordan.pairings.list(),
        jordan.checkIns.list(),
        jordan.milestones.list(),
        jordan.sessions.list(),
        jordan.goals.list(),
      ])
        expect((await list).items).to.be.empty;
      expect(await jordan.milestones.record()).to.be.null;
      expect(await jordan.safety.policy()).to.not.be.null;
    });
  });
});
