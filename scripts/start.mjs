import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';

/**
 * `npm start`: the example portal in front of the reference server, on a database in a folder.
 * `npm start -- --embedded`: the portal alone, with the clinic in the browser.
 */
ensureDependencies();

// Only now, because Vite is one of the dependencies.
const { servePortal } = await import('./portal.mjs');
const clinic = process.argv.includes('--embedded') ? undefined : await openClinic();
const portal = await servePortal({ port: Number(process.env.PORT) || 5173, clinic });
console.log(
  `\n  The example portal: ${portal.url}  (for development only: anybody may be anybody)\n`,
);
if (clinic)
  console.log(
    `  A participant:  ${portal.url}?as=jordan\n` +
      `  Their mentor:   ${portal.url}?as=maya\n` +
      `  The server:     ${clinic.url} (its API: ${clinic.url}/openapi.json)\n`,
  );
console.log('  Ctrl+C stops it.\n');

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    void Promise.all([portal.close(), clinic?.close()]).then(() => process.exit());
  });

async function openClinic() {
  const { openClinic } = await import('./clinic.mjs');
  const folder = fileURLToPath(new URL('../examples/server/data', import.meta.url));
  console.log('Starting the server; the first time it fills its database …');
  return openClinic({ dataFolder: process.env.DATA_FOLDER || folder });
}
