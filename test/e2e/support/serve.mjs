import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder as any file server would.
 *
 * @param {string} folder
 * @param {Record<string, (path: string) => string | undefined>} [answers] texts by the first part
 *   of the path, instead of a file
 */
export async function serve(folder, answers = {}) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const text = answers[path.split('/')[1]]?.(path);
    const asked = join(folder, path);
    const file =
      existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
    const type = types[extname(text === undefined ? file : path)] ?? 'application/octet-stream';
    if (text === undefined && !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
    if (text === undefined) createReadStream(file).pipe(response);
    else response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
