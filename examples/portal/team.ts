import type { Clinic } from './clinic.js';

const others = document.querySelector<HTMLElement>('.others')!;
const title = others.querySelector('h2')!;
const list = document.querySelector<HTMLElement>('.mentor-list')!;
const main = document.querySelector<HTMLElementTagNameMap['mentor-card']>('.mentor-main')!;

/** Puts the mentor on the page: the one that a participant has, else the best fit and three more. */
export async function fillTeam(backend: Clinic): Promise<void> {
  const [{ items: pairings }, { items: matches }] = await Promise.all([
    backend.pairings.list({ limit: 10 }),
    backend.mentors.suggest({ limit: 4 }),
  ]);
  const open = pairings.find(({ status }) => ['requested', 'active', 'paused'].includes(status));
  const [best, ...more] = open ? [open.mentor.id] : matches.map(({ mentor }) => mentor.id);
  main.mentorId = best;
  showOthers(more);
}

/** "Find another mentor" needs no reason and no search: the next best fits come up. */
export async function offerOthers(backend: Clinic, than: string): Promise<void> {
  const { items } = await backend.mentors.suggest({ limit: 5 });
  showOthers(items.map(({ mentor }) => mentor.id).filter((id) => id !== than));
}

export const hasOthers = () => list.children.length > 0;

/** While somebody is asked, theirs is the only card; the others come back when that has ended. */
export function keepOnly(asked: EventTarget | null): void {
  const cards = [main, ...list.querySelectorAll('mentor-card')];
  for (const card of cards) card.hidden = asked !== null && card !== asked;
  title.hidden = asked !== null;
  others.hidden = asked === main || !hasOthers();
}

function showOthers(ids: readonly string[]): void {
  list.replaceChildren(
    ...ids.map((id) => {
      const card = document.createElement('mentor-card');
      card.variant = 'compact';
      card.mentorId = id;
      return card;
    }),
  );
  keepOnly(null);
}
