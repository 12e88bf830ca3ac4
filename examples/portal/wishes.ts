import type { MentorshipProvider } from 'wayfellow';
import { clinicOf, type Clinic } from './clinic.js';
import { button, item, node } from './parts.js';
import { say, translate } from './words.js';

/** What the elements leave to the portal: where to write, to book, and to look for another mentor. */
export function fulfilWishes(provider: MentorshipProvider): void {
  provider.addEventListener('wf-message', ({ mentorId, pairingId }) => {
    const clinic = clinicOf(provider);
    void clinic.mentors.get(mentorId).then(({ name }) => write(provider, pairingId, name));
  });
  provider.addEventListener('wf-book', ({ mentorId }) => {
    void book(provider, clinicOf(provider), mentorId);
  });
  provider.addEventListener('wf-contact-mentor', () => (location.hash = '#/team'));
}

/** What two people of a pairing write to each other, live. */
export async function write(
  provider: MentorshipProvider,
  pairingId: string,
  name: string,
): Promise<void> {
  const backend = clinicOf(provider);
  const { dialog, note } = openDialog('.letter', name);
  const list = dialog.querySelector('.letters')!;
  const field = dialog.querySelector('textarea')!;
  const time = new Intl.DateTimeFormat(document.documentElement.lang, {
    timeStyle: 'short',
    timeZone: provider.session?.timeZone,
  });
  const refresh = async () => {
    const { items } = await backend.messages.list(pairingId, { limit: 20 });
    list.replaceChildren(
      ...items.reverse().map(({ from, text, sentAt }) => {
        const row = item(from.name, text);
        row.append(node('span', 'soft small', time.format(new Date(sentAt))));
        return row;
      }),
    );
  };
  const send = async (event: SubmitEvent) => {
    if (!(event.submitter instanceof HTMLButtonElement) || !event.submitter.value) return;
    event.preventDefault();
    if (!field.value.trim()) return field.focus();
    try {
      await backend.messages.send(pairingId, { kind: 'message', text: field.value });
      field.value = '';
      note.textContent = say('letter-sent');
    } catch {
      note.textContent = say('failed');
    }
  };
  const unwatch = backend.watch(({ topic }) => void (topic === 'messages' && refresh()));
  dialog.addEventListener('submit', send);
  dialog.addEventListener(
    'close',
    () => {
      unwatch();
      dialog.removeEventListener('submit', send);
    },
    { once: true },
  );
  await refresh();
}

async function book(
  provider: MentorshipProvider,
  backend: Clinic,
  mentorId: string,
): Promise<void> {
  const { name } = await backend.mentors.get(mentorId);
  const { dialog, note } = openDialog('.booking', name);
  const slots = dialog.querySelector<HTMLElement>('.slots')!;
  const { items } = await backend.sessions.openings(mentorId, { limit: 8 });
  if (items.length === 0) note.textContent = say('no-slots');
  const when = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: provider.session?.timeZone,
  });
  slots.replaceChildren(
    ...items.map((opening) =>
      button(when.format(new Date(opening.startsAt)), 'btn quiet', () => {
        backend.sessions.book(opening).then(
          () => {
            slots.replaceChildren();
            note.textContent = say('booked');
            note.focus();
          },
          () => (note.textContent = say('failed')),
        );
      }),
    ),
  );
}

/** @param name Whom it is about. */
function openDialog(selector: string, name: string) {
  const dialog = document.querySelector<HTMLDialogElement>(selector)!;
  const note = dialog.querySelector<HTMLElement>('.dialog-note')!;
  note.textContent = '';
  translate(dialog, { name });
  dialog.showModal();
  return { dialog, note };
}
