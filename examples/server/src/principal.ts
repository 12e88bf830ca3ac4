/** Who a request is made by, as its token says: one person of one clinic. */
export interface Principal {
  readonly tenantId: string;
  readonly personId: string;
  readonly roles: readonly ('participant' | 'mentor' | 'facilitator' | 'clinician')[];
  readonly displayName?: string;
}
