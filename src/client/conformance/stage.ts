import type { Backend, BackendServices, ChangeTopic } from '../backend.js';
import type { GrantScope } from '../model/consent.js';
import type { NewCheckIn } from '../model/check-in.js';
import { addDays, localDateAt } from '../model/date-time.js';
import type { Grant } from '../model/consent.js';
import type { Pairing } from '../model/pairing.js';
import { ConformanceError, ConformanceSkip } from './assert.js';
import { Ear, pause } from './ear.js';
import type { ConformanceCase, ConformancePersona, ConformanceWorld } from './world.js';

/** A backend whose services are all there; the first use of an absent one skips the case. */
export type Seat = Backend & {
  readonly [S in keyof BackendServices]-?: NonNullable<BackendServices[S]>;
};

/** Defines the cases of a service. */
export function casesOf(
  service: ChangeTopic,
  cases: Readonly<Record<string, (stage: Stage) => Promise<void>>>,
): ConformanceCase[] {
  return Object.entries(cases).map(([promise, run]) => ({
    name: `${service}: ${promise}`,
    service,
    async run(world) {
      try {
        await run(new Stage(world));
      } catch (error) {
        if (error instanceof ConformanceError || error instanceof ConformanceSkip) throw error;
        const message = `A call that should succeed rejected with ${String(error)}`;
        throw new ConformanceError(message, { cause: error });
      }
    },
  }));
}

/** What cases do again and again in their world. */
export class Stage {
  constructor(readonly world: ConformanceWorld) {}

  /** A new connection as that person. */
  async as(persona: ConformancePersona): Promise<Seat> {
    const backend = await this.world.connect(persona);
    return new Proxy(backend, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (value === undefined && SERVICES.includes(String(name)))
          throw new ConformanceSkip(`No service "${String(name)}" here`);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    }) as Seat;
  }

  now(): Date {
    return this.world.now?.() ?? new Date();
  }

  /** The participants' local date, so many days from today. */
  day(offset = 0): string {
    return addDays(localDateAt(this.now(), this.world.timeZone), offset);
  }

  async advance(ms: number): Promise<void> {
    if (!this.world.advance) throw new ConformanceSkip('The clock cannot be moved here');
    await this.world.advance(ms);
  }

  /** Long enough for a change to arrive that should not. */
  settle(): Promise<void> {
    return pause(this.world.settle ?? 60);
  }

  /** A daily check-in about a day, with a number and a line of text. */
  checkIn(on = this.day(), mood = 5, reflection = 'Better than yesterday.'): NewCheckIn {
    return {
      on,
      timeZone: this.world.timeZone,
      response: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: QUESTIONNAIRE,
        status: 'completed',
        authored: this.now().toISOString(),
        item: [
          { linkId: 'mood', answer: [{ valueInteger: mood }] },
          { linkId: 'reflection', answer: [{ valueString: reflection }] },
        ],
      },
    };
  }

  /** The participant shares something, by default with the mentor. */
  share(
    owner: Seat,
    scope: GrantScope,
    granteeId = this.world.people.mentor,
    lastsMs = 30 * 86_400_000,
  ): Promise<Grant> {
    const expiresAt = new Date(+this.now() + lastsMs).toISOString();
    return owner.consents.grant({ granteeId, scope, purpose: 'peer-support', expiresAt });
  }

  /** An active pairing between the participant (or peer) and the mentor. */
  async pair(participant: Seat, mentor: Seat): Promise<Pairing> {
    const { id } = await participant.pairings.request({ mentorId: this.world.mentors.open });
    return mentor.pairings.apply(id, { type: 'accept' });
  }

  /** Listens to a backend; subscribing may take a moment. */
  async listen(backend: Backend): Promise<Ear> {
    const ear = new Ear(backend, this.world.patience ?? 3000);
    await this.settle();
    return ear;
  }
}

/** What {@link Stage.checkIn} answers. */
export const QUESTIONNAIRE = 'https://wayfellow.dev/fhir/Questionnaire/daily-check-in|1.0.0';

const SERVICES = [
  'mentors',
  'pairings',
  'checkIns',
  'drafts',
  'milestones',
  'sessions',
  'messages',
  'goals',
  'consents',
  'safety',
];
