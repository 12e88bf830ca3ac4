import type { Operation } from '../../../src/client/backends/http/api.js';

const opening = {
  mentorId: 'm-open',
  startsAt: '2026-05-06T15:00:00Z',
  endsAt: '2026-05-06T15:30:00Z',
};
const response = { resourceType: 'QuestionnaireResponse', status: 'completed' };
const grant = {
  granteeId: 'm-open',
  scope: 'name',
  purpose: 'peer-support',
  expiresAt: '2099-01-01T00:00:00Z',
};
const day = { on: '2026-05-06', timeZone: 'UTC' };

/** A body that each route takes; those without one are absent. */
export const sampleBody: Partial<Record<Operation, unknown>> = {
  'checkIns.list': { personId: 'p-1' },
  'checkIns.questionnaire': { url: 'https://clinic.example/Questionnaire/ours' },
  'checkIns.submit': { ...day, response },
  'consents.grant': grant,
  'drafts.get': { key: 'a' },
  'drafts.put': { key: 'a', value: { b: 1 } },
  'drafts.remove': { key: 'a' },
  'goals.add': { kind: 'goal', title: 'Rest' },
  'goals.setStatus': { status: 'completed' },
  'messages.send': { kind: 'message', text: 'Hello' },
  'messages.update': { read: true },
  'milestones.add': { ...day, title: 'Slept well' },
  'milestones.celebrate': { milestoneId: 'x', celebration: { reaction: 'heart' } },
  'milestones.changeRecord': { type: 'start', ...day },
  'milestones.remove': { milestoneId: 'x' },
  'pairings.apply': { type: 'accept' },
  'pairings.request': { mentorId: 'm-open' },
  'safety.raise': { triggers: [{ type: 'not-safe-now' }], raisedAt: '2026-05-06T15:00:00Z' },
  'sessions.accept': { version: '3' },
  'sessions.answerRecording': { meetingId: 'g-open', yes: true, version: '1' },
  'sessions.attend': { meetingId: 'g-open', joinedAt: '2026-05-06T15:00:00Z' },
  'sessions.book': opening,
  'sessions.keepDoor': { type: 'unlock' },
  'sessions.keepBreakouts': { type: 'end' },
  'sessions.knock': { name: 'Jo' },
  'sessions.tellBreakout': { type: 'at', at: 'group' },
};

/** A request that the route takes, with that token. */
export function sampleRequest(
  operation: Operation,
  { method, path }: { method: string; path: string },
  token?: string,
): Request {
  const body = sampleBody[operation];
  return new Request(`http://server.example${path.replace(/\{\w+\}/g, 'some-id')}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}
