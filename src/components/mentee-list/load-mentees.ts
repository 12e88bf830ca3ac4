import type { Backend } from '../../client/backend.js';
import { BackendError } from '../../client/errors.js';
import type { CheckInFollowUp } from '../../client/model/check-in-plan.js';
import { addDays } from '../../client/model/date-time.js';
import type { Pairing } from '../../client/model/pairing.js';
import { checkResponse, pageShape, type Shape } from '../../client/shape.js';
import {
  CheckInFollowUpShape,
  CheckInShape,
  MessageShape,
  MilestoneShape,
} from '../../client/shapes.js';
import { menteeOf, SPAN, type Mentee } from './signs.js';

/** Unread messages beyond this are not counted. */
const MESSAGES = 50;
const MILESTONES = 5;

/**
 * What a mentor may see of everybody they walk with, by pairing. What a person does not share is
 * left out; what cannot be read just now rejects.
 * @param me Id of the mentor.
 * @param today The mentor's local date.
 */
export async function loadMentees(
  backend: Backend,
  pairings: readonly Pairing[],
  { me, today, signal }: { me: string; today: string; signal: AbortSignal },
): Promise<Record<string, Mentee>> {
  const { checkIns, messages, milestones } = backend;
  const followUps: readonly CheckInFollowUp[] = checkResponse(
    [CheckInFollowUpShape],
    (await checkIns?.followUps?.({ signal })) ?? [],
  );
  const each = async ({ id, participant: { id: personId } }: Pairing) => {
    const [answers, written, reached] = await Promise.all([
      items(
        CheckInShape,
        checkIns?.list({ personId, from: addDays(today, 1 - SPAN), limit: 200, signal }),
      ),
      items(MessageShape, messages?.list(id, { limit: MESSAGES, signal })),
      items(MilestoneShape, milestones?.list({ personId, limit: MILESTONES, signal })),
    ]);
    const shared = {
      followUp: followUps.find(({ person }) => person.id === personId),
      checkIns: answers,
      messages: written,
      milestones: reached,
    };
    return [id, menteeOf(shared, me, today)] as const;
  };
  return Object.fromEntries(await Promise.all(pairings.map(each)));
}

/** The first page, or nothing where the service is absent or the person has not shared it. */
async function items<T>(shape: Shape<T>, asked: Promise<unknown> | undefined): Promise<T[]> {
  try {
    return asked ? checkResponse(pageShape(shape), await asked).items : [];
  } catch (reason) {
    if (reason instanceof BackendError && reason.code === 'forbidden') return [];
    throw reason;
  }
}
