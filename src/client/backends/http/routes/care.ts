import * as z from 'zod/mini';
import { NewCelebration } from '../../../model/celebration.js';
import { CheckInFollowUp, CheckInPlan } from '../../../model/check-in-plan.js';
import { CheckIn, CheckInReceipt, NewCheckIn } from '../../../model/check-in.js';
import { LocalDate } from '../../../model/date-time.js';
import { Goal, GoalStatus, NewGoal } from '../../../model/goal.js';
import { Id } from '../../../model/id.js';
import { Milestone, NewMilestone } from '../../../model/milestone.js';
import { Questionnaire } from '../../../model/questionnaire.js';
import { RecordChange, RecoveryRecord } from '../../../model/recovery-record.js';
import { pageOf } from '../../../page.js';
import { ofPerson, pageFields } from './fields.js';

/** How the person is, where they have come and where they want to go. */
export const careRoutes = {
  checkIns: {
    questionnaire: {
      summary: 'A questionnaire that the clinic keeps.',
      method: 'POST',
      path: '/v1/questionnaires/search',
      safe: true,
      takes: ['url'],
      body: z.object({ url: z.string().check(z.minLength(1), z.maxLength(2048)) }),
      answer: Questionnaire,
    },
    plan: {
      summary: 'What the clinic asks its participants for; null when it has not said.',
      method: 'GET',
      path: '/v1/check-ins/plan',
      answer: z.nullable(CheckInPlan),
    },
    followUps: {
      summary: 'Who has gone quiet and is to hear from the signed-in mentor or clinician.',
      method: 'GET',
      path: '/v1/check-ins/follow-ups',
      answer: z.array(CheckInFollowUp),
    },
    submit: {
      summary: 'Sends a check-in.',
      method: 'POST',
      path: '/v1/check-ins',
      keyed: true,
      creates: true,
      takes: ['body'],
      body: NewCheckIn,
      answer: CheckInReceipt,
      rules: ['date-in-future'],
    },
    list: {
      summary: "Check-ins, newest first; another's as far as they were shared.",
      method: 'POST',
      path: '/v1/check-ins/search',
      safe: true,
      options: z.object({
        ...pageFields,
        ...ofPerson,
        from: z.optional(LocalDate),
        to: z.optional(LocalDate),
        questionnaire: z.optional(z.string()),
      }),
      answer: pageOf(CheckIn),
    },
  },

  milestones: {
    record: {
      summary: 'The recovery record; null before it was begun.',
      method: 'GET',
      path: '/v1/recovery-record',
      options: z.object(ofPerson),
      answer: z.nullable(RecoveryRecord),
    },
    changeRecord: {
      summary: 'Begins, mends or labels the record, or tells of a return to use.',
      method: 'POST',
      path: '/v1/recovery-record/changes',
      keyed: true,
      takes: ['body'],
      body: RecordChange,
      answer: RecoveryRecord,
      rules: [
        'date-in-future',
        'already-started',
        'not-started',
        'no-such-chapter',
        'overlaps-chapter',
      ],
    },
    list: {
      summary: 'What was reached, newest first, or is in sight, soonest first.',
      method: 'GET',
      path: '/v1/milestones',
      options: z.object({
        ...pageFields,
        ...ofPerson,
        when: z.optional(z.enum(['past', 'coming'])),
      }),
      answer: pageOf(Milestone),
    },
    add: {
      summary: 'Adds a personal milestone.',
      method: 'POST',
      path: '/v1/milestones',
      keyed: true,
      creates: true,
      takes: ['body'],
      body: NewMilestone,
      answer: Milestone,
    },
    // The id of a chip may tell of days in recovery, so a milestone is named in the body.
    remove: {
      summary: 'Removes a personal milestone.',
      method: 'POST',
      path: '/v1/milestones/removals',
      keyed: true,
      takes: ['milestoneId'],
      body: z.object({ milestoneId: Id }),
      rules: ['not-personal'],
    },
    celebrate: {
      summary: "Cheers, in place of one's earlier celebration; null takes it back.",
      method: 'POST',
      path: '/v1/milestones/celebrations',
      keyed: true,
      takes: ['milestoneId', 'celebration'],
      body: z.object({ milestoneId: Id, celebration: z.nullable(NewCelebration) }),
      answer: Milestone,
      rules: ['not-reached'],
    },
  },

  goals: {
    list: {
      summary: 'Treatment goals and assignments.',
      method: 'GET',
      path: '/v1/goals',
      options: z.object({ ...pageFields, ...ofPerson }),
      answer: pageOf(Goal),
    },
    add: {
      summary: 'Adds a goal of one’s own.',
      method: 'POST',
      path: '/v1/goals',
      keyed: true,
      creates: true,
      takes: ['body'],
      body: NewGoal,
      answer: Goal,
    },
    setStatus: {
      summary: 'Completes a goal, puts it on hold, takes it up again or drops it.',
      method: 'POST',
      path: '/v1/goals/{goalId}/status',
      keyed: true,
      takes: ['goalId', 'status'],
      body: z.object({ status: GoalStatus }),
      answer: Goal,
    },
  },
} as const;
