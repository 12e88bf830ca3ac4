import * as z from 'zod/mini';
import type { SafetyService } from '../../../backend.js';
import { Id } from '../../../model/id.js';
import {
  EscalationPolicy,
  NewSafetyAlert,
  type SafetyAlert,
  type SafetyTrigger,
} from '../../../model/safety.js';
import { parseResponse } from '../../../parse.js';
import { alerts, people, policies } from '../collections.js';
import type { Call, Engine } from '../engine.js';
import { forbid } from '../access.js';
import { guestOf, personOf } from '../doors.js';
import { own } from '../meetings.js';
import { pageFields } from '../paging.js';

const List = z.object(pageFields);
const RECIPIENTS = ['clinician', 'facilitator'] as const;

/** Alerts for a named human role: sent, received and acknowledged are separate facts. */
export const safetyService = (engine: Engine): SafetyService => ({
  policy: (options) =>
    engine.read('safety.policy', z.unknown(), null, options, async ({ records }) => {
      const policy = await records.find(policies, 'policy');
      return policy ? parseResponse(EscalationPolicy, policy) : null;
    }),

  raise: (alert, options) =>
    engine.write('safety.raise', NewSafetyAlert, alert, options, async (call, raised) =>
      save(call, {
        ...raised,
        triggers: await Promise.all(raised.triggers.map((trigger) => named(call, trigger))),
        id: call.newId(),
        personId: call.me.id,
        receivedAt: call.now.toISOString(),
      }),
    ),

  list: (options) =>
    engine.read('safety.list', List, options ?? {}, options, async (call, request) => {
      const { me, records } = call;
      const receives = RECIPIENTS.some((role) => role === me.session.person.role);
      const prefix = receives ? ['open'] : ['of', me.id];
      const page = await records.page(alerts, prefix, request, {
        descending: true,
        // Nobody looks into a report of themselves.
        only: (alert) => !receives || !isAbout(alert, me.id),
      });
      return { ...page, items: page.items.map((alert) => shownTo(call, alert)) };
    }),

  acknowledge: (alertId, options) =>
    engine.write('safety.acknowledge', Id, alertId, options, async (call, id) => {
      call.access.as(...RECIPIENTS);
      const alert = await call.records.get(alerts, id);
      if (isAbout(alert, call.me.id)) forbid();
      if (alert.acknowledgedAt) return alert;
      return save(call, {
        ...alert,
        acknowledgedAt: call.now.toISOString(),
        acknowledgedBy: call.me.session.person,
      });
    }),
});

async function save(call: Call, alert: SafetyAlert): Promise<SafetyAlert> {
  await call.records.put(alerts, alert);
  const staff = await Promise.all(RECIPIENTS.map((r) => call.records.all(people, ['role', r])));
  call.changed('safety', [alert.personId, ...staff.flat().map((p) => p.id)], alert.id);
  return shownTo(call, alert);
}

/** With who called by what they are called in the room, and who was reported by who they are. */
async function named(call: Call, trigger: SafetyTrigger): Promise<SafetyTrigger> {
  if (!('meetingId' in trigger)) return trigger;
  const meeting = await own(call, trigger.meetingId);
  if (trigger.type === 'support-call') return { ...trigger, guest: guestOf(meeting, call.me.id) };
  return { ...trigger, about: personOf(meeting, trigger.guest) };
}

const isAbout = ({ triggers }: SafetyAlert, personId: string) =>
  triggers.some((trigger) => 'about' in trigger && trigger.about === personId);

/** Who was reported is for those who look into it. */
function shownTo({ me }: Call, alert: SafetyAlert): SafetyAlert {
  if (RECIPIENTS.some((role) => role === me.session.person.role)) return alert;
  const triggers = alert.triggers.map((trigger) => {
    if (!('about' in trigger)) return trigger;
    const { about: _, ...rest } = trigger;
    return rest;
  });
  return { ...alert, triggers };
}
