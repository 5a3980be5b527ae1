/** Two rows of one company become one, by a person only; and back, exactly. */
import { z } from 'zod';
import { wouldClose } from '#core/companies/group.ts';
import type { MergePlan } from '#core/companies/merge.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { organiserRelations } from '#slices/programmes/index.ts';
import { subjectOf } from '../companies.ts';
import { companyById, holdCompany, markOf, parentsOf, planOf } from '../find.ts';
import { companyId } from '../schemas.ts';
import { insertName, openRegister } from '../store/companies.ts';
import { insertMerge, lockMerge, type Merge, markUndone } from '../store/merges.ts';
import { refreshLikeness } from './likeness.ts';

/** `shown` is the mark of what the preview showed: whatever would move otherwise by now has to be looked at again. */
export const mergeCompanies = operation('companies.merge-companies', {
  input: z.object({ kept: companyId, merged: companyId, shown: z.string().max(64) }),
  who: ['organiser'],
  find: async (ctx, input) => {
    const [kept, merged] = [await companyById(ctx, input.kept), await companyById(ctx, input.merged)];
    return kept && merged && { kept, merged };
  },
  relations: organiserRelations,
  run: async (ctx, input, found) => {
    if (input.kept === input.merged) throw problem('companies.merge-with-itself');
    await openRegister(ctx);
    const [kept, merged] = [await holdCompany(ctx, found.kept), await holdCompany(ctx, found.merged)];
    const plan = await planOf(ctx, kept, merged);
    if (markOf(kept, merged, plan) !== input.shown) throw problem('companies.changed-since-preview');
    const addedName = plan.addsName ? await insertName(ctx, kept.id, { name: merged.name, kind: 'merged' }) : null;
    const merge = await insertMerge(ctx, { kept: kept.id, merged: merged.id }, { ...plan, addedName });
    await refreshLikeness(ctx, merged.id);
    await refreshLikeness(ctx, kept.id);
    const body = { merge, kept: kept.name, merged: merged.name, moved: counted(plan) };
    await tell(ctx, { kind: 'companies.merged', programme: null, subject: subjectOf(kept.id), body });
    await tell(ctx, { kind: 'companies.merged-away', programme: null, subject: subjectOf(merged.id), body });
    return { merge, company: kept.id };
  },
});

function counted(plan: MergePlan) {
  const { names, domains, sizes, employments, children } = plan;
  return {
    names: names.length + (plan.addsName ? 1 : 0),
    domains: domains.length,
    sizes: sizes.length,
    employments: employments.length,
    children: children.length,
  };
}

/** Where the merged company was may have been moved below what it brought: then it has to be moved out first. */
async function requireTree(ctx: Ctx, { kept, merged, moved }: Merge): Promise<void> {
  const parents = await parentsOf(ctx);
  for (const child of moved.children) if (parents.get(child as CompanyId) === kept) parents.set(child as CompanyId, merged);
  const above = parents.get(merged);
  parents.delete(merged);
  if (above !== undefined && wouldClose(parents, merged, above)) throw problem('companies.undo-closes-ring');
  if (above !== undefined) parents.set(merged, above);
  const back = moved.parent?.from as CompanyId | null | undefined;
  if (back == null || (parents.get(kept) ?? null) !== (moved.parent?.to ?? null)) return;
  parents.delete(kept);
  if (wouldClose(parents, kept, back)) throw problem('companies.undo-closes-ring');
}

/** Everything that moved goes back, unless somebody has taken it away or moved it since; what came since stays where it is. */
export const undoMerge = operation('companies.undo-merge', {
  input: z.object({ merge: z.uuid() }),
  who: ['organiser'],
  find: (ctx, input) => mergeById(ctx, input.merge),
  relations: organiserRelations,
  run: async (ctx, input, found) => {
    await openRegister(ctx);
    const merge = await lockMerge(ctx, input.merge);
    if (merge === undefined) throw problem('companies.merge-undone');
    const kept = await companyById(ctx, merge.kept);
    if (kept?.merged) throw problem('companies.merged-further', { name: kept.name });
    await requireTree(ctx, merge);
    await markUndone(ctx, merge);
    await refreshLikeness(ctx, merge.kept);
    await refreshLikeness(ctx, merge.merged);
    const body = { merge: merge.id, kept: found.kept, merged: found.merged };
    await tell(ctx, { kind: 'companies.merge-undone', programme: null, subject: subjectOf(merge.kept), body });
    await tell(ctx, { kind: 'companies.came-back', programme: null, subject: subjectOf(merge.merged), body });
    return { company: merge.merged, kept: merge.kept };
  },
});

async function mergeById(ctx: Ctx, id: string): Promise<{ kept: CompanyId; merged: CompanyId } | undefined> {
  return ctx.db
    .selectFrom('company_merges')
    .select(['kept_id as kept', 'merged_id as merged'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
}
