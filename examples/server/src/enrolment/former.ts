import { Profile, type Collection } from '../../../../src/client/backends/embedded/collections.js';

/**
 * Who was taken out: no longer somebody whom the server answers, and still who wrote what is kept
 * under their id. The id stays theirs, in the role that they had.
 */
export const former: Collection<Profile> = {
  name: 'former',
  schema: Profile,
  id: ({ id }) => id,
  order: () => [],
};
