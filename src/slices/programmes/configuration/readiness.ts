/** What is ready and what is missing before an edition opens, for its manager. */
import { readiness } from '#core/editions/readiness.ts';
import type { Ctx } from '#platform/context.ts';
import { countContents } from '../contents/views.ts';
import type { Edition } from '../edition.ts';
import { partsOf } from './read.ts';

/** Judges, and people asked to be one who have not answered. */
async function countJudges(ctx: Ctx, { programme }: Edition): Promise<number> {
  const roles = await ctx.db
    .selectFrom('programme_roles')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .where('role', '=', 'judge')
    .executeTakeFirstOrThrow();
  const asked = await ctx.db
    .selectFrom('invitations')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('organisation_id', '=', ctx.organisation)
    .where('programme_id', '=', programme)
    .where('role', '=', 'judge')
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(roles.n) + Number(asked.n);
}

/** With how many lines the category tree has, and the levels there are. Whoever calls has been let in to the edition. */
export async function readinessOf(ctx: Ctx, edition: Edition) {
  const parts = await partsOf(ctx, edition);
  const { criteria } = await countContents(ctx, edition.id);
  const programme = await ctx.db
    .selectFrom('programmes')
    .select(['strapline', 'summary'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', edition.programme)
    .executeTakeFirstOrThrow();
  const items = readiness(parts, { zone: edition.zone, criteria, judges: await countJudges(ctx, edition), programme });
  return { items, nodes: parts.categories.length, levels: parts.award.levels };
}
