import * as z from 'zod/mini';
import { LocalizedText } from './localized-text.js';

/**
 * What kind of shared ground an experience is. `condition` and `substance` are told only when their
 * owner consented.
 */
export const ExperienceKind = z.enum(['pathway', 'life', 'condition', 'substance']);
export type ExperienceKind = z.infer<typeof ExperienceKind>;

/** A piece of somebody's road, as a code to compare and words to say. */
export const Experience = z.object({
  kind: ExperienceKind,
  /** Stable within a clinic: `anxiety`, `parent`, `mutual-aid`. */
  code: z.string(),
  /**
   * Words that finish the kind's sentence: "You both live with … (anxiety)", "You are both …
   * (parents)", "You both chose … (mutual aid)", "You are both in recovery from … (alcohol)".
   */
  label: LocalizedText,
});
export type Experience = z.infer<typeof Experience>;
