import { CrisisResources } from './crisis-resources.js';

// The types of its events, for who imports no more than this.
export type * from './crisis-resources.events.js';
export type * from '../shared/shared.events.js';

CrisisResources.define();

declare global {
  interface HTMLElementTagNameMap {
    'crisis-resources': CrisisResources;
  }
}
