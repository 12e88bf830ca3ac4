import type {
  Backend,
  Change,
  CheckInService,
  ConsentService,
  DraftService,
  GoalService,
  MeetingService,
  MentorService,
  MessageService,
  MilestoneService,
  PairingService,
  SafetyService,
  SessionService,
} from '../../backend.js';
import { CHANGE_TOPICS } from '../../change-topics.js';
import type { MeshAccess } from '../../model/meeting.js';
import type { Person } from '../../model/person.js';
import { BroadcastSignal } from '../../video/broadcast-signal.js';
import type { SignalChannel } from '../../video/signal-channel.js';
import { ChangeBus } from './change-bus.js';
import { Engine } from './engine.js';
import { Network } from './network.js';
import type { EmbeddedOptions } from './options.js';
import { personas } from './seed/personas.js';
import { Seed } from './seed/seed.js';
import { checkInService } from './services/check-ins.js';
import { consentService } from './services/consents.js';
import { draftService } from './services/drafts.js';
import { goalService } from './services/goals.js';
import { mentorService } from './services/mentors.js';
import { messageService } from './services/messages.js';
import { milestoneService } from './services/milestones.js';
import { pairingService } from './services/pairings.js';
import { safetyService } from './services/safety.js';
import { sessionService } from './services/session.js';
import { meetingService } from './services/sessions.js';
import { Storage } from './storage.js';

export type { EmbeddedOptions, FailureRule, Failures } from './options.js';
export type { SeedData, SeedScenario } from './seed/seed.js';

let unnamed = 0;

/**
 * A whole clinic in the browser: the real rules over IndexedDB, shared and live between tabs, with
 * people and a story to begin with. For demonstrations, Storybook and tests; nothing leaves the
 * device. Each instance is somebody ({@link EmbeddedBackend.setPersona}), so that two tabs can be
 * participant and mentor.
 */
export class EmbeddedBackend implements Backend {
  /** Who can be signed in. The first one is the default. */
  static readonly personas: readonly Person[] = personas;

  readonly session: SessionService;
  readonly mentors: MentorService;
  readonly pairings: PairingService;
  readonly checkIns: CheckInService;
  readonly drafts: DraftService;
  readonly milestones: MilestoneService;
  readonly sessions: MeetingService;
  readonly messages: MessageService;
  readonly goals: GoalService;
  readonly consents: ConsentService;
  readonly safety: SafetyService;

  readonly #engine: Engine;

  constructor(options: EmbeddedOptions = {}) {
    const { persona = 'jordan', clock = () => new Date(), storage } = options;
    const own = options.name ?? 'wayfellow';
    // Memory without a name is nobody else's.
    const name =
      storage === 'memory' && !options.name ? `${own} ${++unnamed} ${Math.random()}` : own;
    const bus = new ChangeBus(name);
    const announceFallback = () => bus.publishHere([{ topic: 'session', to: '*' }]);
    const engine = new Engine(
      new Storage(name, options, new Seed(options.seed, clock), announceFallback),
      new Network(options),
      bus,
      clock,
    );
    engine.persona = persona;
    this.#engine = engine;
    this.session = sessionService(engine, () => this.setPersona(null));
    this.mentors = mentorService(engine);
    this.pairings = pairingService(engine);
    this.checkIns = checkInService(engine);
    this.drafts = draftService(engine);
    this.milestones = milestoneService(engine);
    this.sessions = meetingService(engine);
    this.messages = messageService(engine);
    this.goals = goalService(engine);
    this.consents = consentService(engine);
    this.safety = safetyService(engine);
  }

  /** False once things are kept in memory only: no IndexedDB, or no room left in it. */
  get durable(): Promise<boolean> {
    return this.#engine.storage.durable;
  }

  /** Id of who is signed in here; null when nobody is. */
  get persona(): string | null {
    return this.#engine.persona;
  }

  /** Signs somebody else in, in this tab alone; null signs out without clearing anything. */
  setPersona(id: string | null): void {
    if (id === this.#engine.persona) return;
    this.#engine.persona = id;
    this.#engine.bus.publishHere([{ topic: 'session', to: '*' }]);
  }

  /** How long calls take from now on; see {@link EmbeddedOptions.latency}. */
  set latency(latency: NonNullable<EmbeddedOptions['latency']>) {
    this.#engine.network.latency = latency;
  }

  /** Which calls fail from now on; see {@link EmbeddedOptions.failures}. */
  set failures(failures: EmbeddedOptions['failures']) {
    this.#engine.network.failures = failures;
  }

  watch(listener: (change: Change) => void): () => void {
    return this.#engine.bus.subscribe(({ to, topic, ids }) => {
      const { persona } = this.#engine;
      const mayKnow =
        topic === 'session' || (persona !== null && (to === '*' || to.includes(persona)));
      if (mayKnow) listener(ids ? { topic, ids } : { topic });
    });
  }

  /** The line of a room, between the tabs of this browser. Who knows the room has been let in. */
  roomChannel(_meetingId: string, { room, host, guest }: MeshAccess): SignalChannel {
    return new BroadcastSignal(room, host, guest);
  }

  /** Puts the seed back, in all tabs. */
  async reset(): Promise<void> {
    await this.#engine.storage.reset();
    this.#engine.bus.publish(CHANGE_TOPICS.map((topic) => ({ topic, to: '*' })));
  }

  /** Lets go of the database and of the other tabs. */
  async close(): Promise<void> {
    this.#engine.bus.close();
    await this.#engine.storage.close();
  }
}
