/**
 * What is logged. No path, query, body, person or message of an error: each may hold health data.
 * The request's id leads to the audit trail, which is kept apart.
 */
export interface LogEntry {
  readonly time: string;
  readonly level: 'info' | 'error';
  readonly event: 'request' | 'failure' | 'start' | 'stop';
  readonly requestId?: string;
  readonly tenantId?: string;
  /** `checkIns.submit`; `jobs` for what no request asked for; absent for an address that is none. */
  readonly operation?: string;
  readonly status?: number;
  /** Milliseconds until the answer, or until the stream was opened. */
  readonly duration?: number;
  /** Kind of an error that nobody expected, and where it was thrown. */
  readonly error?: string;
  readonly stack?: readonly string[];
}

/** A line of JSON on standard output. */
export function logLine(entry: LogEntry): void {
  process.stdout.write(`${JSON.stringify(entry)}\n`);
}

/** What may be told of an error: its kind and where, never its message. */
export function describeError(error: unknown): Pick<LogEntry, 'error' | 'stack'> {
  if (!(error instanceof Error)) return { error: typeof error };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, stack: stack.map((line) => line.trim()) };
}
