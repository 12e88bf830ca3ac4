import { MentorshipProvider } from './mentorship-provider.js';

// The types of its events, for who imports no more than this.
export type * from './mentorship-provider.events.js';
export type * from '../shared/shared.events.js';

MentorshipProvider.define();

declare global {
  interface HTMLElementTagNameMap {
    'mentorship-provider': MentorshipProvider;
  }
}
