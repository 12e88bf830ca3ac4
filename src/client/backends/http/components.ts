import type * as z from 'zod/mini';
import { WeeklyHours } from '../../model/availability.js';
import {
  Breakout,
  BreakoutChange,
  BreakoutPerson,
  BreakoutWord,
  RoomBreakouts,
} from '../../model/breakouts.js';
import { Celebration, NewCelebration } from '../../model/celebration.js';
import { CheckIn, CheckInReceipt, NewCheckIn } from '../../model/check-in.js';
import { Grant, NewGrant } from '../../model/consent.js';
import { Draft } from '../../model/draft.js';
import { Experience } from '../../model/experience.js';
import { Goal, NewGoal } from '../../model/goal.js';
import { LocalizedText } from '../../model/localized-text.js';
import { MatchReason, MentorMatch } from '../../model/matching.js';
import { Agreements, Attendance, Meeting, Opening, RoomAccess } from '../../model/meeting.js';
import { Mentor } from '../../model/mentor.js';
import { Message, NewMessage } from '../../model/message.js';
import { Milestone, NewMilestone } from '../../model/milestone.js';
import { Pairing, PairingAction } from '../../model/pairing.js';
import { Person } from '../../model/person.js';
import { QuestionnaireResponse, ResponseItem } from '../../model/questionnaire-response.js';
import {
  AnswerOption,
  AnswerValue,
  Coding,
  EnableWhen,
  Extension,
  Questionnaire,
  QuestionnaireItem,
} from '../../model/questionnaire.js';
import { Chapter, RecordChange, RecoveryRecord } from '../../model/recovery-record.js';
import {
  EscalationPolicy,
  NewSafetyAlert,
  SafetyAlert,
  SafetyTrigger,
} from '../../model/safety.js';
import { NewRecordingAnswer, RecordingAnswer } from '../../model/recording-answer.js';
import { Admission, DoorChange, DoorGuest, Knock, RoomDoor } from '../../model/room-door.js';
import { Score } from '../../model/scoring.js';
import { Programme, Session } from '../../model/session.js';
import { Capabilities } from './capabilities.js';
import { ChangeData } from './change-event.js';
import { Problem } from './problem.js';
import { EndId, Ends, HeardSignal, SignalBatch } from './room-signals.js';

/** The schemas that the OpenAPI document names; others stand where they are used. */
export const components: Readonly<Record<string, z.ZodMiniType>> = {
  ...{ AnswerOption, AnswerValue, Coding, EnableWhen, Extension },
  ...{ Questionnaire, QuestionnaireItem, QuestionnaireResponse, ResponseItem },
  ...{ Agreements, Attendance, Meeting, Opening, RoomAccess },
  ...{ Capabilities, Celebration, NewCelebration, Change: ChangeData, Problem },
  ...{ CheckIn, CheckInReceipt, NewCheckIn, Score },
  ...{ Chapter, RecordChange, RecoveryRecord, Milestone, NewMilestone },
  ...{ Draft, Goal, NewGoal, Grant, NewGrant, Message, NewMessage },
  ...{ EscalationPolicy, NewSafetyAlert, SafetyAlert, SafetyTrigger },
  ...{ Experience, LocalizedText, MatchReason, Mentor, MentorMatch, Pairing, PairingAction },
  ...{ Person, Programme, Session, WeeklyHours },
  ...{ Admission, DoorChange, DoorGuest, Knock, NewRecordingAnswer, RecordingAnswer, RoomDoor },
  ...{ Breakout, BreakoutChange, BreakoutPerson, BreakoutWord, RoomBreakouts },
  ...{ HeardSignal, SignalBatch, SignalEnd: EndId, SignalEnds: Ends },
};
