/** Answers that fit the model. */
export const message = {
  id: 'm-1',
  pairingId: 'pair-1',
  kind: 'message',
  text: 'Hello',
  from: { id: 'p-1', name: 'Jordan', role: 'participant' },
  sentAt: '2026-05-06T15:00:00Z',
  kept: false,
} as const;

export const emptyPage = { items: [] };

export const session = {
  person: { id: 'p-1', name: 'Jordan', role: 'participant' },
  clinic: { id: 'clinic', name: 'Clinic' },
  timeZone: 'America/Chicago',
} as const;
