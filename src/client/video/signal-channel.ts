/**
 * Carries small JSON messages between the people of one room. What one person sends arrives in the
 * order in which it was sent.
 */
export interface SignalChannel {
  /** This end's address: random, and only good within this channel. */
  readonly id: string;
  /** Sends to one person, or to everyone else when `to` is absent. */
  send(message: unknown, to?: string): void;
  /**
   * Calls `onMessage` for messages to this person or to everyone, with whether a host of the room sent
   * them, and what their sender is called within it, as whoever carries them knows it (never as the
   * sender says); `onGone` when somebody who was heard of has said goodbye or has been silent for
   * some seconds; and `onEnd` when this person is no longer let in; returns their end.
   */
  subscribe(
    onMessage: (message: unknown, from: string, host?: boolean, guest?: string) => void,
    onGone?: (id: string) => void,
    /** `why` is the rule that shut them out, as in `sessions.access`. */
    onEnd?: (why: string | undefined) => void,
  ): () => void;
  close(): void;
}
