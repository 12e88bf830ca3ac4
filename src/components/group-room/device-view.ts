import { html, nothing, type TemplateResult } from 'lit';
import type { Device } from '../../client/video/devices.js';
import type { DeviceChoice } from './device-choice.js';
import { notice } from '../shared/notice.js';
import type { GroupRoomStrings } from './group-room.strings.js';
import { lack } from './lack.js';
import { portrait } from './portrait.js';

/** How I look and sound: a mirror, and for each device two choices that weigh the same. */
export function deviceView(
  t: GroupRoomStrings,
  devices: DeviceChoice,
  name: string,
): TemplateResult {
  const lacking = lack();
  const words = devices.isAsking('camera') ? t.asking : t.cameraOff;
  return html`<section class="devices" part="devices" aria-labelledby="look">
    <h3 id="look">${t.look}</h3>
    ${lacking ? (devices.lackNotice.get()?.render(lacking) ?? nothing) : nothing}
    <div class="mirror" part="preview">
      ${
        devices.check?.mirror() ??
        html`${portrait(name)}
          <p class="small">${words}</p>`
      }
    </div>
    ${choice(t, devices, 'camera', t.off)} ${choice(t, devices, 'microphone', t.listen)}
    <p class="muted small">${t.free}</p>
    ${tryOut(t, devices)}
  </section>`;
}

/** Closed, it stops whatever is being tried out. */
function tryOut(t: GroupRoomStrings, { tryOut }: DeviceChoice): TemplateResult {
  const toggle = ({ target }: Event) => {
    const { open } = target as HTMLDetailsElement;
    if (!open) tryOut.value?.stop();
    else if (tryOut.failed) tryOut.retry();
    if (open) tryOut.get();
  };
  return html`<details class="try-out" part="try-out" @toggle=${toggle}>
    <summary>${t.tryOut}</summary>
    ${tryOut.failed ? notice('problem', t.errors.unavailable) : (tryOut.value?.render() ?? nothing)}
  </details>`;
}

function choice(
  t: GroupRoomStrings,
  devices: DeviceChoice,
  device: Device,
  off: string,
): TemplateResult {
  const wanted = devices.wanted[device];
  const option = (on: boolean, words: string) =>
    html`<label>
      <input
        type="radio"
        name=${device}
        .checked=${wanted === on}
        @change=${() => void devices.choose(device, on)}
      /><span>${words}</span>
    </label>`;
  return html`<fieldset class="choice">
      <legend>${t[device]}</legend>
      <div class="pair">${option(true, t.on[device])} ${option(false, off)}</div>
    </fieldset>
    ${wanted ? (devices.check?.details(device) ?? nothing) : nothing}`;
}
