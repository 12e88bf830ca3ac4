import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { isAbort } from '../../client/errors.js';
import type { RoomAccess } from '../../client/model/meeting.js';
import { openDevice } from '../../client/video/devices.js';
import { adoptStyles } from '../shared/adopt-styles.js';
import { LocalizeController } from '../shared/controllers/localize-controller.js';
import { fill } from '../shared/fill.js';
import { iceServers } from './ice-servers.js';
import { testNetwork, type NetworkResult } from './network-test.js';
import { playBack, record } from './recording.js';
import { rememberedDevice } from './remembered-device.js';
import { testTone } from './test-tone.js';
import { trialStyles } from './trial.styles.js';
import { tryOutEnglish, type TryOutStrings } from './try-out.strings.js';

const RECORD_MS = 4000;
/** Up to here a conversation feels at ease. */
const GOOD_MS = 300;
const GOOD_LOST = 0.03;

export interface TryOutOptions {
  /** The microphone that is open at the door, if one is. */
  microphone(): MediaStreamTrack | undefined;
  /** The way into the room; undefined or rejected while the person may not go in. */
  access(signal: AbortSignal): Promise<RoomAccess> | undefined;
}

type Trial = 'microphone' | 'speaker' | 'network';

/** Tries out sound and connection at the door, one at a time. Loaded when somebody opens it. */
export class TryOut implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: TryOutOptions;
  readonly #localize: LocalizeController<TryOutStrings>;
  #said: Partial<Record<Trial, string>> = {};
  #running: { readonly trial: Trial; readonly abort: AbortController } | undefined;

  constructor(host: LitElement, options: TryOutOptions) {
    this.#host = host;
    this.#options = options;
    adoptStyles(host, trialStyles);
    this.#localize = new LocalizeController(host, tryOutEnglish, {
      es: () => import('./try-out.strings.es.js'),
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    // A DOM move disconnects and connects at once.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.stop();
    });
  }

  /** Ends what is going on, and forgets what was said of it. */
  stop(): void {
    this.#running?.abort.abort();
    this.#running = undefined;
    this.#said = {};
    this.#host.requestUpdate();
  }

  render(): unknown {
    if (this.#localize.pending) return nothing;
    return html`<div class="trials">
      ${this.#row('microphone', this.#listen)} ${this.#row('speaker', this.#play)}
      ${this.#row('network', this.#reach)}
    </div>`;
  }

  #row(trial: Trial, run: (signal: AbortSignal) => Promise<void>): TemplateResult {
    const { t } = this.#localize;
    const { title, about, start } = t[trial];
    const running = this.#running?.trial === trial;
    const press = () => (running ? this.stop() : void this.#run(trial, run));
    return html`<div class="trial">
      <h4 id=${`try-${trial}`}>${title}</h4>
      <p class="muted small" id=${`about-${trial}`}>${about}</p>
      <button
        class="button quiet"
        type="button"
        aria-describedby=${`about-${trial}`}
        @click=${press}
      >
        ${running ? t.stop : start}
        ${running ? html`<span class="visually-hidden">: ${title}</span>` : nothing}
      </button>
      <p role="status">${this.#said[trial] ?? nothing}</p>
    </div>`;
  }

  async #run(trial: Trial, run: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#running?.abort.abort();
    const running = (this.#running = { trial, abort: new AbortController() });
    // Announced once it is drawn.
    delete this.#said[trial];
    try {
      await run(running.abort.signal);
    } catch (error) {
      if (!running.abort.signal.aborted && !isAbort(error))
        this.#say(trial, this.#localize.t[trial].failed);
    }
    if (this.#running === running) this.#running = undefined;
    this.#host.requestUpdate();
  }

  #say(trial: Trial, words: string): void {
    this.#said[trial] = words;
    this.#host.requestUpdate();
  }

  readonly #listen = async (signal: AbortSignal): Promise<void> => {
    const { t } = this.#localize;
    // A copy, or one of our own: what is turned on or off at the door goes its own way.
    const track =
      this.#options.microphone()?.clone() ??
      (await openDevice('microphone', rememberedDevice('microphone')));
    let clip: Blob;
    try {
      signal.throwIfAborted();
      this.#say('microphone', t.microphone.recording);
      clip = await record(track, RECORD_MS, signal);
    } finally {
      track.stop();
    }
    this.#say('microphone', t.microphone.playing);
    await playBack(clip, signal, rememberedDevice('speaker'));
    this.#say('microphone', t.microphone.done);
  };

  readonly #play = async (signal: AbortSignal): Promise<void> => {
    const { speaker } = this.#localize.t;
    this.#say('speaker', speaker.playing);
    await testTone(signal, rememberedDevice('speaker'));
    this.#say('speaker', speaker.done);
  };

  readonly #reach = async (signal: AbortSignal): Promise<void> => {
    const { network } = this.#localize.t;
    if (!navigator.onLine) return this.#say('network', network.offline);
    this.#say('network', network.testing);
    const access = await this.#options.access(signal)?.catch(() => undefined);
    const servers = access?.transport === 'mesh' ? iceServers(access) : [];
    this.#say('network', this.#shown(await testNetwork(servers, signal)));
  };

  #shown({ reached, roundTrip = 0, lost = 0 }: NetworkResult): string {
    const { network } = this.#localize.t;
    if (reached === 'browser') return network.browser;
    if (reached === 'no-relay') return network.noRelay;
    const { locale } = this.#localize;
    return fill(roundTrip <= GOOD_MS && lost <= GOOD_LOST ? network.good : network.fair, {
      ms: new Intl.NumberFormat(locale).format(Math.round(roundTrip)),
      lost: new Intl.NumberFormat(locale, { style: 'percent' }).format(lost),
    });
  }
}
