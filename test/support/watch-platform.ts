/** Counts what a room takes from the platform, to see that it gives it back. */
export interface WatchedPlatform {
  readonly connections: RTCPeerConnection[];
  readonly channels: BroadcastChannel[];
  counts(): Record<string, number>;
  /** The n-th channel says nothing, like a frozen tab's; returns its waking. */
  mute(channel: number): () => void;
  restore(): void;
}

export function watchPlatform(): WatchedPlatform {
  const original = {
    RTCPeerConnection: window.RTCPeerConnection,
    BroadcastChannel: window.BroadcastChannel,
    AudioContext: window.AudioContext,
    setInterval: window.setInterval,
    clearInterval: window.clearInterval,
    addEventListener: window.addEventListener,
    removeEventListener: window.removeEventListener,
  };
  const connections: RTCPeerConnection[] = [];
  const channels: BroadcastChannel[] = [];
  const open = new Set<BroadcastChannel>();
  const contexts: AudioContext[] = [];
  const intervals = new Set<unknown>();
  let pageListeners = 0;
  const muted = new Set<BroadcastChannel>();

  class Connection extends original.RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
    }
  }
  class Channel extends original.BroadcastChannel {
    constructor(name: string) {
      super(name);
      channels.push(this);
      open.add(this);
    }
    override postMessage(message: unknown): void {
      if (!muted.has(this)) super.postMessage(message);
    }
    override close(): void {
      open.delete(this);
      super.close();
    }
  }
  class Context extends original.AudioContext {
    constructor() {
      super();
      contexts.push(this);
    }
  }
  Object.assign(window, {
    RTCPeerConnection: Connection,
    BroadcastChannel: Channel,
    AudioContext: Context,
    setInterval: (...args: Parameters<typeof window.setInterval>) => {
      const id = original.setInterval.apply(window, args);
      intervals.add(id);
      return id;
    },
    clearInterval: (id: Parameters<typeof window.clearInterval>[0]) => {
      intervals.delete(id);
      original.clearInterval.call(window, id);
    },
    addEventListener: (type: string, ...rest: [EventListener]) => {
      if (type === 'pagehide') pageListeners++;
      original.addEventListener.call(window, type, ...rest);
    },
    removeEventListener: (type: string, ...rest: [EventListener]) => {
      if (type === 'pagehide') pageListeners--;
      original.removeEventListener.call(window, type, ...rest);
    },
  });

  return {
    connections,
    channels,
    counts: () => ({
      connections: connections.filter((c) => c.signalingState !== 'closed').length,
      channels: open.size,
      audioContexts: contexts.filter((c) => c.state !== 'closed').length,
      intervals: intervals.size,
      pageListeners,
    }),
    mute: (index) => {
      const channel = channels[index];
      if (channel) muted.add(channel);
      return () => muted.clear();
    },
    restore: () => void Object.assign(window, original),
  };
}
