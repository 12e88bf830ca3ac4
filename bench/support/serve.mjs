import { createServer } from 'node:http';
import { bundle } from './bundle.mjs';

/**
 * Bundles each piece of code and serves it as a page of its own, `address(name)`. A page's script
 * notes `window.began` before its first line.
 */
export async function serveBundles(codes) {
  const pages = new Map();
  for (const [name, code] of Object.entries(codes)) pages.set(name, await bundle(code));
  const server = createServer(({ url }, response) => {
    const [, name, file] = url.split('/');
    const source = pages.get(name)?.get(file);
    if (file === '') {
      response.setHeader('content-type', 'text/html');
      response.end(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><body><script type="module" src="page.js"></script>',
      );
    } else if (source) {
      response.setHeader('content-type', 'text/javascript');
      response.end(file === 'page.js' ? `window.began=performance.now();${source}` : source);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: (name) => `http://localhost:${server.address().port}/${name}/`,
    close: () => server.close(),
  };
}
