import { abortable } from '../../client/abortable.js';

/** What a test of the connection has shown. */
export interface NetworkResult {
  /**
   * `relay`: packets went out to the clinic's relay and back. `no-relay`: it has one, which was not
   * reached. `browser`: nothing is known but that this browser can make such connections.
   */
  readonly reached: 'relay' | 'no-relay' | 'browser';
  /** Milliseconds there and back by the relay, the median; and the share of packets lost, 0 to 1. */
  readonly roundTrip?: number;
  readonly lost?: number;
}

const CONNECT_MS = 6000;
const PINGS = 40;
const PING_MS = 50;
const LATE_MS = 500;

/**
 * Connects this page with itself, by the relay where there is one, and counts what comes back. Sends
 * nothing of the person, and nothing anywhere but to the servers handed in.
 * @throws when this browser makes no connection at all, or with the signal's reason
 */
export async function testNetwork(
  iceServers: RTCIceServer[],
  signal: AbortSignal,
): Promise<NetworkResult> {
  const relay = iceServers.some(({ urls }) => [urls].flat().some((url) => /^turns?:/.test(url)));
  if (relay) {
    const result = await loop({ iceServers, iceTransportPolicy: 'relay' }, signal).catch(() => {});
    if (result) return { reached: 'relay', ...result };
  }
  signal.throwIfAborted();
  // How fast a machine is to itself says nothing about the network.
  await loop({}, signal, 1);
  return { reached: relay ? 'no-relay' : 'browser' };
}

async function loop(
  configuration: RTCConfiguration,
  signal: AbortSignal,
  pings = PINGS,
): Promise<{ roundTrip: number; lost: number }> {
  signal.throwIfAborted();
  const [here, there] = [
    new RTCPeerConnection(configuration),
    new RTCPeerConnection(configuration),
  ];
  try {
    here.onicecandidate = ({ candidate }) => void there.addIceCandidate(candidate ?? undefined);
    there.onicecandidate = ({ candidate }) => void here.addIceCandidate(candidate ?? undefined);
    there.ondatachannel = ({ channel }) => {
      channel.onmessage = ({ data }) => channel.send(data as string);
    };
    // Like sound and picture: what is lost is not sent again.
    const channel = here.createDataChannel('', { ordered: false, maxRetransmits: 0 });
    await here.setLocalDescription();
    await there.setRemoteDescription(here.localDescription!);
    await there.setLocalDescription();
    await here.setRemoteDescription(there.localDescription!);
    await opened(channel, signal);
    return await ping(channel, pings, signal);
  } finally {
    here.close();
    there.close();
  }
}

async function ping(channel: RTCDataChannel, pings: number, signal: AbortSignal) {
  const times: number[] = [];
  const sent: number[] = [];
  channel.onmessage = ({ data }) =>
    times.push(performance.now() - (sent[Number(data)] ?? performance.now()));
  for (let n = 0; n < pings; n++) {
    sent.push(performance.now());
    channel.send(String(n));
    await wait(PING_MS, signal);
  }
  // The last ones are on their way.
  await wait(LATE_MS, signal);
  times.sort((a, b) => a - b);
  if (!times.length) throw new Error('Nothing came back');
  return { roundTrip: times[times.length >> 1] ?? 0, lost: 1 - times.length / pings };
}

const wait = (ms: number, signal: AbortSignal) =>
  abortable(new Promise<void>((resolve) => setTimeout(resolve, ms)), signal);

/** Resolves once data can be sent; rejects when that takes too long. */
function opened(channel: RTCDataChannel, signal: AbortSignal): Promise<void> {
  const open = new Promise<void>((resolve) => (channel.onopen = () => resolve()));
  const late = wait(CONNECT_MS, signal).then(() => Promise.reject(new Error('Took too long')));
  return Promise.race([open, late]);
}
