import { html, nothing, type TemplateResult } from 'lit';
import FileJson from 'lucide/dist/esm/icons/file-braces.mjs';
import Printer from 'lucide/dist/esm/icons/printer.mjs';
import Sheet from 'lucide/dist/esm/icons/sheet.mjs';
import type { CheckIn } from '../../client/model/check-in.js';
import { checkInBundle } from '../../client/model/export/check-in-bundle.js';
import { checkInCsv } from '../../client/model/export/check-in-csv.js';
import { fill } from '../shared/fill.js';
import { icon, type IconNode } from '../shared/icon.js';

import { errorNotice } from '../shared/notice.js';
import { WfExportEvent, type ExportKind } from './checkin-history.events.js';
import { download } from './download.js';
import type { LaterContext } from './history-view.js';
import type { LaterStrings } from './later.strings.js';
import { newUuid } from './new-uuid.js';
import { OwnData } from './own-data.js';

/** A copy of one's own data: as FHIR, as a spreadsheet, on paper. */
export class CopyPart {
  readonly #data: OwnData;
  #kind: 'fhir' | 'csv' = 'fhir';
  #said = '';

  constructor(private readonly context: LaterContext) {
    this.#data = new OwnData(context.host);
  }

  render(s: LaterStrings): TemplateResult {
    const { t, l } = this.context.view();
    const { busy, read, error } = this.#data;
    return html`<p class="muted no-print">${s.copyText}</p>
      <ul class="copies no-print">
        ${this.#choice(FileJson, s.fhir, s.fhirFor, () => this.#save(s, 'fhir'))}
        ${this.#choice(Sheet, s.csv, s.csvFor, () => this.#save(s, 'csv'))}
        ${this.#choice(Printer, s.print, s.printFor, this.#print)}
      </ul>
      ${
        busy
          ? html`<div class="progress">
              <p>${read ? l.plural(read, s.reading) : s.readingBegins}</p>
              <button class="button quiet" type="button" @click=${() => this.#stop(s)}>
                ${t.cancel}
              </button>
            </div>`
          : nothing
      }
      ${error ? errorNotice(t, error, () => void this.#save(s, this.#kind)) : nothing}
      <p class="said-done no-print" role="status">${busy ? '' : this.#said}</p>`;
  }

  forget(): void {
    this.#data.stop();
    this.#said = '';
  }

  #choice(node: IconNode, label: string, about: string, act: () => unknown): TemplateResult {
    return html`<li>
      <button
        class="button quiet"
        type="button"
        aria-disabled=${this.#data.busy ? 'true' : nothing}
        @click=${act}
      >
        ${icon(node)} <span>${label}</span>
      </button>
      <span class="muted small">${about}</span>
    </li>`;
  }

  readonly #print = (): void => {
    if (this.#data.busy) return;
    window.print();
    this.context.host.dispatchEvent(new WfExportEvent('print'));
  };

  async #save(s: LaterStrings, kind: Exclude<ExportKind, 'print'>): Promise<void> {
    const service = this.context.connection.backend?.checkIns;
    if (!service || this.#data.busy) return;
    this.#kind = kind;
    this.#said = '';
    const all = await this.#data.all(service);
    if (!all) return;
    const { l } = this.context.view();
    if (all.length) {
      const file = this.#handOver(all, s, kind);
      this.#said = fill(l.plural(all.length, s.saved), { file });
      this.context.host.dispatchEvent(new WfExportEvent(kind));
    } else this.#said = s.nothing;
    this.context.host.requestUpdate();
  }

  /** The name says nothing about health: it stays in lists of downloads. */
  #handOver(all: readonly CheckIn[], s: LaterStrings, kind: 'fhir' | 'csv'): string {
    const { l, today } = this.context.view();
    const { locale } = l;
    if (kind === 'fhir') {
      const name = `wayfellow-${today}.json`;
      const bundle = checkInBundle(all, { now: new Date(), newUuid, locale });
      download(name, 'application/fhir+json', JSON.stringify(bundle, undefined, 2));
      return name;
    }
    const { columns, yes, no, total } = s;
    const name = `wayfellow-${today}.csv`;
    const sheet = checkInCsv(all, { locale, columns, yes, no, score: total });
    download(name, 'text/csv;charset=utf-8', sheet);
    return name;
  }

  #stop(s: LaterStrings): void {
    this.#data.stop();
    this.#said = s.stopped;
    // The button that had the focus is gone; the first way to begin anew is near.
    const { host } = this.context;
    void host.updateComplete.then(() =>
      host.renderRoot.querySelector<HTMLElement>('.copies button')?.focus(),
    );
  }
}
