import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import type { LocalizeController } from '../shared/controllers/localize-controller.js';
import { icon } from '../shared/icon.js';
import { LazyPart } from '../shared/lazy-part.js';
import { deviceErrorWords, type DeviceFault, type DeviceStrings } from './device.strings.js';
import type { PermissionHelp } from './permission-help.js';

const REFUSED: Readonly<Record<string, 'browser' | 'system'>> = {
  'permission-denied': 'browser',
  'permission-denied-by-system': 'system',
};

/** Why a device cannot be used, what to do, step by step where it was refused, and another try. */
export class DeviceProblem {
  readonly #localize: LocalizeController<DeviceStrings>;
  readonly #help: LazyPart<PermissionHelp>;

  constructor(host: LitElement, localize: LocalizeController<DeviceStrings>) {
    this.#localize = localize;
    this.#help = new LazyPart(
      host,
      async () => new (await import('./permission-help.js')).PermissionHelp(host),
    );
  }

  render(fault: DeviceFault, retry: () => void): TemplateResult {
    const { t } = this.#localize;
    const where = REFUSED[fault.code];
    return html`<div class="notice problem">
      ${icon(CircleAlert)}
      <div>
        <p role="alert">${deviceErrorWords(t, fault)} ${t.without}</p>
        ${
          where
            ? (this.#help.get()?.render(where, t.devices[fault.device ?? 'microphone']) ?? nothing)
            : nothing
        }
        <button class="button quiet" type="button" @click=${retry}>${t.retry}</button>
      </div>
    </div>`;
  }
}
