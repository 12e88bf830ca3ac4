import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();

// Only now, because Vite is one of the dependencies.
const { servePortal } = await import('./portal.mjs');
const { url } = await servePortal({ port: Number(process.env.PORT) || 5173 });
console.log(`\n  The example portal: ${url}\n\n  Ctrl+C stops it.\n`);
