import { PEOPLE, SECRET, type Aftermath, type Told } from './run.js';

/** A promise of the outbox that was not kept. */
export type Broken =
  | 'lost'
  | 'twice'
  | 'out-of-order'
  | 'another-time'
  | 'another-person'
  | 'readable-at-rest'
  | 'twice-on-the-way'
  | 'left-waiting'
  | 'older-draft';

/** What arrived, as the server tells it. */
interface Arrived {
  readonly n: number;
  readonly personId: string;
  readonly authored: string | undefined;
}

/** The promises that were not kept; none when all is well. */
export async function verdict(aftermath: Aftermath): Promise<Broken[]> {
  const { told, server, overlaps, waiting, failed, atRest } = aftermath;
  const broken = new Set<Broken>();
  const checkIns: Arrived[] = [];
  const alerts: Arrived[] = [];
  for (const personId of PEOPLE) {
    server.setPersona(personId);
    const page = await server.checkIns.list({ limit: 200 });
    // The embedded backend's ids sort in the order in which things were made.
    for (const each of page.items.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const text = each.response.item?.[0]?.answer?.[0]?.valueString ?? '';
      const n = Number(text.replace(SECRET, ''));
      checkIns.push({ n, personId, authored: each.response.authored });
    }
    for (const { raisedAt } of (await server.safety.list({ limit: 200 })).items) {
      const n = new Date(raisedAt).getTime() / 1000 - Date.UTC(2026, 0, 1) / 1000;
      alerts.push({ n, personId, authored: raisedAt });
    }
    const draft = (await server.drafts.get('draft'))?.value as { n: number } | undefined;
    const wrote = told.filter((t) => t.kind === 'draft' && t.personId === personId);
    if (!wrote.some((t) => t.wasInMemory) && isOlder(draft?.n, wrote)) broken.add('older-draft');
  }

  for (const each of told) {
    if (each.kind !== 'check-in' && each.kind !== 'alert') continue;
    const there = (each.kind === 'alert' ? alerts : checkIns).filter(({ n }) => n === each.n);
    if (there.length > 1) broken.add('twice');
    if (!there.length && each.isAcknowledged && !each.mayBeLost) broken.add('lost');
    if (there.some((arrived) => arrived.authored !== each.authored)) broken.add('another-time');
    if (there.some((arrived) => arrived.personId !== each.personId)) broken.add('another-person');
  }
  if (overtaken(told, checkIns)) broken.add('out-of-order');
  if (atRest.includes(SECRET) || PEOPLE.some((id) => atRest.includes(`"${id}"`)))
    broken.add('readable-at-rest');
  if (overlaps.length) broken.add('twice-on-the-way');
  if (waiting + failed) broken.add('left-waiting');
  return [...broken];
}

/** Whether one that was begun after another had been answered arrived before it. */
function overtaken(told: readonly Told[], arrived: readonly Arrived[]): boolean {
  const by = new Map(told.map((each) => [each.n, each]));
  return arrived.some((later, place) =>
    arrived.slice(0, place).some(({ n }) => {
      const [first, second] = [by.get(later.n), by.get(n)];
      if (!first || !second || first.personId !== second.personId) return false;
      if (first.wasInMemory || second.wasInMemory) return false;
      return first.endedAt < second.startedAt;
    }),
  );
}

/** Whether a draft is older than the last one that was said to be kept. */
function isOlder(n: number | undefined, wrote: readonly Told[]): boolean {
  const last = wrote.filter((t) => t.isAcknowledged && !t.mayBeLost).at(-1);
  if (!last) return false;
  // Those that overlapped with it may have come after it.
  const since = wrote.filter((t) => t.endedAt > last.startedAt);
  return !since.some((t) => t.n === n);
}
