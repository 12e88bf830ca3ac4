// A portal with a bundler: import the elements that a page uses, and hand over a backend.
import 'wayfellow/elements/mentorship-provider';
import 'wayfellow/elements/checkin-form';
import 'wayfellow/elements/mentor-card';
import { EmbeddedBackend } from 'wayfellow/backends/embedded';

const provider = document.createElement('mentorship-provider');
provider.backend = new EmbeddedBackend();

const card = document.createElement('mentor-card');
card.mentorId = 'maya';

const form = document.createElement('checkin-form');

// Elements fail quietly for the person and tell the portal.
provider.addEventListener('wf-error', ({ code, detail }) =>
  console.warn('wayfellow', code, detail),
);
provider.addEventListener('wf-sign-in', () => location.assign('/sign-in'));

provider.append(form, card);
document.querySelector('main')?.append(provider);
