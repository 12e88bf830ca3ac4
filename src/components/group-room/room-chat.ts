import { html, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  LONGEST_MESSAGE,
  ROOM_REACTIONS,
  type RoomMessage,
  type RoomReaction,
  type VideoRoom,
} from '../../client/video/video-room.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { ScrollKeeper } from '../shared/controllers/scroll-keeper.js';
import { icon } from '../shared/icon.js';
import { notice } from '../shared/notice.js';
import { reactionIcons } from './reaction-icons.js';
import { chatEnglish } from './room-chat.strings.js';

/** What the messages need from the room around them. */
export interface RoomChatOptions {
  room(): VideoRoom | undefined;
  say(text: string): void;
}

/** What people write and show in the room, while they are in it. Loaded when somebody opens it. */
export class RoomChat {
  readonly #host: LitElement;
  readonly #options: RoomChatOptions;
  readonly #localize: LocalizeController<typeof chatEnglish>;
  #text = '';
  /** Why the last could not be sent. */
  #failed: 'notSent' | 'tooMany' | undefined;

  constructor(host: LitElement, options: RoomChatOptions) {
    this.#host = host;
    this.#options = options;
    this.#localize = new LocalizeController(host, chatEnglish, {
      es: () => import('./room-chat.strings.es.js'),
    });
    new ScrollKeeper(host, '.panel[part=messages]');
  }

  render(): TemplateResult {
    const { t, pending } = this.#localize;
    if (pending) return html`<div class="bone"></div>`;
    return html`<h3>${t.title}</h3>
      <p class="muted small">${t.private}</p>
      ${this.#messages(this.#options.room()?.state.messages ?? [])}
      <div class="reactions" role="group" aria-label=${t.react}>
        ${ROOM_REACTIONS.map(
          (reaction) =>
            html`<button
              class="button quiet"
              type="button"
              aria-label=${t[reaction]}
              @click=${() => void this.#react(reaction)}
            >
              ${icon(reactionIcons[reaction])}
            </button>`,
        )}
      </div>
      ${this.#failed ? notice('problem', t[this.#failed]) : ''}
      <form class="field write" @submit=${this.#onSubmit}>
        <label for="message">${t.write}</label>
        <textarea
          class="input"
          id="message"
          rows="2"
          maxlength=${LONGEST_MESSAGE}
          .value=${live(this.#text)}
          @input=${(event: Event) => (this.#text = (event.target as HTMLTextAreaElement).value)}
          @keydown=${this.#onKey}
        ></textarea>
        <button class="button" type="submit">${t.send}</button>
      </form>`;
  }

  #messages(messages: readonly RoomMessage[]): TemplateResult {
    const { t } = this.#localize;
    if (!messages.length) return html`<p>${t.none}</p>`;
    return html`<ol class="messages">
      ${repeat(
        messages,
        ({ id }) => id,
        ({ id, name, self, text }) =>
          html`<li data-id=${id}>
            <bdi class="small">${self ? t.you : name}</bdi>
            <p dir="auto">${text}</p>
          </li>`,
      )}
    </ol>`;
  }

  /** Enter sends, as people know it; with Shift it is a new line. */
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void this.#send();
  };

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const text = this.#text.trim();
    if (text && (await this.#try((room) => room.say?.(text)))) {
      this.#text = '';
      this.#options.say(this.#localize.t.sent);
    }
    this.#host.renderRoot.querySelector<HTMLElement>('.write textarea')?.focus();
  }

  async #react(reaction: RoomReaction): Promise<void> {
    if (await this.#try((room) => room.react?.(reaction)))
      this.#options.say(this.#localize.t.shown);
  }

  /** Whether it could be done. What could not is said, and nothing that was typed is lost. */
  async #try(act: (room: VideoRoom) => Promise<void> | undefined): Promise<boolean> {
    const room = this.#options.room();
    if (!room) return false;
    try {
      await act(room);
      this.#failed = undefined;
    } catch (error) {
      // By its code: a page's own room may throw the class of another copy of this package.
      this.#failed = (error as { code?: string }).code === 'too-many' ? 'tooMany' : 'notSent';
      this.#options.say(this.#localize.t[this.#failed]);
    }
    this.#host.requestUpdate();
    return !this.#failed;
  }
}
