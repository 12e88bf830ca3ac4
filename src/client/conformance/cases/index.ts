import type { ConformanceCase } from '../world.js';
import { abortCases } from './aborts.js';
import { breakoutCases } from './breakouts.js';
import { bookingCases } from './bookings.js';
import { checkInSharingCases } from './check-in-sharing.js';
import { checkInCases } from './check-ins.js';
import { concurrencyCases } from './concurrency.js';
import { followUpCases } from './follow-ups.js';
import { consentCases } from './consents.js';
import { doorCases } from './doors.js';
import { draftCases } from './drafts.js';
import { errorCases } from './errors.js';
import { goalCases } from './goals.js';
import { idempotencyCases } from './idempotency.js';
import { meetingCases } from './sessions.js';
import { mentorCases } from './mentors.js';
import { messageCases } from './messages.js';
import { milestoneCases } from './milestones.js';
import { pagingCases } from './paging.js';
import { pairingMoveCases } from './pairing-moves.js';
import { pairingCases } from './pairings.js';
import { recoveryRecordCases } from './recovery-record.js';
import { roomChannelCases } from './room-channels.js';
import { safetyCases } from './safety.js';
import { sessionCases } from './session.js';
import { waitingRoomCases } from './waiting-rooms.js';
import { watchCases } from './watch.js';

/** Every promise of the backend contract. */
export const backendCases: readonly ConformanceCase[] = [
  ...sessionCases,
  ...mentorCases,
  ...pairingCases,
  ...pairingMoveCases,
  ...checkInCases,
  ...checkInSharingCases,
  ...followUpCases,
  ...draftCases,
  ...recoveryRecordCases,
  ...milestoneCases,
  ...meetingCases,
  ...roomChannelCases,
  ...doorCases,
  ...waitingRoomCases,
  ...breakoutCases,
  ...bookingCases,
  ...messageCases,
  ...goalCases,
  ...consentCases,
  ...safetyCases,
  ...pagingCases,
  ...idempotencyCases,
  ...concurrencyCases,
  ...abortCases,
  ...errorCases,
  ...watchCases,
];
