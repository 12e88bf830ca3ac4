import { html, nothing, type TemplateResult } from 'lit';
import type { RoomState } from '../../client/video/video-room.js';
import { fill } from '../shared/fill.js';
import { notice } from '../shared/notice.js';
import type { PanelStrings } from './panel-content.strings.js';

export interface SupportCallOptions {
  readonly state: RoomState;
  /** The last call could not be sent. */
  readonly failed: boolean;
  /** What goes to the clinic while no host is here. */
  readonly outside: unknown;
  /** Help that does not depend on anybody in the room. */
  readonly help: unknown;
  ask(): void;
}

/** A quiet call that the host alone sees, with the truth about who has got it, beside the crisis help. */
export function supportCall(
  t: PanelStrings & { readonly needSupport: string },
  options: SupportCallOptions,
): TemplateResult {
  const { state, failed, outside, help, ask } = options;
  const host = state.people.find((person) => person.host && !person.self);
  const how = supportWords(t, state);
  const waiting = state.support === 'sent' || state.support === 'received';
  return html`<h3>${t.needSupport}</h3>
    <p>${host ? fill(t.support.about, { name: host.name }) : t.support.noHost}</p>
    ${how && host ? notice('info', how) : nothing}
    ${failed ? notice('problem', t.support.failed) : nothing}
    ${
      host && !waiting
        ? html`<button class="button" type="button" data-support @click=${ask}>
            ${fill(state.support === 'seen' ? t.support.again : t.support.tell, { name: host.name })}
          </button>`
        : nothing
    }
    ${host ? help : html`${help} ${outside}`}`;
}

/** How far this person's call has come, in words; undefined when there is none. */
export function supportWords(t: PanelStrings, { support, people }: RoomState): string | undefined {
  if (!support || support === 'no-host') return support && t.support.noHost;
  const host = people.find((person) => person.host && !person.self);
  return host ? fill(t.support[support], { name: host.name }) : t.support.hostGone;
}
