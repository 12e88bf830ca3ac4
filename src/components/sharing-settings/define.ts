import { SharingSettings } from './sharing-settings.js';

// The types of its events, for who imports no more than this.
export type * from './sharing-settings.events.js';
export type * from '../shared/shared.events.js';
export type * from '../shared/help/help.events.js';

SharingSettings.define();

declare global {
  interface HTMLElementTagNameMap {
    'sharing-settings': SharingSettings;
  }
}
