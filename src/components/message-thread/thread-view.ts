import type { Message } from '../../client/model/message.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import type { MessageThreadStrings } from './message-thread.strings.js';

/** What the parts of the thread draw from. */
export interface ThreadView {
  readonly t: MessageThreadStrings;
  readonly l: LocalizeController<MessageThreadStrings>;
  /** Id of who is reading. */
  readonly me: string;
  /** First name of the other person. */
  readonly name: string;
  /** IANA zone in which days and times are told. */
  readonly timeZone: string;
  /** The reader's local date. */
  readonly today: string;
  /** Keeps a message that came from the other person, or no longer. */
  keep(message: Message): void;
}
