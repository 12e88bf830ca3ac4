import { SignJWT } from 'jose';

/** A token for the person who is signed in to the portal. Send it to that person's page alone. */
export function wayfellowToken({ personId, clinicId, role, name }, secret) {
  return new SignJWT({ tenant: clinicId, roles: [role], name, jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('https://portal.example')
    .setAudience('wayfellow')
    .setSubject(personId)
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .sign(new TextEncoder().encode(secret));
}
