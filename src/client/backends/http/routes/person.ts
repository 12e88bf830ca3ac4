import * as z from 'zod/mini';
import { Grant, NewGrant } from '../../../model/consent.js';
import { Draft } from '../../../model/draft.js';
import { EscalationPolicy, NewSafetyAlert, SafetyAlert } from '../../../model/safety.js';
import { Session } from '../../../model/session.js';
import { pageOf } from '../../../page.js';
import { pageFields } from './fields.js';

const DraftKey = z.object({ key: z.string().check(z.minLength(1), z.maxLength(1024)) });
const page = z.object(pageFields);

/** Who is signed in, what they keep, share and need help with. */
export const personRoutes = {
  session: {
    current: {
      summary: 'Who is signed in.',
      method: 'GET',
      path: '/v1/session',
      answer: z.nullable(Session),
      tagged: true,
    },
    signOut: {
      summary: 'Ends the session: the token is refused from now on, drafts are removed.',
      method: 'DELETE',
      path: '/v1/session',
    },
  },

  // The key of a draft says what it is a draft of, so it is in no URL.
  drafts: {
    get: {
      summary: 'A draft of the signed-in person; null when there is none.',
      method: 'POST',
      path: '/v1/drafts/search',
      safe: true,
      takes: ['key'],
      body: DraftKey,
      answer: z.nullable(Draft),
    },
    put: {
      summary: 'Keeps a draft, in place of an earlier one.',
      method: 'PUT',
      path: '/v1/drafts',
      takes: ['key', 'value'],
      body: z.extend(DraftKey, { value: z.unknown().check(z.refine(isData)) }),
    },
    remove: {
      summary: 'Removes a draft, if there is one.',
      method: 'PUT',
      path: '/v1/drafts/removal',
      takes: ['key'],
      body: DraftKey,
    },
  },

  consents: {
    list: {
      summary: 'Grants that the signed-in person made or was made, newest first.',
      method: 'GET',
      path: '/v1/grants',
      options: page,
      answer: pageOf(Grant),
    },
    grant: {
      summary: 'Shares something with somebody.',
      method: 'POST',
      path: '/v1/grants',
      keyed: true,
      creates: true,
      takes: ['body'],
      body: NewGrant,
      answer: Grant,
    },
    revoke: {
      summary: 'Ends a grant, at once, on open event streams too.',
      method: 'POST',
      path: '/v1/grants/{grantId}/revocation',
      keyed: true,
      takes: ['grantId'],
      answer: Grant,
    },
  },

  safety: {
    policy: {
      summary: 'Who receives alerts and when; null when the clinic has not said.',
      method: 'GET',
      path: '/v1/safety/policy',
      tagged: true,
      answer: z.nullable(EscalationPolicy),
    },
    raise: {
      summary: 'Raises an alert.',
      method: 'POST',
      path: '/v1/safety/alerts',
      keyed: true,
      creates: true,
      takes: ['body'],
      body: NewSafetyAlert,
      answer: SafetyAlert,
    },
    list: {
      summary: "One's own alerts; for those who receive them, the open ones of the clinic.",
      method: 'GET',
      path: '/v1/safety/alerts',
      options: page,
      answer: pageOf(SafetyAlert),
    },
    acknowledge: {
      summary: 'A clinician or facilitator has seen the alert.',
      method: 'POST',
      path: '/v1/safety/alerts/{alertId}/acknowledgement',
      keyed: true,
      takes: ['alertId'],
      answer: SafetyAlert,
    },
  },
} as const;

function isData(value: unknown): boolean {
  return typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint';
}
