/** An event of a stream; `data` is empty when only the id is new. */
export interface ServerSentEvent {
  readonly name: string;
  readonly data: string;
  /** The last id that the stream gave; absent before any. */
  readonly id?: string | undefined;
}

/**
 * Reads server-sent events as they come, until the stream ends or `signal` is aborted. What is not
 * finished by then is left out.
 * @param onBytes Called whenever something arrives, a heartbeat included.
 * @see WHATWG HTML, section 9.2.6
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onBytes: () => void = () => undefined,
): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader();
  const cancel = () => void reader.cancel().catch(() => undefined);
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);
  const decoder = new TextDecoder();
  let rest = '';
  let id: string | undefined;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes();
      rest += decoder.decode(value, { stream: true });
      // A CR at the very end may be half of a CRLF.
      const blocks = rest.split(/\r\n\r\n|\n\n|\r\r(?!$)/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parseEvent(block, id);
        // An id alone is news too: it is where the next connection goes on.
        if (event.data !== '' || event.id !== id) yield event;
        id = event.id;
      }
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

function parseEvent(block: string, lastId: string | undefined): ServerSentEvent {
  const fields: Record<string, string> = {};
  const data: string[] = [];
  for (const line of block.split(/\r\n|\r|\n/)) {
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === 'data') data.push(value);
    else fields[name] = value;
  }
  return {
    name: fields['event'] || 'message',
    data: data.join('\n'),
    id: fields['id'] ?? lastId,
  };
}
