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
   * them as whoever carries them knows it (never as the sender says); and `onGone` when somebody who
   * was heard of has said goodbye or has been silent for some seconds; returns their end.
   */
  subscribe(
    onMessage: (message: unknown, from: string, host?: boolean) => void,
    onGone?: (id: string) => void,
  ): () => void;
  close(): void;
}
