import type { MentorshipProvider } from 'wayfellow';
import type { Backend, BackendServices } from 'wayfellow/client';

/** A backend that offers everything, as the portal's own lists and dialogs need it. */
export type Clinic = Backend & {
  readonly [S in keyof BackendServices]-?: NonNullable<BackendServices[S]>;
};

/** The backend that the elements use, once somebody is known to be signed in. */
export const clinicOf = (provider: MentorshipProvider) => provider.connectedBackend as Clinic;
