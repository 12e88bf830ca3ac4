import * as z from 'zod/mini';
import { WeeklyHours } from './availability.js';
import { Instant, TimeZone } from './date-time.js';
import { Experience } from './experience.js';
import { Id } from './id.js';
import { LocalizedText } from './localized-text.js';

/** How many mentees a mentor has at once unless they and their supervisor say otherwise. */
export const DEFAULT_CAPACITY = 2;

/** A trained, supervised peer with lived experience. Everything here is told with their consent. */
export const Mentor = z.object({
  id: Id,
  name: z.string(),
  pronouns: z.optional(z.string()),
  /** Absolute or page-relative `https:`/`data:` address of a portrait; absent: initials are drawn. */
  photo: z.optional(z.string()),
  /** Training and certification, as shown: "Certified Peer Recovery Specialist". */
  credentials: z.array(LocalizedText),
  /** One sentence in their own voice. */
  headline: LocalizedText,
  /** The longer story, in their own words. */
  story: z.optional(LocalizedText),
  experiences: z.array(Experience),
  /** BCP 47 languages that they mentor in. */
  languages: z.array(z.string()),
  timeZone: TimeZone,
  availability: z.array(WeeklyHours),
  /** Most mentees at once. */
  capacity: z.int().check(z.gte(0)),
  /** Places left now; 0 means full. */
  openPlaces: z.int().check(z.gte(0)),
  /** A mentor can rest at any time and without a reason. */
  paused: z.boolean(),
  /** The first time they could meet; absent when not known. */
  nextOpening: z.optional(Instant),
});
export type Mentor = z.infer<typeof Mentor>;
