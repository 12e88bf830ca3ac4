import { BackendError } from '../../errors.js';
import type { Celebration } from '../../model/celebration.js';
import type { CheckIn } from '../../model/check-in.js';
import { isInForce, maySee, type GrantScope } from '../../model/consent.js';
import type { Person, Role } from '../../model/person.js';
import type { ResponseItem } from '../../model/questionnaire-response.js';
import { grants, people, type Profile } from './collections.js';
import type { Records } from './records.js';

/** The one place that decides who sees what. */
export class Access {
  constructor(
    private readonly records: Records,
    readonly me: Profile,
    private readonly now: Date,
  ) {}

  /** Whether the reader may see what `scope` covers of `ownerId`. */
  async may(ownerId: string, scope: GrantScope): Promise<boolean> {
    if (ownerId === this.me.id) return true;
    const made = await this.records.all(grants, ['between', ownerId, this.me.id]);
    return maySee(made, { ownerId, readerId: this.me.id, scope }, this.now);
  }

  /**
   * The person whose data is asked for; without an id, the reader.
   * @throws {BackendError} `forbidden` without a grant, also for an id that does not exist
   */
  async owner(ownerId: string | undefined, scope: GrantScope): Promise<Profile> {
    if (ownerId === undefined || ownerId === this.me.id) return this.me;
    if (!(await this.may(ownerId, scope))) forbid();
    return this.records.get(people, ownerId);
  }

  /** Stops everybody who is not there as one of `roles`. */
  as(...roles: readonly Role[]): void {
    if (!roles.includes(this.me.session.person.role)) forbid();
  }

  /** Stops everybody whose id is not among these. */
  among(...ids: readonly string[]): void {
    if (!ids.includes(this.me.id)) forbid();
  }

  /** Somebody as the reader sees them: a participant's name is an alias until it is shared. */
  async person(person: Person): Promise<Person> {
    const { role } = this.me.session.person;
    if (person.role !== 'participant' || role === 'clinician' || role === 'facilitator')
      return person;
    if (await this.may(person.id, 'name')) return person;
    const alias = (await this.records.find(people, person.id))?.alias;
    const anybody = this.me.session.locale?.startsWith('es') ? 'Participante' : 'A participant';
    return { ...person, name: alias ?? anybody };
  }

  celebrations(celebrations: readonly Celebration[]): Promise<Celebration[]> {
    return Promise.all(celebrations.map(async (c) => ({ ...c, from: await this.person(c.from) })));
  }

  /** Who may see what `scope` covers of `ownerId` now, the owner included. */
  async readers(ownerId: string, scope: GrantScope): Promise<string[]> {
    const made = await this.records.all(grants, ['of', ownerId], {
      only: (g) => g.grantorId === ownerId && g.scope === scope && isInForce(g, this.now),
    });
    return [ownerId, ...made.map((g) => g.granteeId)];
  }
}

/** A check-in without what was written in the person's own words. */
export function withoutFreeText(checkIn: CheckIn): CheckIn {
  const { response } = checkIn;
  return { ...checkIn, response: { ...response, item: response.item?.map(plain) } };
}

function plain(item: ResponseItem): ResponseItem {
  const { answer, item: children, ...rest } = item;
  const kept = answer
    ?.filter((a) => a.valueString === undefined)
    .map((a) => (a.item ? { ...a, item: a.item.map(plain) } : a));
  return {
    ...rest,
    ...(kept?.length ? { answer: kept } : {}),
    ...(children ? { item: children.map(plain) } : {}),
  };
}

/** @throws {BackendError} `forbidden` */
export function forbid(): never {
  throw new BackendError('forbidden');
}
