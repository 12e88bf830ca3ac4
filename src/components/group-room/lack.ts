/**
 * What keeps a page from being a place for video: a browser without WebRTC, an address that is not
 * secure, or a policy (its own, or the frame's around it) that lets no device in.
 */
export type Lack = 'webrtc' | 'insecure' | 'policy';

/** Undefined when nothing is lacking. Asks nobody and opens nothing. */
export function lack(): Lack | undefined {
  if (typeof RTCPeerConnection === 'undefined') return 'webrtc';
  if (!isSecureContext) return 'insecure';
  // Only Chromium tells; elsewhere it shows when a device is turned on.
  const { featurePolicy } = document as {
    featurePolicy?: { allowsFeature(name: string): boolean };
  };
  const allowed = (device: string) => featurePolicy?.allowsFeature(device) ?? true;
  return allowed('microphone') || allowed('camera') ? undefined : 'policy';
}
