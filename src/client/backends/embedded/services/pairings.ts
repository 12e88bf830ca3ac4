import * as z from 'zod/mini';
import type { PairingService } from '../../../backend.js';
import { Id } from '../../../model/id.js';
import type { Pairing } from '../../../model/pairing.js';
import {
  asOf,
  isOpen,
  PairingAction,
  REQUEST_LIFETIME_MS,
  takesPlace,
  transition,
} from '../../../model/pairing.js';
import { RuleError } from '../../../model/rule-error.js';
import { mentors, pairings } from '../collections.js';
import type { Call, Engine } from '../engine.js';
import { pageFields } from '../paging.js';
import { openPlacesOf } from './mentors.js';

const List = z.object({ ...pageFields, mentorId: z.optional(Id) });
const Request = z.object({
  mentorId: Id,
  message: z.optional(z.string().check(z.trim(), z.maxLength(1000))),
});
const Apply = z.object({ id: Id, action: PairingAction });

/** Asking a mentor, and everything that comes of it. */
export const pairingService = (engine: Engine): PairingService => ({
  list: (options) =>
    engine.read('pairings.list', List, options ?? {}, options, async (call, request) => {
      const { mentorId } = request;
      const page = await call.records.page(pairings, ['of', call.me.id], request, {
        descending: true,
        ...(mentorId ? { only: (p: Pairing) => p.mentor.id === mentorId } : {}),
      });
      return { ...page, items: await Promise.all(page.items.map((p) => present(call, p))) };
    }),

  get: (pairingId, options) =>
    engine.read('pairings.get', Id, pairingId, options, async (call, id) =>
      present(call, await own(call, id)),
    ),

  request: (request, options) =>
    engine.write('pairings.request', Request, request, options, async (call, asked) => {
      const { me, records, now } = call;
      call.access.as('participant');
      const mentor = await records.get(mentors, asked.mentorId);
      const open = await records.all(pairings, ['open', me.id]);
      if (open.some((p) => isOpen(asOf(p, now).status))) throw new RuleError('already-paired');
      if (mentor.paused) throw new RuleError('mentor-paused');
      if ((await openPlacesOf(call, mentor)) < 1) throw new RuleError('no-capacity');
      const pairing: Pairing = {
        id: call.newId(),
        participant: me.session.person,
        mentor: { id: mentor.id, name: mentor.name, role: 'mentor' },
        status: 'requested',
        phase: 'programme',
        requestedAt: now.toISOString(),
        expiresAt: new Date(+now + REQUEST_LIFETIME_MS).toISOString(),
        changedAt: now.toISOString(),
        continuingConsent: [],
        ...(asked.message ? { message: asked.message } : {}),
      };
      return save(call, pairing, true);
    }),

  apply: (pairingId, action, options) =>
    engine.write(
      'pairings.apply',
      Apply,
      { id: pairingId, action },
      options,
      async (call, asked) => {
        const before = await own(call, asked.id);
        await call.unchanged(() => present(call, before));
        const after = transition(before, asked.action, call.me.id, call.now);
        return save(call, after, takesPlace(before.status) !== takesPlace(after.status));
      },
    ),
});

async function own(call: Call, id: string): Promise<Pairing> {
  const pairing = await call.records.get(pairings, id);
  call.access.among(pairing.participant.id, pairing.mentor.id);
  return pairing;
}

async function save(call: Call, pairing: Pairing, placesChanged: boolean): Promise<Pairing> {
  await call.records.put(pairings, pairing);
  call.changed('pairings', [pairing.participant.id, pairing.mentor.id], pairing.id);
  if (placesChanged) call.changed('mentors', '*', pairing.mentor.id);
  return present(call, pairing);
}

/** The pairing as it stands now, for the one who reads it. */
async function present(call: Call, pairing: Pairing): Promise<Pairing> {
  call.records.show(pairings.name, pairing.participant.id, pairing.id);
  const participant = await call.access.person(pairing.participant);
  return { ...asOf(pairing, call.now), participant };
}
