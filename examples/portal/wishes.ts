import type { MentorshipProvider } from 'wayfellow';
import { clinicOf, type Clinic } from './clinic.js';
import { say, translate } from './words.js';

/** What the elements leave to the portal: where to write, to book, and to look for another mentor. */
export function fulfilWishes(provider: MentorshipProvider): void {
  provider.addEventListener('wf-message', ({ pairingId }) => {
    void clinicOf(provider)
      .pairings.get(pairingId)
      .then(({ mentor, participant }) => {
        const other = provider.session?.person.id === mentor.id ? participant : mentor;
        write(pairingId, other.name);
      });
  });
  provider.addEventListener('wf-path', ({ personId }) => {
    document.querySelector('milestone-timeline')!.personId = personId;
    location.hash = '#/progress';
  });
  provider.addEventListener('wf-book', ({ mentorId }) => {
    void book(provider, clinicOf(provider), mentorId);
  });
  provider.addEventListener('wf-contact-mentor', () => (location.hash = '#/team'));
}

/** What two people of a pairing write to each other; only while the dialog is open is any of it read. */
function write(pairingId: string, name: string): void {
  const dialog = openDialog('.letter', name);
  const thread = document.createElement('message-thread');
  thread.pairingId = pairingId;
  dialog.querySelector('.thread')!.replaceChildren(thread);
  dialog.addEventListener('close', () => thread.remove(), { once: true });
}

async function book(
  provider: MentorshipProvider,
  backend: Clinic,
  mentorId: string,
): Promise<void> {
  const { name } = await backend.mentors.get(mentorId);
  const dialog = openDialog('.booking', name);
  const note = dialog.querySelector<HTMLElement>('.dialog-note')!;
  note.textContent = '';
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
      button(when.format(new Date(opening.startsAt)), () => {
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
function openDialog(selector: string, name: string): HTMLDialogElement {
  const dialog = document.querySelector<HTMLDialogElement>(selector)!;
  translate(dialog, { name });
  dialog.showModal();
  return dialog;
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn quiet';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}
