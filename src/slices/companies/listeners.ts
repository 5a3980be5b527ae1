/** What companies do about what earlier slices tell. */
import { listen } from '#platform/tell.server.ts';
import { forgetPerson } from './people.ts';

listen('people.person-erased', async (ctx, { about, body }) => {
  if (about !== undefined) await forgetPerson(ctx, about, typeof body.reason === 'string' ? body.reason : '');
});
