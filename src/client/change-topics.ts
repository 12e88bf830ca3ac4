import type { ChangeTopic } from './backend.js';

/** A record, so that the compiler misses none and allows no other. */
const topics: Readonly<Record<ChangeTopic, true>> = {
  session: true,
  mentors: true,
  pairings: true,
  checkIns: true,
  drafts: true,
  milestones: true,
  sessions: true,
  messages: true,
  goals: true,
  consents: true,
  safety: true,
};

/** Every topic that a change can have. */
export const CHANGE_TOPICS = Object.keys(topics) as readonly ChangeTopic[];
