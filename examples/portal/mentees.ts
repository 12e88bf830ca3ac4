import type { Pairing } from 'wayfellow/client';
import type { MentorshipProvider } from 'wayfellow';
import { clinicOf, type Clinic } from './clinic.js';
import { button, item } from './parts.js';
import { write } from './wishes.js';
import { say } from './words.js';

const list = document.querySelector<HTMLElement>('.mentees')!;
const heading = list.parentElement!.querySelector('h2')!;
const note = document.querySelector('.mentees-note')!;
const path = document.querySelector('milestone-timeline')!;
const states: Partial<Record<Pairing['status'], string>> = {
  requested: 'mentee-asked',
  active: 'mentee-active',
  paused: 'mentee-paused',
};

/** A mentor's day: who asks, and whom they walk with. The portal's own list, over the backend. */
export async function fillMentees(provider: MentorshipProvider): Promise<void> {
  const backend = clinicOf(provider);
  const [{ items }, quiet] = await Promise.all([
    backend.pairings.list({ limit: 20 }),
    // Without it the list still stands.
    provider.followUps().catch(() => []),
  ]);
  const open = items.filter(({ status }) => states[status]);
  const held = document.activeElement?.closest<HTMLElement>('.mentees > li')?.dataset['id'];
  list.replaceChildren(
    ...open.map((pairing) => {
      const of = pairing.participant.id;
      return row(provider, pairing, quiet.find(({ person }) => person.id === of)?.days);
    }),
  );
  const nobody = list.nextElementSibling as HTMLElement;
  nobody.hidden = open.length > 0;
  // Whoever was in a row stays in it, or goes to the heading when the row is gone.
  if (held) (list.querySelector<HTMLElement>(`[data-id="${held}"] button`) ?? heading).focus();
}

function row(
  provider: MentorshipProvider,
  { id, participant, status, message }: Pairing,
  /** Days without a check-in, where they have gone quiet. */
  quietFor: number | undefined,
) {
  const backend = clinicOf(provider);
  const { name } = participant;
  const words = [say(states[status] ?? ''), ...(message ? [`“${message}”`] : [])];
  if (quietFor !== undefined) words.push(say('mentee-quiet', { n: String(quietFor) }));
  const apply = (action: Parameters<Clinic['pairings']['apply']>[1]) => () =>
    void backend.pairings.apply(id, action).then(
      (now) => (note.textContent = `${name}: ${say(states[now.status] ?? 'mentee-declined')}`),
      () => {
        note.textContent = say('failed');
        return fillMentees(provider);
      },
    );
  const see = () => {
    path.personId = participant.id;
    location.hash = '#/progress';
  };
  const buttons =
    status === 'requested'
      ? [
          button(say('accept', { name }), 'btn', apply({ type: 'accept' })),
          button(say('decline'), 'btn plain', apply({ type: 'decline', reason: 'no-time' })),
        ]
      : [
          button(say('path'), 'btn quiet', see),
          button(say('write', { name }), quietFor === undefined ? 'btn plain' : 'btn', () =>
            write(id, name),
          ),
        ];
  const made = item(name, words.join(' · '), ...buttons);
  made.dataset['id'] = id;
  return made;
}
