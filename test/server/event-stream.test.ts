import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvents, type ServerSentEvent } from '../../src/client/backends/http/event-stream.js';

/** Reads what arrives in these pieces. */
async function read(pieces: readonly Uint8Array[]): Promise<ServerSentEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const events: ServerSentEvent[] = [];
  for await (const event of readEvents(body, new AbortController().signal)) events.push(event);
  return events;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a stream of events', () => {
  it('has names, data and ids', async () => {
    const text =
      ':\n\nid: 7\nevent: change\ndata: {"a":\ndata: 1}\n\ndata:x\n\n: beat\n\nid: 9\n\n';
    expect(await read([bytes(text)])).toEqual([
      { name: 'change', data: '{"a":\n1}', id: '7' },
      { name: 'message', data: 'x', id: '7' },
      { name: 'message', data: '', id: '9' },
    ]);
  });

  it('loses what was not finished', async () => {
    expect(await read([bytes('data: a\n\ndata: b\n')])).toHaveLength(1);
  });

  it('is the same however it is cut into pieces, and whatever ends its lines', async () => {
    const event = fc.record({
      name: fc.constantFrom('change', 'reset'),
      data: fc.string({ minLength: 1, unit: 'grapheme' }).filter((s) => !/[\r\n]/.test(s)),
      id: fc.stringMatching(/^[\w.-]{1,8}$/),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat({ max: 400 })),
        async (events, eol, cuts) => {
          const text = events
            .map((e) => `id: ${e.id}\nevent: ${e.name}\ndata: ${e.data}\n\n:\n\n`)
            .join('')
            .replaceAll('\n', eol);
          const all = bytes(text);
          const at = [0, ...cuts.filter((c) => c < all.length).sort((a, b) => a - b), all.length];
          const pieces = at.slice(1).map((end, i) => all.subarray(at[i], end));
          expect(await read(pieces)).toEqual(events);
        },
      ),
    );
  });
});
