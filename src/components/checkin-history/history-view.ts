import type { LitElement, TemplateResult } from 'lit';
import type { CheckIn } from '../../client/model/check-in.js';
import type {
  ConnectedHost,
  ConnectionController,
} from '../shared/controllers/connection-controller.js';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import type { HistoryStrings } from './checkin-history.strings.js';

/** Spans to choose from, in days. */
export const SPANS = [14, 30, 90] as const;
export type Span = (typeof SPANS)[number];

/** What the element always has at hand, whatever span is shown. */
export const LOADED_DAYS = 90;

/** What the parts of the history draw from. */
export interface HistoryView {
  readonly t: HistoryStrings;
  readonly l: LocalizeController<HistoryStrings>;
  /** The person's local date. */
  readonly today: string;
  readonly span: Span;
  /** Of the last {@link LOADED_DAYS}, newest first. */
  readonly checkIns: readonly CheckIn[];
  /** The line that says who sees what these scopes cover. */
  seenBy(what: 'answers' | 'words'): TemplateResult;
}

/** What the parts that are fetched late work with. */
export interface LaterContext {
  readonly host: ConnectedHost & LitElement;
  readonly connection: ConnectionController;
  readonly view: () => HistoryView;
}
