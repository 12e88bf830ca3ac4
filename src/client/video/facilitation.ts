import {
  ROOM_REMOVALS,
  RoomError,
  type RoomHost,
  type RoomRemoval,
  type RoomState,
  type SupportCall,
} from './video-room.js';

/** What a host asks of the others, and how a call for support reaches a host and is answered. */
export type HostNote =
  | { readonly kind: 'mute-everyone' | 'lower-hands' }
  | { readonly kind: 'remove'; readonly personId: string; readonly reason?: RoomRemoval }
  | { readonly kind: 'support' | 'support-received' | 'support-seen' };

export interface FacilitationOptions {
  state(): RoomState;
  /** Sends to one person, or to everybody else in the room. */
  send(note: HostNote, to?: string): void;
  onChange(): void;
  mute(): Promise<void>;
  lowerHand(): void;
  /** Ends this visit, because a host asked for it. */
  leave(error: RoomError): void;
  /** Shuts somebody out for good, where there is a door; before they are told. @throws {RoomError} */
  shutOut(personId: string, reason: RoomRemoval): Promise<void>;
  /** Makes sure of somebody else's removal, as far as this end can. */
  drop(personId: string): void;
}

/**
 * What hosts do in one visit, and the calls for support that reach them alone. Whether somebody is a
 * host is the transport's to know; what anybody else sends here is passed over.
 */
export class Facilitation {
  /** Whether a host has muted this person, who has not unmuted since. */
  muted = false;
  support: RoomState['support'];
  calls: readonly SupportCall[] = [];
  readonly #options: FacilitationOptions;

  constructor(options: FacilitationOptions) {
    this.#options = options;
  }

  readonly host: RoomHost = {
    muteEveryone: async () => this.#tell({ kind: 'mute-everyone' }),
    lowerHands: async () => {
      this.#tell({ kind: 'lower-hands' });
      this.#options.lowerHand();
    },
    remove: async (personId, reason) => {
      await this.#options.shutOut(personId, reason);
      // Why is for that person alone.
      this.#tell({ kind: 'remove', personId, reason }, personId);
      this.#tell({ kind: 'remove', personId });
      this.#options.drop(personId);
    },
    answer: async (personId) => {
      this.#tell({ kind: 'support-seen' }, personId);
      this.#setCalls(this.calls.filter((call) => call.personId !== personId));
    },
  };

  /** @throws {RoomError} when there is no way to the others now */
  askForSupport(): void {
    const hosts = this.#options.state().people.filter(({ host, self }) => host && !self);
    for (const { id } of hosts) this.#tell({ kind: 'support' }, id);
    this.#setSupport(hosts.length ? 'sent' : 'no-host');
  }

  /** Takes what somebody sent; what is none of this, or not theirs to send, is passed over. */
  receive(sent: unknown, personId: string): void {
    const { people } = this.#options.state();
    const from = people.find(({ id }) => id === personId);
    const note = readNote(sent);
    if (!from || !note) return;
    if (note.kind === 'support') {
      if (people[0]?.host) this.#take({ personId, name: from.name, at: Date.now() });
    } else if (from.host) this.#obey(note, people[0]?.id);
  }

  close(): void {
    this.muted = false;
    this.support = undefined;
    this.calls = [];
  }

  #obey(note: HostNote, selfId: string | undefined): void {
    switch (note.kind) {
      case 'mute-everyone':
        return void this.#mute();
      case 'lower-hands':
        return this.#options.lowerHand();
      case 'remove': {
        const { personId, reason } = note;
        if (personId !== selfId) return this.#options.drop(personId);
        return this.#options.leave(new RoomError('ejected', reason && { removal: reason }));
      }
      case 'support-received':
        // It may come after a faster `support-seen` of another host.
        return this.support === 'sent' ? this.#setSupport('received') : undefined;
      case 'support-seen':
        return this.support ? this.#setSupport('seen') : undefined;
    }
  }

  async #mute(): Promise<void> {
    if (!this.#options.state().people[0]?.microphone) return;
    await this.#options.mute();
    this.muted = true;
    this.#options.onChange();
  }

  #take(call: SupportCall): void {
    this.#setCalls([...this.calls.filter(({ personId }) => personId !== call.personId), call]);
    this.#tell({ kind: 'support-received' }, call.personId);
  }

  #tell(note: HostNote, to?: string): void {
    if (this.#options.state().connection !== 'joined') throw new RoomError('connection-lost');
    this.#options.send(note, to);
  }

  #setSupport(support: RoomState['support']): void {
    this.support = support;
    this.#options.onChange();
  }

  #setCalls(calls: readonly SupportCall[]): void {
    this.calls = calls;
    this.#options.onChange();
  }
}

const BARE = [
  'mute-everyone',
  'lower-hands',
  'support',
  'support-received',
  'support-seen',
] as const;

/** The note in what came; undefined when it is none. */
function readNote(sent: unknown): HostNote | undefined {
  if (typeof sent !== 'object' || !sent) return undefined;
  const { kind, personId, reason } = sent as Record<string, unknown>;
  if (kind === 'remove' && typeof personId === 'string') {
    const known = ROOM_REMOVALS.find((each) => each === reason);
    return { kind, personId, ...(known && { reason: known }) };
  }
  const bare = BARE.find((each) => each === kind);
  return bare && { kind: bare };
}
