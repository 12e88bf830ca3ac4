import { CrisisResources } from './crisis-resources.js';

CrisisResources.define();

declare global {
  interface HTMLElementTagNameMap {
    'crisis-resources': CrisisResources;
  }
}
