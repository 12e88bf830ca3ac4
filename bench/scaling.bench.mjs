import { join } from 'node:path';
import { importTypeScript } from './support/import-typescript.mjs';

/**
 * What the steps of docs/scaling.md hang on, on a PostgreSQL that waits for the disk at each commit.
 * Everything, the load and the database included, shares this machine's processors.
 */
export default async function bench() {
  const part = (name) => importTypeScript(join(import.meta.dirname, `support/${name}.ts`));
  const { PostgresCluster, measureServers } = await part('scaling-servers');
  const { measureDatabase } = await part('scaling-database');
  const cluster = await PostgresCluster.start({ durable: true });
  try {
    return [...(await measureServers(cluster)), ...(await measureDatabase(cluster))];
  } finally {
    await cluster.close();
  }
}
