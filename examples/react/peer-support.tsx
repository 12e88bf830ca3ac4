// React 19 sets properties and listens to events of custom elements by itself.
import 'wayfellow/define';
import type {} from 'wayfellow/react';
import { EmbeddedBackend } from 'wayfellow/backends/embedded';
import { useState } from 'react';

const backend = new EmbeddedBackend();

export function PeerSupport({ mentorId }: { mentorId: string }) {
  const [problem, setProblem] = useState<string>();
  return (
    <mentorship-provider backend={backend} density="compact">
      <mentor-card mentorId={mentorId} onwf-error={(event) => setProblem(event.code)} />
      <checkin-form />
      {problem && <p role="status">Some of this page is not up to date ({problem}).</p>}
    </mentorship-provider>
  );
}
