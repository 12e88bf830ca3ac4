import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/** Bytes as the hexadecimal digits that `encode(…, 'hex')` writes. */
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const tenantId = () => text('tenant_id').notNull();

/** What the clinics keep: documents, each of one kind. The migrations say the same in SQL. */
export const records = pgTable(
  'records',
  {
    tenantId: tenantId(),
    kind: text('kind').notNull(),
    id: text('id').notNull(),
    ownerId: text('owner_id'),
    value: jsonb('value').notNull(),
    writtenAt: instant('written_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.kind, t.id] }),
    index('answers_by_age').on(t.writtenAt),
    index('people_of_clinic').on(t.tenantId),
    index('meetings_by_start').on(t.tenantId, sql`(value ->> 'startsAt')`),
  ],
);

/** The places at which records are listed. */
export const recordOrder = pgTable(
  'record_order',
  {
    tenantId: tenantId(),
    key: bytea('key').notNull(),
    kind: text('kind').notNull(),
    id: text('id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.key, t.kind, t.id] }),
    index('record_order_record').on(t.tenantId, t.kind, t.id),
  ],
);

/** Who read or changed what about whom. */
export const audit = pgTable(
  'audit',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tenantId: tenantId(),
    at: instant('at').notNull(),
    actorId: text('actor_id').notNull(),
    action: text('action', { enum: ['read', 'change', 'remove'] }).notNull(),
    kind: text('kind').notNull(),
    subjectId: text('subject_id'),
    recordId: text('record_id'),
  },
  (t) => [index('audit_subject').on(t.tenantId, t.subjectId, t.at)],
);

/** Projections of documents, on which the rules hold; triggers write them. */
export const mentors = pgTable(
  'mentors',
  { tenantId: tenantId(), id: text('id').notNull(), capacity: integer('capacity').notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

export const pairings = pgTable(
  'pairings',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    participantId: text('participant_id').notNull(),
    mentorId: text('mentor_id').notNull(),
    status: text('status').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('one_open_pairing').on(t.tenantId, t.participantId),
    index('pairings_of_mentor').on(t.tenantId, t.mentorId),
    index('pairings_lapsing').on(t.tenantId, t.expiresAt),
  ],
);

export const bookings = pgTable(
  'bookings',
  {
    tenantId: tenantId(),
    meetingId: text('meeting_id').notNull(),
    mentorId: text('mentor_id').notNull(),
    startsAt: instant('starts_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.meetingId] }),
    index('one_booking').on(t.tenantId, t.mentorId, t.startsAt),
  ],
);

/** When the service could not be reached. */
export const outages = pgTable('outages', {
  fromAt: instant('from_at').primaryKey(),
  toAt: instant('to_at').notNull(),
});

/** The last sign of life of any instance. */
export const signsOfLife = pgTable('signs_of_life', {
  name: text('name').primaryKey(),
  at: instant('at').notNull(),
});

/*
 * The two below have no row-level security, for there is no clinic to tell apart: requests are
 * answered as `wayfellow_app`, which has no right to these tables at all. They are asked before it
 * is known whether a request may be made, by the server itself, for one key that it holds.
 */

/** Tokens that a sign-out ended, until they would have expired. */
export const endedTokens = pgTable('ended_tokens', {
  id: text('id').primaryKey(),
  expiresAt: instant('expires_at').notNull(),
});

/** What is left of each person's rate. */
export const rateBuckets = pgTable('rate_buckets', {
  key: text('key').primaryKey(),
  tokens: doublePrecision('tokens').notNull(),
  at: instant('at').notNull(),
  isRefused: boolean('is_refused').notNull(),
});

/** Which file brought the tables up to date when. */
export const migrations = pgTable('migrations', {
  name: text('name').primaryKey(),
  at: instant('at').defaultNow(),
});

/** When each clinic is next looked round for one kind of job. */
export const jobTurns = pgTable(
  'job_turns',
  { tenantId: tenantId(), job: text('job').notNull(), dueAt: instant('due_at').notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.job] }), index('job_turns_due').on(t.dueAt)],
);

/** What the portal is to be told: ids and kinds. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    tenantId: tenantId(),
    kind: text('kind').notNull(),
    cause: text('cause').notNull(),
    subjectId: text('subject_id').notNull(),
    recipientId: text('recipient_id'),
    recipientRole: text('recipient_role'),
    at: instant('at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at'),
    deliveredAt: instant('delivered_at'),
  },
  (t) => [
    index('one_delivery').on(t.tenantId, t.kind, t.cause),
    index('deliveries_due').on(t.nextAt),
    index('deliveries_by_age').on(t.at),
  ],
);
