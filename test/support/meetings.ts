import type { MeetingService } from '../../src/client/backend.js';
import type { Attendance, Meeting } from '../../src/client/model/meeting.js';
import type { Session } from '../../src/client/model/session.js';
import { aSession, fakeBackend } from './fake-backend.js';

export const minutesFromNow = (minutes: number) =>
  new Date(Date.now() + minutes * 60_000).toISOString();

/** A group with its doors open, to whose agreements nobody has agreed yet. */
export function aMeeting(more: Partial<Meeting> = {}): Meeting {
  return {
    id: 'group-1',
    kind: 'group',
    title: { en: 'Asking for help', es: 'Pedir ayuda' },
    description: { en: 'Practice the call.', es: 'Practica la llamada.' },
    startsAt: minutesFromNow(-5),
    endsAt: minutesFromNow(60),
    facilitator: { id: 'luis', name: 'Luis', role: 'facilitator' },
    agreements: {
      version: '1',
      items: [
        { en: 'What is said here stays here.', es: 'Lo que se dice aquí se queda aquí.' },
        { en: 'Nobody records.', es: 'Nadie graba.' },
      ],
    },
    expected: 4,
    status: 'scheduled',
    ...more,
  };
}

export const agreed = { version: '1', at: '2026-11-01T18:00:00.000Z' };

/** A backend of these meetings, which notes what was asked of it. */
export function meetingBackend(
  meetings: Meeting[],
  services: Partial<MeetingService> = {},
  session: Session | null = aSession(),
  more: { readonly durable?: Promise<boolean> } = {},
) {
  const calls: string[] = [];
  const attended: Attendance[] = [];
  const find = (id: string) => meetings.find((m) => m.id === id) as Meeting;
  const note = <T>(call: string, answer: T): Promise<T> => {
    calls.push(call);
    return Promise.resolve(answer);
  };
  const backend = fakeBackend(
    {
      sessions: {
        list: () => note('list', { items: meetings }),
        get: (id: string) => note(`get ${id}`, find(id)),
        accept: (id: string, version: string) => {
          const meeting = find(id);
          meeting.accepted = { version, at: new Date().toISOString() };
          return note(`accept ${id} ${version}`, meeting);
        },
        access: (id: string) =>
          note(`access ${id}`, { transport: 'mesh', room: 'a room', iceServers: [] }),
        attend: (attendance: Attendance) => {
          attended.push(attendance);
          return note('attend', attendance);
        },
        ...services,
      } as MeetingService,
      ...more,
    },
    session,
  );
  return { backend, calls, attended };
}
