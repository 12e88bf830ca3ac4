import type { NewRecordingAnswer, RecordingAnswer } from '../../client/model/recording-answer.js';
import { RecordingAnswerShape } from '../../client/shapes.js';
import { ActionController } from '../shared/controllers/action-controller.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';

/** Of the words with which `stage-menu.strings.ts` asks; to be raised when what they say changes. */
const VERSION = '1';

/** Has the backend keep what somebody said to being recorded, where there is one that does. */
export class RecordingAnswers {
  /** A yes could not be kept. */
  failed = false;
  readonly #connection: ConnectionController;
  readonly #keep: ActionController<NewRecordingAnswer, RecordingAnswer>;

  constructor(host: ConnectedHost, connection: ConnectionController) {
    this.#connection = connection;
    this.#keep = new ActionController(host, connection, {
      shape: RecordingAnswerShape,
      run: ({ sessions }, answer, options) => sessions?.answerRecording?.(answer, options),
    });
  }

  /** Whether it may count: it is kept, or nobody here keeps it. */
  async keep(meetingId: string, yes: boolean): Promise<boolean> {
    if (!this.#connection.backend?.sessions?.answerRecording) return true;
    this.failed = false;
    const isKept = !!(await this.#keep.run({ meetingId, yes, version: VERSION }));
    this.failed = yes && !isKept;
    return isKept;
  }
}
