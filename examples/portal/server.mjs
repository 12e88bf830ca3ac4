import { wayfellowToken } from '../server/tokens/node.mjs';

/** Who can sign in here, and as what. A real portal knows its own. */
const PEOPLE = {
  jordan: { role: 'participant', name: 'Jordan' },
  sam: { role: 'participant', name: 'Sam' },
  maya: { role: 'mentor', name: 'Maya' },
  luis: { role: 'facilitator', name: 'Luis' },
};

const API = '/peer-support';
const TOKENS = '/peer-support-token';

/**
 * What the portal's own server does for Wayfellow, here as a plugin of Vite: it passes the API's
 * requests on, so that all is one origin, and gives each page short-lived tokens for whoever is
 * signed in.
 *
 * A real portal looks at its session cookie. Here a page's address says who it is (`?as=maya`), so
 * that two tabs can be two people; hence this server is for this machine only.
 *
 * @param {{ url: string, clinicId: string, secret: string, startOver: () => Promise<void> }} clinic
 * @returns {import('vite').Plugin}
 */
export function portalServer({ url, clinicId, secret, startOver }) {
  return {
    name: 'portal-server',
    config: () => ({
      server: {
        proxy: { [`${API}/`]: { target: url, rewrite: (path) => path.slice(API.length) } },
      },
    }),
    configureServer({ middlewares }) {
      middlewares.use(TOKENS, (request, response, next) => {
        if (!isOwn(request)) return refuse(response);
        const personId = whoIn(request.url);
        wayfellowToken({ personId, clinicId, ...PEOPLE[personId] }, secret).then((token) => {
          response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
          response.end(token);
        }, next);
      });
      middlewares.use('/start-over', (request, response, next) => {
        if (!isOwn(request)) return refuse(response);
        startOver().then(() => response.writeHead(204).end(), next);
      });
    },
    transformIndexHtml: (html, { originalUrl = '/' }) =>
      html.replace(TOKENS, `${TOKENS}?as=${whoIn(originalUrl)}`),
  };
}

function whoIn(address) {
  const name = new URL(address, 'http://localhost').searchParams.get('as') ?? '';
  return Object.hasOwn(PEOPLE, name) ? name : 'jordan';
}

/** Asked by a page of this site, and not by another that is open in the same browser. */
const isOwn = ({ method, headers }) =>
  method === 'POST' && [undefined, 'same-origin'].includes(headers['sec-fetch-site']);

const refuse = (response) => response.writeHead(403).end();
