/** What a merge would do, for whoever asked for it and holds the link. */
import { problem } from '#core/problems/problem.ts';
import { type ProblemView, problemView } from '#http/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import { type Counted, mergingOf } from '#platform/privacy/holders.ts';
import { hashToken } from '#platform/tokens.server.ts';
import { hasFactor } from '../factors/views.ts';
import { findPerson } from '../store.ts';
import { markOf, placesOf } from './merging.ts';

export type MergePreview = {
  readonly from: string;
  readonly into: string;
  readonly moves: readonly Counted[];
  readonly blocks: readonly ProblemView[];
  /** Whether the other account asks for its second factor. */
  readonly code: boolean;
  readonly shown: string;
};

/** @throws Problem where the link is over, of somebody else, or leads to no other account */
export async function mergePreview(ctx: Ctx, token: string): Promise<MergePreview> {
  const link = await ctx.db
    .selectFrom('directory.links as l')
    .innerJoin('directory.people as p', 'p.id', 'l.person_id')
    .select(['l.email', 'l.person_id as person', 'l.used_at', 'l.expires_at', 'p.email as own'])
    .where('l.token_hash', '=', hashToken(token))
    .where('l.purpose', '=', 'merge')
    .executeTakeFirst();
  const into = personOf(ctx);
  if (into === undefined) throw problem('general.sign-in-needed');
  // Somebody else's link is none: only who asked may look.
  if (!link?.email || link.person !== into) throw problem('general.not-found');
  if (link.used_at !== null || link.expires_at <= ctx.now) throw problem('privacy.merge-link-over');
  const other = await findPerson(ctx, link.email);
  if (!other || other.id === into) throw problem('privacy.merge-one-account');
  const pair = { from: other.id, into };
  const all = [];
  for (const organisation of await placesOf(ctx, pair))
    all.push(await snapshot({ ...ctx, organisation }, ['ballots', 'decisions'], (inside) => mergingOf(inside, pair)));
  const moves = Map.groupBy(
    all.flatMap((one) => one.moves),
    ({ what }) => what,
  );
  return {
    from: other.email,
    into: link.own ?? '',
    moves: [...moves].map(([what, of]) => ({ what, count: of.reduce((sum, { count }) => sum + count, 0) })),
    blocks: all.flatMap(({ blocks }) => blocks).map((block) => problemView(block, ctx.language)),
    code: await hasFactor(ctx, other.id),
    shown: markOf(pair, all),
  };
}
