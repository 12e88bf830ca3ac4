import { ref } from './json-schemas.js';
import { PROBLEM_TYPE } from './problem.js';
import { MOST_SIGNAL_BYTES } from './room-signals.js';

/** What the API has beside calls: streams, and what is said over one. */

const stream = {
  description: 'The stream.',
  content: { 'text/event-stream': { schema: { type: 'string' } } },
};
const problems = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [status, ref('responses', `Problem${status}`)]));

export const changes = {
  operationId: 'changes',
  summary: 'Changes as they happen, as server-sent events.',
  description:
    'The event `change` has a `Change` as its data; `reset` says that changes may have been missed. A comment is sent as a sign of life at least every 15 seconds.',
  parameters: [{ name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } }],
  responses: {
    200: stream,
    ...problems(401, 429, 503),
  },
};

const meetingId = {
  ...{ name: 'meetingId', in: 'path', required: true },
  schema: { type: 'string', minLength: 1, maxLength: 256 },
};
const closed = {
  description:
    'The doors are not open to this person; `reason` is one of those of `sessions.access`.',
  content: { [PROBLEM_TYPE]: { schema: ref('schemas', 'Problem') } },
};

/** Only for rooms whose people are connected to each other; a server of Daily rooms needs none. */
export const signals = {
  get: {
    operationId: 'signals',
    tags: ['sessions'],
    summary: 'What the others in the room say to get connected, as server-sent events.',
    description:
      'Open to those whom `sessions.access` lets in. `end` is an id of this end that the browser makes. The event `signal` has a `HeardSignal` as its data; `gone` and `here` have `SignalEnds`. Nothing is kept: an end that is cut for a few seconds hears what it missed, and a longer absence is told to the others as `gone`.',
    parameters: [
      meetingId,
      { name: 'end', in: 'query', required: true, schema: ref('schemas', 'SignalEnd') },
      {
        ...{
          name: 'breakout',
          in: 'query',
          schema: { type: 'string', minLength: 1, maxLength: 256 },
        },
        description: 'The small room; absent: the meeting’s own.',
      },
    ],
    responses: { 200: stream, ...problems(400, 401, 403, 404, 429, 500, 503), 409: closed },
  },
  post: {
    operationId: 'signals.send',
    tags: ['sessions'],
    summary: 'Says something to those who are in the room.',
    description: `At most ${MOST_SIGNAL_BYTES} bytes. A batch that is sent again is heard once.`,
    parameters: [meetingId],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: ref('schemas', 'SignalBatch') } },
    },
    responses: {
      204: { description: 'Done.' },
      ...problems(400, 401, 403, 404, 413, 415, 429, 500, 503),
      409: closed,
    },
  },
};
