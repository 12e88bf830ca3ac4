import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { jwtAuthenticator } from '../../examples/server/src/http/jwt-authenticator.js';
import { ClinicServer, tokenFor } from './support/clinic-server.js';

const { authenticate } = ClinicServer;
const refused = { code: 'unauthorized' };

describe('a token signed with the shared secret', () => {
  it('says who, where and as what', async () => {
    const token = await tokenFor('p-1', { name: 'Jordan', jti: 'j-1', expiresIn: 60 });
    const identity = await authenticate(token);
    expect(identity.principal).toEqual({
      tenantId: 'clinic',
      personId: 'p-1',
      roles: ['participant'],
      displayName: 'Jordan',
    });
    // 30 seconds more, for clocks that differ.
    expect(identity.expiresAt / 1000 - Date.now() / 1000).toBeCloseTo(90, -1);
    expect(identity.tokenId).toContain('j-1');
  });

  it('is told from another of the same person, also without an id of its own', async () => {
    const [one, two] = await Promise.all(
      [61, 62].map(async (expiresIn) =>
        authenticate(await tokenFor('p-1', { jti: undefined, expiresIn })),
      ),
    );
    expect(one?.tokenId).not.toBe(two?.tokenId);
  });

  it('may be as late as clocks differ, and no later', async () => {
    await authenticate(await tokenFor('p-1', { expiresIn: -20 }));
    await expect(authenticate(await tokenFor('p-1', { expiresIn: -40 }))).rejects.toMatchObject(
      refused,
    );
  });

  it('is refused when anything about it is not right', async () => {
    const good = await tokenFor('p-1');
    const [head = '', body = '', signature = ''] = good.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const changed = Buffer.from(body, 'base64url').toString().replace('p-1', 'p-2');
    const bad = [
      '',
      'x',
      `${head}.${body}.`,
      `${none}.${body}.`,
      `${none}.${body}.${signature}`,
      `${head}.${Buffer.from(changed).toString('base64url')}.${signature}`,
      await tokenFor('p-1', { secret: 'another secret, just as long as the right one' }),
      await tokenFor('p-1', { audience: 'another' }),
      await tokenFor('p-1', { issuer: 'https://elsewhere.example' }),
      await tokenFor('p-1', { roles: [] }),
      await tokenFor('p-1', { roles: ['admin'] }),
      await tokenFor('p-1', { tenant: '' }),
      await tokenFor('', {}),
      await tokenFor('p-1', { nbf: Math.floor(Date.now() / 1000) + 3600 }),
    ];
    for (const token of bad)
      await expect(authenticate(token), token).rejects.toMatchObject(refused);
  });

  it('needs a secret that cannot be guessed', () => {
    const options = { issuer: 'i', audience: 'a', secret: 'short' };
    expect(() => jwtAuthenticator(options)).toThrow(RangeError);
  });
});

describe('a token signed with a key that the portal publishes', () => {
  let privateKey: CryptoKey;
  let publicKey: CryptoKey;
  const required = { issuer: 'https://portal.example', audience: 'wayfellow' };
  const signed = (alg: string, key: CryptoKey | Uint8Array, kid = 'k-1') =>
    new SignJWT({ tenant: 'clinic', roles: ['mentor'] })
      .setProtectedHeader({ alg, kid })
      .setSubject('m-1')
      .setIssuer(required.issuer)
      .setAudience(required.audience)
      .setExpirationTime('1m')
      .sign(key);
  const jwks = async () => ({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k-1' }] });

  beforeAll(async () => {
    ({ privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true }));
  });

  it('is taken, and one signed with another key is not', async () => {
    const verify = jwtAuthenticator({ ...required, jwks: await jwks() });
    const { principal } = await verify(await signed('ES256', privateKey));
    expect(principal.personId).toBe('m-1');
    const other = await generateKeyPair('ES256');
    await expect(verify(await signed('ES256', other.privateKey))).rejects.toMatchObject(refused);
    await expect(verify(await signed('ES256', privateKey, 'k-2'))).rejects.toMatchObject(refused);
  });

  it('is not taken when the public key was used as a secret', async () => {
    const verify = jwtAuthenticator({ ...required, jwks: await jwks() });
    const secret = new TextEncoder().encode(await exportSPKI(publicKey));
    await expect(verify(await signed('HS256', secret))).rejects.toMatchObject(refused);
  });

  it('cannot be verified while the keys cannot be had, which is nobody’s fault', async () => {
    let keys: object | null = null;
    const portal = createServer((_request, response) =>
      keys
        ? response.setHeader('content-type', 'application/json').end(JSON.stringify(keys))
        : response.writeHead(503).end(),
    );
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
    const { port } = portal.address() as AddressInfo;
    const verify = jwtAuthenticator({ ...required, jwks: new URL(`http://127.0.0.1:${port}/`) });
    const token = await signed('ES256', privateKey);
    await expect(verify(token)).rejects.toMatchObject({ code: 'unavailable' });
    keys = await jwks();
    expect((await verify(token)).principal.roles).toEqual(['mentor']);
    portal.closeAllConnections();
    portal.close();
  });
});
