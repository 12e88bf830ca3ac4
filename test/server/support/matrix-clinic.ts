import type { SeedData } from '../../../src/client/backends/embedded/seed/seed.js';
import type { Role } from '../../../src/client/model/person.js';
import { clinic } from '../../client/backends/embedded/world.js';

/** In the id or the words of everything that is p-1's, and in nothing else. */
export const MARK = 'mark-of-p-1';
/** The name of p-1, which is an alias to those who were not granted it. */
export const NAME = 'Jordan Vance';

/** Who asks: for p-1's data, all of them. */
export const ASKERS = {
  owner: { id: 'p-1', role: 'participant' },
  // To whom p-1 granted everything; the mentor is p-1's, and the facilitator leads the group.
  'g-peer': { id: 'p-2', role: 'participant' },
  'g-mentor': { id: 'm-open', role: 'mentor' },
  'g-facil': { id: 'f-1', role: 'facilitator' },
  'g-clin': { id: 'c-1', role: 'clinician' },
  // To whom nothing was granted.
  'u-peer': { id: 'p-3', role: 'participant' },
  'u-mentor': { id: 'm-last', role: 'mentor' },
  'u-facil': { id: 'f-2', role: 'facilitator' },
  'u-clin': { id: 'c-2', role: 'clinician' },
  // p-1's mentor of before, from whom every grant was taken back.
  former: { id: 'm-old', role: 'mentor' },
  // Of the same names, in another clinic.
  'x-owner': { id: 'p-1', role: 'participant', tenant: 'elsewhere' },
  'x-clin': { id: 'c-1', role: 'clinician', tenant: 'elsewhere' },
  // p-1's token names a role that the clinic does not know p-1 by.
  'as-clin': { id: 'p-1', role: 'clinician' },
  // With a good token, and unknown to the clinic.
  nobody: { id: 'nobody', role: 'participant' },
} as const satisfies Record<string, { id: string; role: Role; tenant?: string }>;
export type Asker = keyof typeof ASKERS;

/** To whom p-1's name must not be told, whatever they ask. */
export const STRANGERS: readonly Asker[] = [
  ...(['u-peer', 'u-mentor', 'former', 'x-owner', 'x-clin', 'as-clin', 'nobody'] as const),
];

const GRANTED = ['p-2', 'm-open', 'f-1', 'c-1'] as const;
const SCOPES = ['name', 'check-in-answers', 'free-text', 'recovery-dates'] as const;
const HOUR = 3_600_000;

/** The clinic in which p-1 has something of everything. */
export function matrixClinic(now: Date): SeedData {
  const at = (hours: number) => new Date(+now + hours * HOUR).toISOString();
  const base = clinic(now);
  const [template] = base.people ?? [];
  const [mentor] = base.mentors ?? [];
  if (!template || !mentor) throw new Error('The clinic has nobody');
  const profile = (id: string, role: Role, name = id) => ({
    ...template,
    id,
    alias: `Alias of ${id}`,
    session: { ...template.session, person: { id, name, role } },
  });
  const me = { id: 'p-1', name: NAME, role: 'participant' as const };
  const mentorOf = (id: string) => ({ id, name: `Mentor ${id}`, role: 'mentor' as const });
  const facilitator = { id: 'f-1', name: 'Luis', role: 'facilitator' as const };
  const grant = (granteeId: string, scope: (typeof SCOPES)[number], isOver = false) => ({
    ...{ id: `${MARK}-grant-${granteeId}-${scope}`, grantorId: 'p-1', granteeId, scope },
    ...{ purpose: 'peer-support' as const, grantedAt: at(-48), expiresAt: at(48) },
    ...(isOver ? { revokedAt: at(-1) } : {}),
  });
  const pairing = (id: string, mentorId: string, status: 'active' | 'ended') => ({
    ...{ id, participant: me, mentor: mentorOf(mentorId), status, phase: 'programme' as const },
    ...{ requestedAt: at(-48), expiresAt: at(24), changedAt: at(-47), continuingConsent: [] },
    message: MARK,
  });
  const meeting = { status: 'scheduled' as const, room: `${MARK}-room` };
  const day = { on: at(-48).slice(0, 10), timeZone: 'America/Chicago' };
  return {
    people: [
      profile('p-1', 'participant', NAME),
      ...['p-2', 'p-3'].map((id) => profile(id, 'participant')),
      ...['m-open', 'm-last', 'm-old'].map((id) => profile(id, 'mentor')),
      ...['f-1', 'f-2'].map((id) => profile(id, 'facilitator')),
      ...['c-1', 'c-2'].map((id) => profile(id, 'clinician')),
    ],
    mentors: ['m-open', 'm-last', 'm-old'].map((id) => ({ ...mentor, id, capacity: 2 })),
    pairings: [
      pairing(`${MARK}-pairing`, 'm-open', 'active'),
      pairing(`${MARK}-past`, 'm-old', 'ended'),
    ],
    grants: SCOPES.flatMap((scope) => [
      ...GRANTED.map((id) => grant(id, scope)),
      grant('m-old', scope, true),
    ]),
    checkIns: [
      {
        ...{ ...day, id: `${MARK}-check-in`, personId: 'p-1', receivedAt: at(-48) },
        response: {
          resourceType: 'QuestionnaireResponse',
          status: 'completed',
          item: [{ linkId: 'note', answer: [{ valueString: MARK }] }],
        },
      },
    ],
    recoveryRecords: [
      {
        ...{ personId: 'p-1', label: 'custom', customLabel: MARK },
        chapters: [
          {
            id: `${MARK}-chapter`,
            startedOn: at(-24 * 40).slice(0, 10),
            timeZone: 'America/Chicago',
            recordedAt: at(-24 * 40),
          },
        ],
      },
    ],
    milestones: [
      {
        ...{ ...day, id: `${MARK}-milestone`, personId: 'p-1', kind: 'personal' },
        ...{ title: { en: MARK }, recordedAt: at(-48), celebrations: [] },
      },
    ],
    goals: [
      {
        ...{ id: `${MARK}-goal`, personId: 'p-1', kind: 'goal', title: { en: MARK } },
        ...{ status: 'active', setBy: me, changedAt: at(-48) },
      },
    ],
    messages: [
      {
        ...{ id: `${MARK}-message`, pairingId: `${MARK}-pairing`, from: mentorOf('m-open') },
        ...{ kind: 'note', text: MARK, sentAt: at(-2), kept: false },
      },
      {
        ...{ id: `${MARK}-reply`, pairingId: `${MARK}-pairing`, from: me },
        ...{ kind: 'message', text: MARK, sentAt: at(-1), kept: false },
      },
    ],
    meetings: [
      {
        ...{ ...meeting, id: `${MARK}-group`, kind: 'group', title: { en: MARK } },
        ...{ startsAt: at(-0.2), endsAt: at(0.8), facilitator, members: ['p-1', 'p-2', 'f-1'] },
        agreements: { version: '3', items: [] },
      },
      {
        ...{ ...meeting, id: `${MARK}-one`, kind: 'one-to-one', title: { en: MARK } },
        ...{ startsAt: at(3), endsAt: at(4), facilitator: mentorOf('m-open') },
        ...{ members: ['p-1', 'm-open'], agreements: { version: '1', items: [] } },
      },
    ],
    alerts: [
      {
        ...{ id: `${MARK}-alert`, personId: 'p-1', triggers: [{ type: 'not-safe-now' }] },
        ...{ raisedAt: at(-1), receivedAt: at(-1) },
      },
    ],
  };
}
