import type { Backend, BackendServices, Change } from '../../../../src/client/backend.js';
import type {
  ConformanceHarness,
  ConformancePersona,
  ConformanceWorld,
} from '../../../../src/client/conformance/index.js';
import { BackendError } from '../../../../src/client/errors.js';
import type { Pairing } from '../../../../src/client/model/pairing.js';
import { embeddedHarness } from '../../backends/embedded/world.js';

/** The healthy backend with all its services. */
export type Healthy = Backend &
  Required<Pick<Backend, 'roomChannel'>> & {
    readonly [S in keyof BackendServices]-?: NonNullable<BackendServices[S]>;
  };

/** What a fault has to work with. */
export interface Scene {
  readonly healthy: Healthy;
  readonly persona: ConformancePersona;
  readonly world: ConformanceWorld;
  /** Healthy connections, also as somebody else: a bug knows no limits. */
  readonly as: (persona: ConformancePersona) => Promise<Healthy>;
  /** Shared by all connections of the world. */
  readonly memory: Map<string, unknown>;
}

/** A backend that is wrong in one way: what it overrides of the healthy one. */
export type Fault = (scene: Scene) => Partial<Backend>;

/** Faults by what is wrong, each with the name of the case that must notice. */
export type Faults = Readonly<Record<string, { caughtBy: string; fault: Fault }>>;

/** Worlds whose every connection has the fault. */
export function broken(fault: Fault): ConformanceHarness {
  const harness = embeddedHarness({ storage: 'memory' });
  return {
    async open() {
      const world = await harness.open();
      const memory = new Map<string, unknown>();
      const as = async (persona: ConformancePersona) => (await world.connect(persona)) as Healthy;
      const wrong = (healthy: Healthy, persona: ConformancePersona): Backend => {
        const copy: Backend = {
          session: healthy.session,
          mentors: healthy.mentors,
          pairings: healthy.pairings,
          checkIns: healthy.checkIns,
          drafts: healthy.drafts,
          milestones: healthy.milestones,
          sessions: healthy.sessions,
          messages: healthy.messages,
          goals: healthy.goals,
          consents: healthy.consents,
          safety: healthy.safety,
          watch: (listener) => healthy.watch(listener),
          roomChannel: (...args) => healthy.roomChannel(...args),
        };
        return { ...copy, ...fault({ healthy, persona, world, as, memory }) };
      };
      return {
        ...world,
        connect: async (persona) => wrong(await as(persona), persona),
        host: async () => wrong((await world.host?.()) as Healthy, 'clinician'),
      };
    },
  };
}

/** Runs `call`; what it rejects with for this reason is answered by `instead`. */
export async function ignoring<T>(
  reason: string,
  call: () => Promise<T>,
  instead: () => Promise<T> | T,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof BackendError && [error.code, error.detail].includes(reason))
      return instead();
    throw error;
  }
}

/** A pairing that should not exist. */
export function forgedPairing(mentorId: string): Pairing {
  const now = new Date();
  return {
    id: `forged-${mentorId}`,
    participant: { id: 'p-1', name: 'Jordan', role: 'participant' },
    mentor: { id: mentorId, name: 'Mentor', role: 'mentor' },
    status: 'requested',
    phase: 'programme',
    requestedAt: now.toISOString(),
    expiresAt: new Date(+now + 72 * 3_600_000).toISOString(),
    changedAt: now.toISOString(),
    continuingConsent: [],
  };
}

/** Tells every listener of the world, whoever they are. */
export function tellEverybody(memory: Map<string, unknown>, change: Change): void {
  for (const listener of listeners(memory)) listener(change);
}

export function listeners(memory: Map<string, unknown>): Set<(change: Change) => void> {
  const known = memory.get('listeners') ?? new Set();
  memory.set('listeners', known);
  return known as Set<(change: Change) => void>;
}
