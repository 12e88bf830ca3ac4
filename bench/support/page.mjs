import { createServer } from 'node:http';
import { launchBrowser } from '../../scripts/browser.mjs';
import { bundle } from './bundle.mjs';

const types = { html: 'text/html', js: 'text/javascript', json: 'application/json' };

/**
 * Bundles `code`, serves it with `body` as a page of its own and opens that in Chromium, until the
 * network is at rest. `files` are the bundle's by name, `loaded` the names that the page fetched.
 */
export async function openPage({ code, body = '', viewport }) {
  const files = await bundle(code);
  files.set(
    'index.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
     <body>${body}<script type="module" src="page.js"></script></body></html>`,
  );
  const loaded = new Set();
  const server = createServer(({ url }, response) => {
    const name = url.split('?')[0].slice(1) || 'index.html';
    const type = types[name.split('.').at(-1)] ?? 'application/octet-stream';
    if (files.has(name)) loaded.add(name);
    response.writeHead(files.has(name) ? 200 : 404, { 'content-type': type });
    response.end(files.get(name));
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));

  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport });
  await page.goto(`http://localhost:${server.address().port}/`, { waitUntil: 'networkidle' });
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { page, files, loaded, close };
}
