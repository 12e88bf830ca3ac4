import type { GrantScope } from '../../../model/consent.js';
import type { MessageKind } from '../../../model/message.js';
import { REQUEST_LIFETIME_MS, type PairingStatus } from '../../../model/pairing.js';
import type { SeedData } from './seed.js';
import { person } from './people.js';
import type { Times } from './times.js';

type Line = readonly [ago: number, from: string, kind: MessageKind, text: string, kept?: true];

/** Pairings, what is written in them, what is shared, and an alert. */
export function conversations({ now, at, hours }: Times, paired: boolean): SeedData {
  const pairing = (
    participant: string,
    mentor: string,
    status: PairingStatus,
    requestedAt: string,
    rest: { changedAt?: string; message?: string; changedBy?: string } = {},
  ) => ({
    id: `${participant}-${mentor}`,
    participant: person(participant),
    mentor: person(mentor),
    status,
    phase: 'programme' as const,
    requestedAt,
    expiresAt: new Date(Date.parse(requestedAt) + REQUEST_LIFETIME_MS).toISOString(),
    changedAt: requestedAt,
    continuingConsent: [],
    ...rest,
  });
  const share = (grantorId: string, granteeId: string, ...scopes: GrantScope[]) =>
    scopes.map((scope) => ({
      id: `${grantorId}-${granteeId}-${scope}`,
      grantorId,
      granteeId,
      scope,
      purpose: granteeId === 'dr-okafor' ? ('treatment' as const) : ('peer-support' as const),
      grantedAt: at(-20, 12),
      expiresAt: at(100, 12),
    }));
  const thread = (pairingId: string, lines: readonly Line[]) =>
    lines.map(([ago, from, kind, text, kept = false], i) => ({
      id: `${pairingId}-${i}`,
      pairingId,
      from: person(from),
      kind,
      text,
      kept,
      sentAt: at(-ago, 9 + i),
      ...(ago > 1 ? { readAt: at(-ago, 21) } : {}),
    }));

  return {
    pairings: [
      pairing('jordan', 'ray', 'ended', at(-23, 10), { changedAt: at(-13, 9), changedBy: 'ray' }),
      pairing('sam', 'maya', 'active', at(-30, 10), { changedAt: at(-29, 18) }),
      pairing('alex', 'maya', 'requested', hours(-30), {
        message: 'I saw you know about panic at night. Me too.',
      }),
      pairing('kim', 'denise', 'active', at(-40, 9)),
      pairing('lee', 'denise', 'active', at(-15, 9)),
      ...(paired
        ? [pairing('jordan', 'maya', 'active', at(-12, 9), { changedAt: at(-12, 18) })]
        : []),
    ],
    grants: [
      ...share('jordan', 'sam', 'recovery-dates', 'name'),
      ...share('jordan', 'alex', 'recovery-dates', 'name'),
      ...share('jordan', 'dr-okafor', 'check-in-answers', 'free-text', 'recovery-dates'),
      ...share('sam', 'jordan', 'recovery-dates', 'name'),
      ...share('sam', 'maya', 'name', 'check-in-answers', 'recovery-dates'),
      ...(paired ? share('jordan', 'maya', 'name', 'check-in-answers', 'recovery-dates') : []),
    ],
    messages: [
      ...thread('jordan-ray', [
        [22, 'ray', 'message', 'Good to meet you, Jordan. No rush, no script. How are evenings?'],
        [22, 'jordan', 'message', 'Honestly, six to eight is rough.'],
        [
          20,
          'ray',
          'note',
          'What I do from six to eight: shoes on, walk to the corner, call one person, eat something warm. In that order.',
          true,
        ],
        [
          13,
          'ray',
          'encouragement',
          'I need to rest for a while. You did not do anything wrong, and Luis will help you find the next person. I am proud of you.',
        ],
      ]),
      ...thread('sam-maya', [
        [4, 'sam', 'message', 'Interview on Thursday. Nervous.'],
        [
          4,
          'maya',
          'note',
          'Before anything scary I name five things I can see. Takes twenty seconds.',
          true,
        ],
        [1, 'sam', 'message', 'It went okay! Can we talk this week?'],
      ]),
      ...(paired
        ? thread('jordan-maya', [
            [
              12,
              'maya',
              'message',
              'Hi Jordan! I am glad you asked. What would you like me to know first?',
            ],
            [11, 'jordan', 'message', 'That I worry about everything, mostly at night.'],
            [
              9,
              'maya',
              'note',
              'Night worries: write them on paper, fold it, tell yourself “tomorrow at ten.” Most of mine never show up at ten.',
              true,
            ],
            [3, 'maya', 'encouragement', 'Ten sessions! You keep coming back.'],
            [1, 'maya', 'message', 'Thinking of you before tonight’s group.'],
          ])
        : []),
    ],
    alerts: [
      {
        id: 'alert-1',
        personId: 'alex',
        triggers: [{ type: 'not-safe-now' }],
        raisedAt: hours(-2),
        receivedAt: new Date(+now - 7_199_000).toISOString(),
      },
    ],
  };
}
