import type { MentorshipProvider } from 'wayfellow';
import { EmbeddedBackend } from 'wayfellow/backends/embedded';
import type { Demo } from './demo-bar.js';

const networks: Record<string, Pick<EmbeddedBackend, 'latency' | 'failures'>> = {
  fine: { latency: 0, failures: undefined },
  slow: { latency: [900, 2400], failures: undefined },
  flaky: { latency: 200, failures: { rate: 1 / 3 } },
  down: { latency: 200, failures: {} },
};

/** The demonstration without a server: a clinic that lives in this browser. */
export function embeddedDemo(provider: MentorshipProvider): Demo {
  const backend = new EmbeddedBackend();
  return {
    hasNetworks: true,
    apply({ as, network }) {
      backend.setPersona(as);
      Object.assign(backend, networks[network]);
      provider.backend = backend;
    },
    async startOver() {
      await backend.reset();
      location.reload();
    },
  };
}
