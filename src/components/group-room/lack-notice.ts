import { nothing, type LitElement } from 'lit';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { notice } from '../shared/notice.js';
import type { Lack } from './lack.js';
import { lackEnglish, type LackStrings } from './lack-notice.strings.js';

/** What is lacking for video, in words. Loaded where something is. */
export class LackNotice {
  readonly #localize: LocalizeController<LackStrings>;

  constructor(host: LitElement) {
    this.#localize = new LocalizeController(host, lackEnglish, {
      es: () => import('./lack-notice.strings.es.js'),
    });
  }

  render(lack: Lack): unknown {
    return this.#localize.pending ? nothing : notice('problem', this.#localize.t[lack]);
  }
}
