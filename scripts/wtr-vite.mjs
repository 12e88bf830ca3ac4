import { createServer } from 'vite';

const SOCKET = '__web-dev-server__web-socket.js';

/**
 * Lets Web Test Runner serve everything but its own pages through Vite, so that tests see what
 * the builds see: the same TypeScript, CommonJS dependencies, JSON, stories.
 */
export async function viteMiddleware(config = {}) {
  const vite = await createServer({
    configFile: false,
    logLevel: 'warn',
    appType: 'custom',
    // Apart from the portal's, which would otherwise undo it.
    cacheDir: 'node_modules/.vite/tests',
    ...config,
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    plugins: [socket, ...(config.plugins ?? [])],
  });
  const middleware = (ctx, next) => {
    if (ctx.path === '/' || ctx.path.startsWith('/__web-')) return next();
    return new Promise((resolve, reject) => {
      ctx.respond = false;
      ctx.res.statusCode = 200;
      ctx.res.once('close', resolve);
      vite.middlewares(ctx.req, ctx.res, (error) => {
        ctx.respond = true;
        if (error) reject(error);
        else next().then(resolve, reject);
      });
    });
  };
  return { middleware, plugin: { name: 'vite', serverStop: () => vite.close() } };
}

/** The runner's own socket is not Vite's to bundle. */
const socket = {
  name: 'wtr-socket',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith(SOCKET) ? { id: `/${SOCKET}`, external: true } : undefined),
};
