import { BackendError } from '../../client/errors.js';

/**
 * Tokens from an address of the page's own origin, which knows the person by the portal's session.
 * It is asked by POST and answers with the token as text; 204, 401 and 403 mean that nobody is
 * signed in. The first token is on its way before anybody asks for it.
 */
export function tokenEndpoint(address: string): () => Promise<string | null> {
  let early: Promise<string | null> | undefined = ask(address);
  // Whoever asks for it gets the failure.
  early.catch(() => {});
  return () => {
    const token = early ?? ask(address);
    early = undefined;
    return token;
  };
}

async function ask(address: string): Promise<string | null> {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    redirect: 'error',
    cache: 'no-store',
  });
  if ([204, 401, 403].includes(response.status)) return null;
  if (!response.ok) throw new BackendError('unavailable', { detail: 'token-endpoint' });
  return (await response.text()).trim() || null;
}
