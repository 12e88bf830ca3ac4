import type { Backend } from '../../client/backend.js';

/** How the outbox of a provider is made. */
export interface KeptBackendOptions {
  /** Of its database: what waits for one server is not for another. */
  readonly name: string;
  /** Who is signed in, where the page knows. */
  readonly personId: () => string | undefined;
  /** Whether whoever was here last is believed to be here still. */
  readonly rememberPerson: boolean;
}

/** A backend whose outbox was made here. */
export type KeptBackend = Awaited<ReturnType<typeof keptBackend>>;

/** The backend with an outbox before it, both fetched side by side. */
export async function keptBackend(
  load: () => Promise<Backend> | Backend,
  options: KeptBackendOptions,
) {
  const [backend, { withOutbox }] = await Promise.all([
    load(),
    import('../../client/outbox/with-outbox.js'),
  ]);
  return withOutbox(backend, options);
}

/** Lets go of the outbox once it has sent what it can. What lies only in memory is waited for. */
export async function letGo({ outbox, durable }: KeptBackend): Promise<void> {
  await outbox.flush();
  if (outbox.state.waiting && !(await durable))
    await new Promise<void>((resolve) =>
      outbox.subscribe(({ waiting }) => {
        if (!waiting) resolve();
      }),
    );
  await outbox.close();
}
