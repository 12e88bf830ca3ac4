import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import * as z from 'zod/mini';
import { BackendError } from '../../../../src/client/errors.js';
import { Id } from '../../../../src/client/model/id.js';
import { Role } from '../../../../src/client/model/person.js';
import type { Authenticate, Identity } from './identity.js';
import { remembered } from './remembered.js';

/** How tokens are verified: by keys that the portal publishes, or by a secret shared with it. */
export type JwtOptions = {
  /** `iss` of the tokens. */
  readonly issuer: string;
  /** `aud` of the tokens. */
  readonly audience: string;
  /** Seconds that clocks may differ by. Default 30. */
  readonly clockTolerance?: number;
} & (
  | { readonly jwks: URL | JSONWebKeySet; readonly secret?: undefined }
  | { readonly secret: string; readonly jwks?: undefined }
);

const Claims = z.object({
  sub: Id,
  exp: z.number(),
  jti: z.optional(z.string()),
  tenant: Id,
  roles: z.array(Role).check(z.minLength(1)),
  admin: z.optional(z.boolean()),
  name: z.optional(z.string().check(z.maxLength(200))),
});

/** RFC 7518, section 3.2: a key as long as the hash, at least. */
const LEAST_SECRET_BYTES = 32;

/**
 * Verifies JWTs (RFC 7519) with the claims `sub`, `tenant`, `roles`, `exp`, `iss`, `aud`, and
 * `name`, `admin` and `jti` if there.
 * @throws {RangeError} for a secret that is too short
 */
export function jwtAuthenticator(options: JwtOptions): Authenticate {
  const { issuer, audience, clockTolerance = 30 } = options;
  const required: JWTVerifyOptions = {
    ...{ issuer, audience, clockTolerance },
    requiredClaims: ['sub', 'exp', 'tenant', 'roles'],
  };
  const verify = verifierOf(options, required);
  const authenticate: Authenticate = async (token) => {
    try {
      return identityOf(await verify(token), token, clockTolerance);
    } catch (cause) {
      throw new BackendError(isRefusal(cause) ? 'unauthorized' : 'unavailable', { cause });
    }
  };
  return remembered(authenticate, undefined, options.secret === undefined ? undefined : Infinity);
}

function verifierOf({ secret, jwks }: JwtOptions, required: JWTVerifyOptions) {
  if (secret !== undefined) {
    const key = new TextEncoder().encode(secret);
    if (key.length < LEAST_SECRET_BYTES)
      throw new RangeError(`The secret needs at least ${LEAST_SECRET_BYTES} bytes`);
    const algorithms = ['HS256', 'HS384', 'HS512'];
    return async (token: string) =>
      (await jwtVerify(token, key, { ...required, algorithms })).payload;
  }
  const keys: JWTVerifyGetKey =
    jwks instanceof URL ? createRemoteJWKSet(jwks) : createLocalJWKSet(jwks);
  // Public keys only: a token that names one of them as an HMAC secret is refused (RFC 8725, 2.1).
  const algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
  return async (token: string) =>
    (await jwtVerify(token, keys, { ...required, algorithms })).payload;
}

function identityOf(payload: JWTPayload, token: string, clockTolerance: number): Identity {
  const { success, data: claims } = Claims.safeParse(payload);
  if (!success) throw new BackendError('unauthorized', { detail: 'claims' });
  const { sub: personId, tenant: tenantId, roles, name } = claims;
  return {
    principal: {
      ...{ tenantId, personId, roles },
      ...(name ? { displayName: name } : {}),
      ...(claims.admin ? { isAdmin: true } : {}),
    },
    tokenId: claims.jti
      ? `${tenantId} ${claims.jti}`
      : createHash('sha256').update(token).digest('base64url'),
    expiresAt: (claims.exp + clockTolerance) * 1000,
  };
}

/** The token is bad, rather than the way to the keys. */
function isRefusal(error: unknown): boolean {
  return (
    (error instanceof BackendError && error.code === 'unauthorized') ||
    error instanceof errors.JWTExpired ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported
  );
}
