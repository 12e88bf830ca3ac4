import assert from 'node:assert/strict';

/**
 * Writes down everything that a page must not do: errors and warnings in the console, exceptions,
 * violations of its policy, requests to anybody else.
 *
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} origin
 */
export async function watch(context, origin) {
  const faults = [];
  const requests = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`exception: ${error.error().stack}`));
  context.on('request', (request) => {
    const url = request.url();
    // A page's icon is asked for whenever its title changes.
    if (/^(?:data|blob):/.test(url) || url.endsWith('/icon.svg')) return;
    requests.push(url);
    if (new URL(url).origin !== origin) faults.push(`request: ${url}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return {
    faults,
    requests,
    /** Fails when there was any; `allowed` are those that the test provokes. */
    assertNone(allowed = /^$/) {
      assert.deepEqual(
        faults.filter((fault) => !allowed.test(fault)),
        [],
      );
    },
  };
}
