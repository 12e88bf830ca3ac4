import { isInForce, type GrantScope } from 'wayfellow/client';
import type { Clinic } from './clinic.js';
import { say, translate } from './words.js';

const card = document.querySelector<HTMLElement>('.sharing')!;
const note = card.querySelector('[role=status]')!;
const choices = card.querySelectorAll<HTMLInputElement>('input');

/** A grant ends by itself, so that sharing is a choice again from time to time. */
const DAYS = 90;

/** What the participant's mentor may see: nothing until it is chosen, and for as long as it is. */
export async function fillSharing(clinic: Clinic): Promise<void> {
  const [{ items: pairings }, { items: grants }] = await Promise.all([
    clinic.pairings.list({ limit: 10 }),
    clinic.consents.list({ limit: 200 }),
  ]);
  const mentor = pairings.find(({ status }) => status === 'active')?.mentor;
  card.hidden = !mentor;
  if (!mentor) return;
  translate(card, { name: mentor.name });
  const given = grants.filter((g) => g.granteeId === mentor.id && isInForce(g, new Date()));
  for (const choice of choices) {
    const scope = choice.name as GrantScope;
    choice.checked = given.some((g) => g.scope === scope);
    choice.onchange = async () => {
      try {
        if (choice.checked)
          await clinic.consents.grant({
            ...{ granteeId: mentor.id, scope, purpose: 'peer-support' },
            expiresAt: new Date(Date.now() + DAYS * 86_400_000).toISOString(),
          });
        else
          for (const { id } of given.filter((g) => g.scope === scope))
            await clinic.consents.revoke(id);
        note.textContent = say(choice.checked ? 'shared' : 'unshared', { name: mentor.name });
      } catch {
        choice.checked = !choice.checked;
        note.textContent = say('failed');
      }
    };
  }
}
