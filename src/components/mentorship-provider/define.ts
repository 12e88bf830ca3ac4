import { MentorshipProvider } from './mentorship-provider.js';

MentorshipProvider.define();

declare global {
  interface HTMLElementTagNameMap {
    'mentorship-provider': MentorshipProvider;
  }
}
