import { html, nothing, type LitElement } from 'lit';
import { adoptStyles } from '../shared/adopt-styles.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { browserAndSystem } from './browser-and-system.js';
import { trialStyles } from './trial.styles.js';
import { permissionEnglish, type PermissionStrings } from './permission-help.strings.js';

/** How to allow a device, in this browser on this system. Loaded when somebody was refused one. */
export class PermissionHelp {
  readonly #localize: LocalizeController<PermissionStrings>;

  constructor(host: LitElement) {
    adoptStyles(host, trialStyles);
    this.#localize = new LocalizeController(host, permissionEnglish, {
      es: () => import('./permission-help.strings.es.js'),
    });
  }

  /** @param device What the browser and the system call it, for instance “Camera”. */
  render(where: 'browser' | 'system', device: string): unknown {
    const { t, pending } = this.#localize;
    if (pending) return nothing;
    const [browser, system] = browserAndSystem();
    const steps = where === 'browser' ? t.browser[browser] : t.system[system];
    return html`<p class="small strong">${t.title}</p>
      <ol class="steps small">
        ${[...steps, t.again].map((step) => html`<li>${fill(step, { device })}</li>`)}
      </ol>`;
  }
}
