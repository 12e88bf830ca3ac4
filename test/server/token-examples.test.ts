import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jwtAuthenticator } from '../../examples/server/src/http/jwt-authenticator.js';
// @ts-expect-error It is JavaScript, as a portal's server may be.
import { wayfellowToken } from '../../examples/server/tokens/node.mjs';

const secret = 'a secret of at least thirty-two bytes';
const sign = wayfellowToken as (person: object, secret: string) => Promise<string>;

describe('the examples of tokens', () => {
  it('in Node makes one that the server takes', async () => {
    const person = { personId: 'p-1', clinicId: 'c-1', role: 'mentor', name: 'Maya' };
    const options = { issuer: 'https://portal.example', audience: 'wayfellow', secret };
    const identity = await jwtAuthenticator(options)(await sign(person, secret));
    expect(identity.principal).toEqual({
      tenantId: 'c-1',
      personId: 'p-1',
      roles: ['mentor'],
      displayName: 'Maya',
    });
    expect(identity.expiresAt - Date.now()).toBeLessThan(6 * 60_000);
  });

  it('have the same claims in every language', () => {
    const folder = 'examples/server/tokens';
    const files = readdirSync(folder);
    expect(files).toHaveLength(5);
    for (const file of files) {
      const code = readFileSync(`${folder}/${file}`, 'utf8');
      expect(code, file).toContain('https://portal.example');
      for (const claim of [
        /tenant/,
        /roles/,
        /name/,
        /jti|JWTId/i,
        /300|5 minutes|AddMinutes\(5\)/,
      ])
        expect(code, file).toMatch(claim);
    }
  });
});
