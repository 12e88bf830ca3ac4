import { fixture, html, waitUntil } from '@open-wc/testing';
import type { Backend } from '../../../src/client/backend.js';
import type { Meeting } from '../../../src/client/model/meeting.js';
import type { Session } from '../../../src/client/model/session.js';
import type { GroupRoom } from '../../../src/components/group-room/group-room.js';
import { aSession } from '../../support/fake-backend.js';
import { FakeRoom } from '../../support/fake-room.js';
import { aMeeting, agreed, meetingBackend } from '../../support/meetings.js';
import type { MeetingService } from '../../../src/client/backend.js';

export const text = (el: GroupRoom) => el.renderRoot.textContent?.replace(/\s+/g, ' ').trim() ?? '';
export const query = <T extends Element = HTMLElement>(el: GroupRoom, selector: string) =>
  el.renderRoot.querySelector<T>(selector);
export const focused = (el: GroupRoom) => el.shadowRoot?.activeElement as HTMLElement | null;

export function button(el: GroupRoom, words: string): HTMLButtonElement {
  const all = [...el.renderRoot.querySelectorAll('button')];
  const found = all.find((b) => b.textContent.replace(/\s+/g, ' ').trim().startsWith(words));
  if (!found) throw new Error(`No "${words}" in: ${all.map((b) => b.textContent.trim()).join()}`);
  return found;
}

export const says = (el: GroupRoom, words: string, timeout = 4000) =>
  waitUntil(() => text(el).includes(words), `says "${words}"; it says: ${text(el)}`, { timeout });

export const shows = (el: GroupRoom, selector: string) =>
  waitUntil(() => query(el, selector), `shows ${selector}; it says: ${text(el)}`, {
    timeout: 4000,
  });

export function radio(el: GroupRoom, name: string, n: 0 | 1): HTMLInputElement {
  return [...el.renderRoot.querySelectorAll<HTMLInputElement>(`[name=${name}]`)][n]!;
}

export async function render(backend: Backend, meetingId?: string): Promise<GroupRoom> {
  return fixture<GroupRoom>(
    html`<group-room .backend=${backend} .meetingId=${meetingId}></group-room>`,
  );
}

/** An element at the door of a meeting, with a room that the test moves. */
export async function atTheDoor({
  meeting = aMeeting({ accepted: agreed }),
  services = {},
  session = aSession(),
}: {
  meeting?: Meeting;
  services?: Partial<MeetingService>;
  session?: Session;
} = {}) {
  const made = meetingBackend(
    [meeting, aMeeting({ id: 'group-2', title: { en: 'Next one' } })],
    services,
    session,
  );
  const el = await render(made.backend, meeting.id);
  const room = new FakeRoom();
  el.roomFactory = () => Promise.resolve(room);
  await shows(el, '[part=enter]');
  return { el, room, ...made };
}

/** The same, inside. */
export async function inTheRoom(options: Parameters<typeof atTheDoor>[0] = {}) {
  const scene = await atTheDoor(options);
  button(scene.el, 'Go in').click();
  await shows(scene.el, '.room');
  return scene;
}

/** When nothing is between one colour and the next: contrast is judged by where it ends. */
export async function still({ shadowRoot }: HTMLElement): Promise<void> {
  await Promise.allSettled(shadowRoot!.getAnimations().map(({ finished }) => finished));
}
