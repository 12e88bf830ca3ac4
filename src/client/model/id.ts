import * as z from 'zod/mini';

/** An opaque identifier given by the backend. Never shown, never parsed. */
export const Id = z.string().check(z.minLength(1), z.maxLength(256));
