import * as z from 'zod/mini';
import type { SafetyService } from '../../../backend.js';
import { Id } from '../../../model/id.js';
import { EscalationPolicy, NewSafetyAlert, type SafetyAlert } from '../../../model/safety.js';
import { parseResponse } from '../../../parse.js';
import { alerts, people, policies } from '../collections.js';
import type { Call, Engine } from '../engine.js';
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
    engine.write('safety.raise', NewSafetyAlert, alert, options, (call, raised) =>
      save(call, {
        ...raised,
        id: call.newId(),
        personId: call.me.id,
        receivedAt: call.now.toISOString(),
      }),
    ),

  list: (options) =>
    engine.read('safety.list', List, options ?? {}, options, ({ me, records }, request) => {
      const receives = RECIPIENTS.some((role) => role === me.session.person.role);
      const prefix = receives ? ['open'] : ['of', me.id];
      return records.page(alerts, prefix, request, { descending: true });
    }),

  acknowledge: (alertId, options) =>
    engine.write('safety.acknowledge', Id, alertId, options, async (call, id) => {
      call.access.as(...RECIPIENTS);
      const alert = await call.records.get(alerts, id);
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
  return alert;
}
