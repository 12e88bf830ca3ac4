import { text } from 'node:stream/consumers';
import { commands } from './commands.js';
import { readConfiguration, readPlace } from './configuration.js';
import { start } from './start.js';

const [name, ...args] = process.argv.slice(2);
if (name === undefined) await serve();
else await run(name);

async function serve(): Promise<void> {
  const server = await start(readConfiguration(process.env));
  console.log(JSON.stringify({ level: 'info', event: 'listening', url: server.url }));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void server.close());
}

async function run(command: string): Promise<void> {
  const known = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!known) throw new Error(`Commands: ${Object.keys(commands).join(', ')}; none: serve`);
  const input = command === 'enrol' ? await text(process.stdin) : '';
  console.log(await known(readPlace(process.env), args, input));
}
