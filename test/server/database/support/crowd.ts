import type { SeedData } from '../../../../examples/server/src/database/seed-tenant.js';
import { clinic } from '../../../client/backends/embedded/world.js';

/** The conformance clinic with so many more participants, `crowd-0` and on. */
export function crowded(size: number): (now: Date) => SeedData {
  return (now) => {
    const seed = clinic(now);
    const [first] = seed.people ?? [];
    if (!first) throw new Error('The clinic has nobody');
    const crowd = Array.from({ length: size }, (_, at) => {
      const person = { ...first.session.person, id: `crowd-${at}` };
      return { ...first, id: person.id, session: { ...first.session, person } };
    });
    return { ...seed, people: [...(seed.people ?? []), ...crowd] };
  };
}
