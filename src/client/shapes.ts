// Made from the schemas of the model by `npm run shapes`. Do not edit.
import type { CheckIn, CheckInReceipt } from './model/check-in.js';
import type { CheckInFollowUp } from './model/check-in-plan.js';
import type { Grant } from './model/consent.js';
import type { Draft } from './model/draft.js';
import type { MentorMatch } from './model/matching.js';
import type { Attendance, Meeting, RoomAccess } from './model/meeting.js';
import type { Mentor } from './model/mentor.js';
import type { Message } from './model/message.js';
import type { Milestone } from './model/milestone.js';
import type { Pairing } from './model/pairing.js';
import type { RecordingAnswer } from './model/recording-answer.js';
import type { RecoveryRecord } from './model/recovery-record.js';
import type { EscalationPolicy, SafetyAlert } from './model/safety.js';
import type { Score } from './model/scoring.js';
import type { Session } from './model/session.js';
import type { Shape } from './shape.js';

export const CheckInShape: Shape<CheckIn> = {
  response: {
    resourceType: '=QuestionnaireResponse',
    'questionnaire?': 's',
    status: '=in-progress|completed|amended|entered-in-error|stopped',
    'authored?': 's',
    'item?': [
      {
        linkId: 's',
        'text?': 's',
        'answer?': [
          {
            'valueBoolean?': 'b',
            'valueDecimal?': 'n',
            'valueInteger?': 'n',
            'valueDate?': 's',
            'valueDateTime?': 's',
            'valueTime?': 's',
            'valueString?': 's',
            'valueUri?': 's',
            'valueCoding?': { 'system?': 's', 'code?': 's', 'display?': 's', 'extension?': [{}] },
            'item?': [{}],
          },
        ],
        'item?': [{}],
      },
    ],
  },
  on: 'd',
  timeZone: 'z',
  'score?': { total: 'n', max: 'n', 'loinc?': 's', band: { code: 's', label: { '': 's' } } },
  id: 's',
  personId: 's',
  receivedAt: 't',
};

export const CheckInReceiptShape: Shape<CheckInReceipt> = {
  status: '=received|queued',
  checkInId: 's',
  at: 't',
};

export const CheckInFollowUpShape: Shape<CheckInFollowUp> = {
  person: { id: 's', name: 's', role: '=participant|mentor|facilitator|clinician' },
  questionnaire: 's',
  since: 'd',
  days: 'n',
};

export const GrantShape: Shape<Grant> = {
  granteeId: 's',
  scope:
    '=name|diagnosis|substances|check-in-answers|free-text|recovery-dates|group-membership|contact-after-discharge',
  purpose: '=peer-support|treatment|continuing-care',
  expiresAt: 't',
  id: 's',
  grantorId: 's',
  grantedAt: 't',
  'revokedAt?': 't',
};

export const DraftShape: Shape<Draft> = { key: 's', value: '?', savedAt: 't' };

export const MentorMatchShape: Shape<MentorMatch> = {
  mentor: {
    id: 's',
    name: 's',
    'pronouns?': 's',
    'photo?': 's',
    credentials: [{ '': 's' }],
    headline: { '': 's' },
    'story?': { '': 's' },
    experiences: [{ kind: '=pathway|life|condition|substance', code: 's', label: { '': 's' } }],
    languages: ['s'],
    timeZone: 'z',
    availability: [{ weekday: 'n', from: 'n', to: 'n' }],
    capacity: 'n',
    openPlaces: 'n',
    paused: 'b',
    'nextOpening?': 't',
  },
  reasons: [
    [
      {
        type: '=experience',
        experience: { kind: '=pathway|life|condition|substance', code: 's', label: { '': 's' } },
        asked: 'b',
      },
      { type: '=language', language: 's' },
      { type: '=time-zone' },
      { type: '=availability', minutesPerWeek: 'n' },
    ],
  ],
};

export const AttendanceShape: Shape<Attendance> = { meetingId: 's', joinedAt: 't', 'leftAt?': 't' };

export const MeetingShape: Shape<Meeting> = {
  id: 's',
  kind: '=group|one-to-one',
  title: { '': 's' },
  'description?': { '': 's' },
  startsAt: 't',
  endsAt: 't',
  facilitator: { id: 's', name: 's', role: '=participant|mentor|facilitator|clinician' },
  agreements: { version: 's', items: [{ '': 's' }] },
  'waitingRoom?': 'b',
  'removed?': 'b',
  'accepted?': { version: 's', at: 't' },
  expected: 'n',
  status: '=scheduled|cancelled',
};

export const RoomAccessShape: Shape<RoomAccess> = [
  {
    transport: '=mesh',
    room: 's',
    'host?': 'b',
    'guest?': 's',
    iceServers: [{ urls: ['s', ['s']], 'username?': 's', 'credential?': 's' }],
  },
  { transport: '=daily', url: 's', 'token?': 's' },
];

export const MentorShape: Shape<Mentor> = {
  id: 's',
  name: 's',
  'pronouns?': 's',
  'photo?': 's',
  credentials: [{ '': 's' }],
  headline: { '': 's' },
  'story?': { '': 's' },
  experiences: [{ kind: '=pathway|life|condition|substance', code: 's', label: { '': 's' } }],
  languages: ['s'],
  timeZone: 'z',
  availability: [{ weekday: 'n', from: 'n', to: 'n' }],
  capacity: 'n',
  openPlaces: 'n',
  paused: 'b',
  'nextOpening?': 't',
};

export const MessageShape: Shape<Message> = {
  kind: '=message|encouragement|note',
  text: 's',
  id: 's',
  pairingId: 's',
  from: { id: 's', name: 's', role: '=participant|mentor|facilitator|clinician' },
  sentAt: 't',
  'readAt?': 't',
  kept: 'b',
};

export const MilestoneShape: Shape<Milestone> = {
  id: 's',
  personId: 's',
  kind: '=chip|programme|personal|connection',
  title: { '': 's' },
  'chip?': 's',
  on: 'd',
  timeZone: 'z',
  reached: 'b',
  'note?': 's',
  recordedAt: 't',
  celebrations: [
    {
      reaction: '=heart|applause|strength|sunrise',
      'words?': 's',
      id: 's',
      from: { id: 's', name: 's', role: '=participant|mentor|facilitator|clinician' },
      at: 't',
    },
  ],
};

export const PairingShape: Shape<Pairing> = {
  id: 's',
  participant: { id: 's', name: 's', role: '=participant|mentor|facilitator|clinician' },
  mentor: { id: 's', name: 's', role: '=participant|mentor|facilitator|clinician' },
  status: '=requested|active|paused|declined|expired|ended',
  phase: '=programme|continuing-care',
  requestedAt: 't',
  expiresAt: 't',
  changedAt: 't',
  'message?': 's',
  'declineReason?': '=no-time|not-my-experience|better-fit|other',
  'changedBy?': 's',
  continuingConsent: ['=participant|mentor'],
};

export const RecordingAnswerShape: Shape<RecordingAnswer> = {
  meetingId: 's',
  yes: 'b',
  version: 's',
  at: 't',
};

export const RecoveryRecordShape: Shape<RecoveryRecord> = {
  personId: 's',
  label: '=in-recovery|sober|substance-free|well|custom',
  'customLabel?': 's',
  chapters: [{ id: 's', startedOn: 'd', 'endedOn?': 'd', timeZone: 'z', recordedAt: 't' }],
};

export const EscalationPolicyShape: Shape<EscalationPolicy> = {
  recipient: { '': 's' },
  hours: [{ weekday: 'n', from: 'n', to: 'n' }],
  timeZone: 'z',
};

export const SafetyAlertShape: Shape<SafetyAlert> = {
  triggers: [
    [
      { type: '=answer', linkId: 's' },
      { type: '=not-safe-now' },
      { type: '=support-call', meetingId: 's', 'guest?': 's' },
      {
        type: '=room-report',
        meetingId: 's',
        guest: 's',
        reason: '=unkind|private-questions|recording|unsafe|other',
        'words?': 's',
        'about?': 's',
      },
    ],
  ],
  raisedAt: 't',
  'questionnaire?': 's',
  id: 's',
  personId: 's',
  receivedAt: 't',
  'acknowledgedAt?': 't',
  'acknowledgedBy?': { id: 's', name: 's', role: '=participant|mentor|facilitator|clinician' },
};

export const ScoreShape: Shape<Score> = {
  total: 'n',
  max: 'n',
  'loinc?': 's',
  band: { code: 's', label: { '': 's' } },
};

export const SessionShape: Shape<Session> = {
  person: { id: 's', name: 's', role: '=participant|mentor|facilitator|clinician' },
  clinic: { id: 's', name: 's' },
  timeZone: 'z',
  'locale?': 's',
  'region?': 's',
  'programme?': { name: 's', startedOn: 'd', weeks: 'n', 'dischargedOn?': 'd' },
  'expiresAt?': 't',
};
