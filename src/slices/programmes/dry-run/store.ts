/** Every statement that writes or reads rows of dry runs. */
import { type Asked, askedShape } from '#core/dry-run/asked.ts';
import { type Plan, planShape } from '#core/dry-run/plan.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';

export type NewDryRun = {
  readonly id: string;
  readonly edition: EditionId;
  readonly version: number;
  readonly asked: Asked;
  readonly plan: Plan;
};

export async function insertDryRun(ctx: Ctx, { id, edition, version, asked, plan }: NewDryRun): Promise<void> {
  await ctx.db
    .insertInto('dry_runs')
    .values({
      organisation_id: ctx.organisation,
      id,
      edition_id: edition,
      version,
      asked: JSON.stringify(asked),
      plan: JSON.stringify(plan),
      asked_at: ctx.now,
    })
    .execute();
}

export type DryRunRow = {
  readonly id: string;
  readonly edition: EditionId;
  readonly version: number;
  readonly asked: Asked;
  readonly askedAt: Date;
};

function rows(ctx: Ctx) {
  return ctx.db
    .selectFrom('dry_runs')
    .select(['id', 'edition_id', 'version', 'asked', 'asked_at'])
    .where('organisation_id', '=', ctx.organisation);
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

const read = ({ id, edition_id: edition, version, asked, asked_at: askedAt }: Row): DryRunRow => {
  return { id, edition, version, asked: askedShape.parse(asked), askedAt };
};

export async function dryRunById(ctx: Ctx, id: string): Promise<DryRunRow | undefined> {
  const row = await rows(ctx).where('id', '=', id).executeTakeFirst();
  return row && read(row);
}

/** The newest first. */
export async function dryRunsOf(ctx: Ctx, edition: EditionId, limit: number): Promise<readonly DryRunRow[]> {
  const found = await rows(ctx).where('edition_id', '=', edition).orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return found.map(read);
}

export async function planOfDryRun(ctx: Ctx, id: string): Promise<Plan | undefined> {
  const row = await ctx.db
    .selectFrom('dry_runs')
    .select('plan')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && planShape.parse(row.plan);
}
