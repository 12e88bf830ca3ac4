import type { LitElement, TemplateResult, nothing } from 'lit';
import type { Milestone } from '../../client/model/milestone.js';
import type { RecordChange, RecoveryRecord } from '../../client/model/recovery-record.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import type { FormStrings } from './forms.strings.js';
import type { TimelineStrings } from './milestone-timeline.strings.js';

/** A form that can be open, one at a time. */
export type FormName = RecordChange['type'] | 'milestone' | 'remove' | 'celebrate';

/** The open form and, for those about one, its milestone. */
export interface OpenForm {
  readonly name: FormName;
  readonly milestone?: Milestone | undefined;
}

/** What the parts of the timeline draw from. */
export interface View {
  readonly t: TimelineStrings;
  readonly l: LocalizeController<TimelineStrings>;
  /** The person's local date. */
  readonly today: string;
  /** Id of who is reading. */
  readonly me: string;
  /** Whether the reader's own path is shown. */
  readonly own: boolean;
  readonly record: RecoveryRecord | null | undefined;
  /** Id of the milestone that was just celebrated quietly, by its owner. */
  readonly bloomed: string | undefined;
  readonly open: OpenForm | undefined;
  toggle(form: OpenForm): (event: Event) => void;
  bloom(milestone: Milestone): (event: Event) => void;
  /** The open form, where it belongs; nothing when another or none is open. */
  form(...names: FormName[]): TemplateResult | typeof nothing;
}

/** What the parts that are fetched on demand work with. */
export interface PartContext {
  readonly host: ConnectedHost & LitElement;
  readonly connection: ConnectionController;
  readonly view: () => View;
  readonly personId: () => string | undefined;
  /** Closes the open form and puts the focus back; the words are announced. */
  close(said?: string): void;
  /** Puts the focus on the open form once it is drawn. */
  focusForm(): void;
  onRecord(record: RecoveryRecord): void;
  /** `null`: it is gone. */
  onMilestone(id: string, milestone: Milestone | null): void;
}

/** What each form works with. */
export interface FormContext extends PartContext {
  words(): FormStrings;
  /** Puts the focus on a field of the open form. */
  focusField(name: string): void;
}
