/** What files take and move of a person; contents themselves are given by the slices whose rows refer to them. */
import { listen } from '#platform/tell.server.ts';
import { accountsMerged, marksOf } from '#slices/people/index.ts';
import { forgetUploads, moveUploads } from './privacy-store.ts';

listen('people.person-erased', async (ctx, { about }) => {
  if (about !== undefined) await forgetUploads(ctx, (await marksOf(ctx, about)).ids);
});

accountsMerged((ctx, { from, into }) => moveUploads(ctx, from, into));
