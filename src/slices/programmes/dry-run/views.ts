/** Dry runs as whoever runs the edition sees them. */
import { type DryRunResult, dryRunResult } from '#core/dry-run/outcome.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { type LongJobView, longJob } from '#slices/system/index.ts';
import { requireRelation } from '../access.ts';
import { partsOf } from '../configuration/read.ts';
import type { Edition } from '../edition.ts';
import { editionById } from '../edition.ts';
import { editionForManager } from '../views.ts';
import { type DryRunRow, dryRunById, dryRunsOf } from './store.ts';

/** How many earlier runs a page leads to. */
const shown = 8;

/** A run for whoever may see its edition. @throws Problem `general.not-found` for anybody else */
export async function dryRunJob(ctx: Ctx, id: string): Promise<LongJobView> {
  const run = await dryRunById(ctx, id);
  const edition = run && (await editionById(ctx, run.edition));
  if (!edition) throw problem('general.not-found');
  await requireRelation(ctx, edition.programme, ['manager', 'auditor']);
  const job = await longJob(ctx, id);
  if (!job) throw problem('general.not-found');
  return job;
}

async function toldRun(ctx: Ctx, { id, asked, askedAt, version }: DryRunRow, edition: Edition) {
  const { state, done, total, note, result: kept } = await dryRunJob(ctx, id);
  const result: DryRunResult | undefined = state === 'done' ? dryRunResult.parse(kept) : undefined;
  return {
    id,
    asked,
    askedAt: zonedText(askedAt.getTime(), edition.zone),
    changedSince: version !== edition.version,
    job: { state, done, total, note },
    result,
  };
}

/** The page of an edition's dry runs: one of them, the newest where none is named, and the others. */
export async function dryRunPage(ctx: Ctx, programme: string, slug: string, wanted: string | null) {
  const { edition, categories, mayChange } = await editionForManager(ctx, programme, slug);
  const runs = await dryRunsOf(ctx, edition.id, shown);
  const chosen = wanted === null ? runs[0] : runs.find(({ id }) => id === wanted);
  if (wanted !== null && !chosen) throw problem('general.not-found');
  const { award } = await partsOf(ctx, edition);
  const { id, name, programmeName, programmeSlug, zone } = edition;
  return {
    edition: { id, slug: edition.slug, name, programmeName, programmeSlug, zone },
    names: Object.fromEntries(categories.map((category) => [category.code, category.name])),
    judgesPerEntry: award.judges,
    /** A seed to begin with: the same edition and version propose the same. */
    seed: `${edition.slug}-${edition.version}`,
    mayAsk: mayChange,
    run: chosen && (await toldRun(ctx, chosen, edition)),
    earlier: runs
      .filter((run) => run !== chosen)
      .map((run) => ({ id: run.id, seed: run.asked.seed, askedAt: zonedText(run.askedAt.getTime(), edition.zone) })),
  };
}

export type DryRunPage = Awaited<ReturnType<typeof dryRunPage>>;
