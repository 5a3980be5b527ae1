/** What erasing a person does to what they were sending: it is over at once. Their bytes go with the sweep of what nobody awaits. Merged, it goes on. */
import { listen } from '#platform/tell.server.ts';
import { accountsMerged, marksOf } from '#slices/people/index.ts';
import { deleteUploadsOf, moveUploads } from '../store.ts';

listen('people.person-erased', async (ctx, { about }) => {
  if (about !== undefined) await deleteUploadsOf(ctx, (await marksOf(ctx, about)).ids);
});

accountsMerged((ctx, { from, into }) => moveUploads(ctx, from, into));
