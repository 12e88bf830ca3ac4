import * as z from 'zod/mini';
import type { MessageService } from '../../../backend.js';
import { Id } from '../../../model/id.js';
import { NewMessage, type Message } from '../../../model/message.js';
import { asOf, type Pairing } from '../../../model/pairing.js';
import { RuleError } from '../../../model/rule-error.js';
import { forbid } from '../access.js';
import { messages, pairings } from '../collections.js';
import type { Call, Engine } from '../engine.js';
import { pageFields } from '../paging.js';

const List = z.object({ ...pageFields, pairingId: Id, kept: z.optional(z.boolean()) });
const Send = z.object({ pairingId: Id, message: NewMessage });
const Update = z.object({
  id: Id,
  change: z.object({ read: z.optional(z.literal(true)), kept: z.optional(z.boolean()) }),
});

/** What the two of a pairing write to each other; nobody else reads it. */
export const messageService = (engine: Engine): MessageService => ({
  list: (pairingId, options) =>
    engine.read(
      'messages.list',
      List,
      { ...options, pairingId },
      options,
      async (call, request) => {
        const { id } = await own(call, request.pairingId);
        const list =
          request.kept === undefined ? 'of' : request.kept ? 'kept' : ('not-kept' as const);
        const page = await call.records.page(messages, [list, id], request, { descending: true });
        return { ...page, items: await Promise.all(page.items.map((m) => present(call, m))) };
      },
    ),

  send: (pairingId, message, options) =>
    engine.write('messages.send', Send, { pairingId, message }, options, async (call, sent) => {
      const pairing = await own(call, sent.pairingId);
      if (asOf(pairing, call.now).status !== 'active') throw new RuleError('wrong-status');
      return save(call, pairing, {
        ...sent.message,
        id: call.newId(),
        pairingId: pairing.id,
        from: call.me.session.person,
        sentAt: call.now.toISOString(),
        kept: false,
      });
    }),

  update: (messageId, change, options) =>
    engine.write(
      'messages.update',
      Update,
      { id: messageId, change },
      options,
      async (call, asked) => {
        const message = await call.records.get(messages, asked.id);
        const pairing = await own(call, message.pairingId);
        // Both are the reader's to say.
        if (message.from.id === call.me.id) forbid();
        const { read, kept = message.kept } = asked.change;
        const readAt = message.readAt ?? (read && call.now.toISOString());
        return save(call, pairing, { ...message, kept, ...(readAt ? { readAt } : {}) });
      },
    ),
});

async function own(call: Call, pairingId: string): Promise<Pairing> {
  const pairing = await call.records.get(pairings, pairingId);
  call.access.among(pairing.participant.id, pairing.mentor.id);
  return pairing;
}

async function save(call: Call, pairing: Pairing, message: Message): Promise<Message> {
  await call.records.put(messages, message);
  call.changed('messages', [pairing.participant.id, pairing.mentor.id], message.id);
  return present(call, message);
}

async function present(call: Call, message: Message): Promise<Message> {
  return { ...message, from: await call.access.person(message.from) };
}
