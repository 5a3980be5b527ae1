/** What companies do about what earlier slices tell. */
import { listen } from '#platform/tell.server.ts';
import { marksOf } from '#slices/people/index.ts';

import { forgetPerson } from './people.ts';
import { forgetWritten } from './winners/store.ts';

listen('people.person-erased', async (ctx, { about, body }) => {
  if (about === undefined) return;
  await forgetWritten(ctx, await marksOf(ctx, about));
  await forgetPerson(ctx, about, typeof body.reason === 'string' ? body.reason : '');
});
