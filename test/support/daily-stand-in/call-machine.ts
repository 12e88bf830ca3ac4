import type {
  DailyFatalErrorType,
  DailyParticipant,
  DailyTrackSubscriptionState,
} from '@daily-co/daily-js';
import { Lobby } from './lobby.js';
import { Remote, type Kind } from './remote.js';
import { Server, type Letter } from './server.js';
import {
  participant,
  type DailyWindow,
  type Info,
  type Properties,
  type Store,
  type Wire,
} from './wire.js';

/** Of whom which tracks are taken, by what daily-js calls them. */
type Subscriptions = Record<
  string,
  { setSubscribedTracks: Record<string, DailyTrackSubscriptionState> }
>;

/** How long those in the room have to say who they are. */
const WELCOME_MS = 150;

/**
 * Stands in for Daily's call machine, for one call object: answers the real daily-js, and carries
 * real media over the loopback. A token says what is to go wrong:
 * - `refuse <type>`: the room refuses, with that type of fatal error;
 * - `reject <words>`: the join is answered with an error that is a string;
 * - `silent`: the join is never answered;
 * - `no goodbye`: leaving is never answered;
 * - `owner`: nothing goes wrong, and the person is the room's owner;
 * - `lobby`: in place of no token at all, in a room where people knock.
 * - `recorder`: the same, in a room that may be recorded.
 */
export class CallMachine {
  readonly #callClientId: string;
  readonly #store: Store = {
    local: {
      streams: { cam: { stream: null }, screen: { stream: null } },
      public: { subscribedTracks: {} },
    },
    streams: {},
    participants: {},
  };
  #properties: Properties = { url: '' };
  #server: Server | undefined;
  readonly #lobby = new Lobby((event) => this.tell(event));
  readonly #remotes = new Map<string, Remote>();
  readonly #on = { audio: false, video: false, screen: false };
  #joinedAt = 0;
  #joined = false;
  /** Past the lobby, where there is one. */
  #isIn = false;
  #observing: ReturnType<typeof setInterval> | undefined;
  /** What this was asked for, in order. */
  readonly asked: Wire[] = [];

  constructor(callClientId: string) {
    this.#callClientId = callClientId;
    const instance = (window as unknown as DailyWindow)._daily.instances[callClientId];
    const store = { getState: () => this.#store };
    if (instance) instance.callMachine = { store, reset: () => this.#leave() };
    window.addEventListener('pagehide', () => this.#leave());
  }

  /** Tells daily-js of an event. */
  tell(event: { readonly action: string; readonly [field: string]: unknown }): void {
    this.#post(event);
  }

  /** A fatal error: the call is over. */
  fail(type: DailyFatalErrorType, details: object = {}): void {
    this.#leave();
    this.tell({ action: 'error', errorMsg: `Over: ${type}`, error: { type, msg: type, details } });
  }

  /** The media of everyone else stop coming, or come again. */
  interrupt(interrupted: boolean): void {
    for (const remote of this.#remotes.values()) {
      remote.interrupted = interrupted;
      this.#changed(remote);
    }
  }

  receive(message: Wire): void {
    this.asked.push(message);
    switch (message.action) {
      case 'local-screen-start':
      case 'local-screen-stop':
        return this.#switch('screen', message.action === 'local-screen-start');
      case 'local-recording-start':
      case 'local-recording-stop': {
        const on = message.action === 'local-recording-start';
        this.#server?.send({ type: 'recording', on });
        return this.#tellRecording(on);
      }
      case 'update-participants':
        this.#subscribe(message['participants'] as Subscriptions);
        break;
      case 'lib-room-info': {
        const enable_recording = this.#properties.token === 'recorder' ? 'cloud' : undefined;
        return this.#reply(message, { config: {}, tokenConfig: { enable_recording } });
      }
      case 'join-meeting':
        return void this.#join(message);
      case 'leave-meeting':
        this.#leave();
        if (this.#properties.token !== 'no goodbye') this.tell({ action: 'left-meeting' });
        return;
      case 'local-audio':
        return this.#switch('audio', message['state'] === true);
      case 'local-video':
        return this.#switch('video', message['state'] === true);
      case 'set-input-devices':
        this.#send();
        break;
      case 'app-msg': {
        const to = message['to'] === '*' ? undefined : (message['to'] as string);
        this.#server?.send({ type: 'app-message', data: message['data'] }, to);
        break;
      }
      case 'update-participant': {
        const { eject } = message['properties'] as { eject?: true };
        if (eject && this.#info.owner)
          this.#server?.send({ type: 'eject' }, message['id'] as string);
        break;
      }
      case 'daily-method-request-access':
        return void this.#knock(message);
      case 'daily-method-update-waiting-participants': {
        const updates = message['updatesById'] as Record<string, { grantRequestedAccess: boolean }>;
        for (const [id, { grantRequestedAccess: granted }] of Object.entries(updates)) {
          this.#server?.send({ type: 'answer', granted }, id);
          this.#lobby.gone(id);
        }
        return this.#reply(message, { ids: Object.keys(updates) });
      }
      case 'set-user-data':
        this.#properties = { ...this.#properties, userData: message['userData'] };
        this.#tellInfo();
        break;
    }
    this.#reply(message);
  }

  async #join(message: Wire): Promise<void> {
    this.#properties = message['properties'] as Properties;
    const { url, token = '', startAudioOff, startVideoOff } = this.#properties;
    this.tell({ action: 'call-machine-initialized' });
    const [fault, ...words] = token.split(' ');
    if (fault === 'refuse') return this.fail(words.join(' ') as DailyFatalErrorType);
    if (fault === 'reject') return this.#reply(message, { error: words.join(' ') });
    if (fault === 'silent') return;
    this.#joinedAt = Date.now();
    this.#store.local.public.subscribedTracks['ALL'] =
      this.#properties.subscribeToTracksAutomatically !== false;
    this.#on.audio = !startAudioOff;
    this.#on.video = !startVideoOff;
    this.#server = new Server(url, (letter, from) => void this.#onLetter(letter, from));
    if (fault === 'lobby') {
      this.#lobby.stay();
      this.tell({ action: 'joined-meeting', participants: { local: this.#local } });
      return this.#reply(message);
    }
    await this.#enter();
    this.#reply(message);
  }

  /** Asks an owner, and goes in when one says so. */
  async #knock(message: Wire): Promise<void> {
    if (!this.#server) return;
    const granted = await this.#lobby.knock(this.#server, String(message['name']));
    if (granted) await this.#enter(true);
    this.#reply(message, { access: { level: granted ? 'full' : 'lobby' }, granted });
  }

  async #enter(isFromLobby = false): Promise<void> {
    this.#isIn = true;
    this.#server?.send({ type: 'hello', info: this.#info });
    await new Promise((resolve) => setTimeout(resolve, WELCOME_MS));
    if (!this.#server) return;
    this.#joined = true;
    this.#send();
    this.#observing = setInterval(() => this.#tellLevels(), 100);
    const others = [...this.#remotes.values()].flatMap((remote) => remote.participant ?? []);
    const participants = Object.fromEntries(others.map((p) => [p.session_id, p]));
    this.tell({ action: 'access-state-updated', access: { level: 'full' } });
    if (!isFromLobby)
      this.tell({
        action: 'joined-meeting',
        participants: { local: this.#local, ...participants },
      });
    else for (const each of others) this.tell({ action: 'participant-joined', participant: each });
  }

  #leave(): void {
    clearInterval(this.#observing);
    for (const remote of this.#remotes.values()) remote.close();
    this.#remotes.clear();
    this.#server?.close();
    this.#server = undefined;
    this.#joined = this.#isIn = false;
  }

  async #onLetter(letter: Letter, from: string): Promise<void> {
    const known = this.#remotes.get(from);
    if (letter.type === 'knock')
      return this.#info.owner ? this.#lobby.asks(from, letter.name) : undefined;
    if (letter.type === 'answer') return this.#lobby.answered(letter.granted);
    if (letter.type === 'bye') this.#lobby.gone(from);
    if (!this.#isIn) {
      // Outside, where nothing of the room is heard.
      if ('info' in letter && letter.info.owner && this.#server)
        this.#lobby.knockAgain(this.#server);
      return;
    }
    if (letter.type === 'bye') {
      if (known?.participant)
        this.tell({ action: 'participant-left', participant: known.participant });
      known?.close();
      this.#remotes.delete(from);
      return;
    }
    if (letter.type === 'app-message')
      return this.tell({ action: 'app-message', data: letter.data, fromId: from });
    if (letter.type === 'eject') return this.fail('ejected');
    if (letter.type === 'recording') return this.#tellRecording(letter.on);
    const remote = known ?? this.#meet(from);
    if (letter.type === 'hello') this.#server?.send({ type: 'welcome', info: this.#info }, from);
    if ('info' in letter) remote.info = letter.info;
    // Whoever came later makes the offer.
    if (letter.type === 'welcome') await remote.offer();
    await remote.receive(letter);
    this.#send();
  }

  #meet(id: string): Remote {
    const remote: Remote = new Remote({
      id,
      store: this.#store,
      send: (letter) => this.#server?.send(letter, id),
      onChange: () => this.#changed(remote),
    });
    this.#remotes.set(id, remote);
    return remote;
  }

  #changed({ participant }: Remote): void {
    if (this.#joined && participant) this.tell({ action: 'participant-updated', participant });
  }

  #switch(kind: Kind, on: boolean): void {
    this.#on[kind] = on;
    this.#send();
    this.#tellInfo();
  }

  /** Mutes as Daily may: the track itself is disabled, and nothing is sent. */
  #send(): void {
    const { audioTrack, videoTrack, screenMediaStream } =
      (window as unknown as DailyWindow)._daily.instances[this.#callClientId]?.tracks ?? {};
    const [screen] = screenMediaStream?.getVideoTracks() ?? [];
    const tracks = { audio: audioTrack, video: videoTrack, screen };
    for (const kind of ['audio', 'video', 'screen'] as const) {
      const track = tracks[kind];
      if (track && kind !== 'screen') track.enabled = this.#on[kind];
      for (const remote of this.#remotes.values())
        remote.send(kind, this.#on[kind] && track ? track : null);
    }
    const own = [audioTrack, videoTrack].filter((track) => track !== undefined);
    this.#store.local.streams.cam.stream = new MediaStream(own);
    this.#store.local.streams.screen.stream = screenMediaStream ?? null;
  }

  #tellInfo(): void {
    this.#server?.send({ type: 'info', info: this.#info });
    if (this.#joined) this.tell({ action: 'participant-updated', participant: this.#local });
  }

  #subscribe(updates: Subscriptions): void {
    for (const [id, { setSubscribedTracks }] of Object.entries(updates))
      this.#remotes.get(id)?.subscribe(setSubscribedTracks);
  }

  #tellRecording(on: boolean): void {
    this.tell({ action: on ? 'recording-started' : 'recording-stopped' });
  }

  #tellLevels(): void {
    const levels = [...this.#remotes].map(([id, remote]) => [id, remote.level] as const);
    this.tell({
      action: 'remote-participants-audio-level',
      participantsAudioLevel: Object.fromEntries(levels),
    });
  }

  get #info(): Info {
    const { userName = '', userData, token } = this.#properties;
    return {
      name: userName,
      userData,
      owner: token === 'owner' || token === 'recorder',
      joinedAt: this.#joinedAt,
      ...this.#on,
    };
  }

  get #local(): DailyParticipant {
    const state = (on: boolean) => ({ state: on ? 'playable' : 'off' }) as const;
    return participant(this.#server?.id ?? '', true, this.#info, {
      audio: state(this.#on.audio),
      video: state(this.#on.video),
      screen: state(this.#on.screen),
    });
  }

  #reply({ callbackStamp }: Wire, answer: object = {}): void {
    if (callbackStamp) this.#post({ ...answer, callbackStamp });
  }

  #post(message: object): void {
    const { origin } = window.location;
    const address = { what: 'iframe-call-message', from: 'embedded' };
    window.postMessage({ ...address, callClientId: this.#callClientId, ...message }, origin);
  }
}
