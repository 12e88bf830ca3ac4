/** What a copy of one's own data can be. */
export type ExportKind = 'fhir' | 'csv' | 'print';

/**
 * `wf-export`: the person made a copy of their own data. For `print` the browser's dialog was
 * opened; whether they printed is not known. It carries no data and no file name.
 */
export class WfExportEvent extends Event {
  static readonly type = 'wf-export';
  constructor(readonly kind: ExportKind) {
    super(WfExportEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'wf-export': WfExportEvent;
  }
}
