import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { claimFolder } from './claim-folder.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Whom the example's tokens are from and what they are for, as `examples/server/tokens` has it. */
const ISSUER = 'https://portal.example';
const AUDIENCE = 'wayfellow';

/**
 * Runs the reference server from source, with a clinic of invented people in it. Without a folder
 * everything is in memory, and gone when it closes.
 *
 * @param {{ dataFolder?: string }} [place]
 */
export async function openClinic({ dataFolder } = {}) {
  const release = dataFolder ? claimFolder(dataFolder) : () => {};
  const clinicId = 'harbor';
  // Known to the two servers of this run, and to nobody else.
  const secret = randomBytes(32).toString('base64url');
  const vite = await createServer({
    ...{ root, configFile: false, logLevel: 'error', appType: 'custom' },
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { start } = await vite.ssrLoadModule('/examples/server/src/start.ts');
    const server = await start(
      {
        ...{ port: 0, hostname: '127.0.0.1', origins: [], sandboxTenant: clinicId },
        database: dataFolder ? { dataFolder: `${dataFolder}/database` } : {},
        jwt: { issuer: ISSUER, audience: AUDIENCE, secret },
      },
      { log: (entry) => entry.level === 'error' && console.error(JSON.stringify(entry)) },
    );
    const close = async () => {
      await server.close(500);
      await vite.close();
      release();
    };
    return { url: server.url, clinicId, secret, startOver: server.resetSandbox, close };
  } catch (error) {
    await vite.close();
    release();
    throw error;
  }
}
