import type { DailyCall } from '@daily-co/daily-js';
import { abortable } from '../../abortable.js';
import type { Lobby } from '../doorway.js';
import { RoomError, type DoorPerson } from '../video-room.js';

/** Whether this person is in Daily's lobby: without a token, in a room where people knock. */
export function isInLobby(call: DailyCall): boolean {
  const { access } = call.accessState();
  return typeof access === 'object' && access.level === 'lobby';
}

/** Knocks, and resolves once an owner has let the person in. @throws {RoomError} `declined` */
export async function knock(call: DailyCall, name: string, signal: AbortSignal): Promise<void> {
  const { granted } = await abortable(call.requestAccess({ name }), signal);
  if (!granted) throw new RoomError('declined');
}

/** Who knocks at a room of Daily's. Daily tells the owners alone, and lets nobody else decide. */
export class Knocking implements Lobby {
  waiting: readonly DoorPerson[] = [];
  readonly #call: DailyCall;

  constructor(call: DailyCall, onChange: () => void) {
    this.#call = call;
    const update = () => {
      const people = Object.values(call.waitingParticipants());
      this.waiting = people.map(({ id, name }) => ({ id, name }));
      onChange();
    };
    call
      .on('waiting-participant-added', update)
      .on('waiting-participant-updated', update)
      .on('waiting-participant-removed', update);
  }

  /** @throws {RoomError} */
  async answer(ids: readonly string[], grantRequestedAccess: boolean): Promise<void> {
    const updates = Object.fromEntries(ids.map((id) => [id, { grantRequestedAccess }]));
    try {
      await this.#call.updateWaitingParticipants(updates);
    } catch (cause) {
      throw new RoomError('connection-lost', { cause });
    }
  }
}
