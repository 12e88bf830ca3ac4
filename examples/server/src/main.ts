import { readConfiguration } from './configuration.js';
import { start } from './start.js';

const server = await start(readConfiguration(process.env));
console.log(JSON.stringify({ level: 'info', event: 'listening', url: server.url }));
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => void server.close());
