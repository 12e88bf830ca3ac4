import * as z from 'zod/mini';

/** The services that a server offers, `GET /v1`. It needs no token. */
export const CAPABILITIES_PATH = '/v1';

/** Names that a later version may add are strings to this one, so it can leave them out. */
export const Capabilities = z.object({ version: z.string(), services: z.array(z.string()) });
export type Capabilities = z.infer<typeof Capabilities>;
