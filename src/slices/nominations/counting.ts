/** What eligibility rules know of nominations: how many confirmed ones an entry came from, with all that were merged. Loading this signs it up. */
import { letCountNominations } from '#slices/entries/index.ts';
import { nominationClock } from './clock.ts';

letCountNominations(async (ctx, edition, entry) => {
  if ((await nominationClock(ctx, edition)) === undefined) return undefined;
  const row = await ctx.db
    .selectFrom('nominees')
    .select(['by_self', 'by_peers', 'by_customers'])
    .where('organisation_id', '=', ctx.organisation)
    .where('entry_id', '=', entry)
    .executeTakeFirst();
  const { by_self: self, by_peers: peer, by_customers: customer } = row ?? { by_self: 0, by_peers: 0, by_customers: 0 };
  return {
    'nominations.all': self + peer + customer,
    'nominations.self': self,
    'nominations.peer': peer,
    'nominations.customer': customer,
  };
});
