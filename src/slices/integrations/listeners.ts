/** What integrations do about what earlier slices tell. */
import { listen } from '#platform/tell.server.ts';
import { deleteKeysOf } from './keys/key-store.ts';

listen('people.person-erased', async (ctx, { about }) => {
  if (about !== undefined) await deleteKeysOf(ctx, about);
});
