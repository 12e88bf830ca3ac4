/** Whom a record is about, as far as it says so; null for what is the clinic's. */
export function ownerOf(
  kind: string,
  id: string,
  value: unknown,
  writerId: string | null,
): string | null {
  const of = value as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'person':
    case 'former':
    case 'mentor':
      return id;
    case 'pairing':
      return (of.participant as { id: string }).id;
    case 'grant':
      return of.grantorId as string;
    case 'message':
      return (of.from as { id: string }).id;
    case 'answer':
    case 'acceptance':
    case 'attendance':
      // Everybody writes these for themselves alone.
      return writerId;
    default:
      return typeof of.personId === 'string' ? of.personId : null;
  }
}
