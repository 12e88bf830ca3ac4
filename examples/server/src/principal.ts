/** Who a request is made by, as its token says: one person of one clinic. */
export interface Principal {
  readonly tenantId: string;
  readonly personId: string;
  readonly roles: readonly ('participant' | 'mentor' | 'facilitator' | 'clinician')[];
  readonly displayName?: string;
  /** Whether the portal says that they may enrol staff, and take staff out. */
  readonly isAdmin?: boolean;
}
