import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import type { MenteeListStrings } from './mentee-list.strings.js';

/** What rows are drawn from. */
export interface ListView {
  readonly l: LocalizeController<MenteeListStrings>;
  /** The mentor's local date. */
  readonly today: string;
  /** IANA zone of the mentor. */
  readonly timeZone: string;
}
