import type { DailyWaitingParticipant } from '@daily-co/daily-js';
import type { Server } from './server.js';

type Tell = (event: { readonly action: string; readonly [field: string]: unknown }) => void;

/** Daily's lobby, from both sides: who knocks, and the owner who hears of it. */
export class Lobby {
  readonly #tell: Tell;
  readonly #waiting = new Map<string, DailyWaitingParticipant>();
  #answer: ((granted: boolean) => void) | undefined;
  #name = '';

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** Outside, not asking yet. */
  stay(): void {
    this.#tell({ action: 'access-state-updated', access: { level: 'lobby' } });
  }

  /** Resolves with an owner's answer. */
  knock(server: Server, name: string): Promise<boolean> {
    this.#name = name;
    server.send({ type: 'knock', name });
    return new Promise((resolve) => (this.#answer = resolve));
  }

  /** An owner has come, who has heard nothing yet. */
  knockAgain(server: Server): void {
    if (this.#answer) server.send({ type: 'knock', name: this.#name });
  }

  answered(granted: boolean): void {
    const access = { level: granted ? 'full' : 'lobby' };
    this.#tell({ action: 'access-state-updated', access });
    this.#answer?.(granted);
    this.#answer = undefined;
  }

  /** To the owner: somebody knocks. */
  asks(id: string, name: string): void {
    if (this.#waiting.has(id)) return;
    const participant = { id, name, awaitingAccess: { level: 'full' as const } };
    this.#waiting.set(id, participant);
    this.#tellOwner('waiting-participant-added', participant);
  }

  gone(id: string): void {
    const participant = this.#waiting.get(id);
    if (!this.#waiting.delete(id)) return;
    this.#tellOwner('waiting-participant-removed', participant);
  }

  #tellOwner(action: string, participant: DailyWaitingParticipant | undefined): void {
    const allWaitingParticipants = Object.fromEntries(this.#waiting);
    this.#tell({ action, participant, allWaitingParticipants });
  }
}
