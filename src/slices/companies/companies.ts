/** Companies: what they are called officially, where they are, and what they belong to. */
import { z } from 'zod';
import { upwards, wouldClose } from '#core/companies/group.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { organiserRelations, requireFresh } from '#slices/programmes/index.ts';
import { refreshLikeness } from './duplicates/likeness.ts';
import { companyById, holdCompany, parentsOf } from './find.ts';
import { companyId, companyName, country, note, version } from './schemas.ts';
import { insertCompany, lockCompany, markCompany, markParent, openRegister } from './store/companies.ts';

const texts = { name: companyName, country, note };

export const subjectOf = (id: CompanyId) => ({ kind: 'company', id }) as const;

export const addCompany = operation('companies.add-company', {
  input: z.object(texts),
  who: ['organiser'],
  find: () => Promise.resolve(null),
  relations: organiserRelations,
  run: async (ctx, input) => {
    await openRegister(ctx);
    const company = await insertCompany(ctx, input);
    await refreshLikeness(ctx, company);
    await tell(ctx, { kind: 'companies.company-added', programme: null, subject: subjectOf(company), body: { ...input } });
    return { company };
  },
});

const plain = (of: { readonly name: string; readonly country: string | null; readonly note: string }) => ({
  name: of.name,
  country: of.country ?? '',
  note: of.note,
});

/** The name it had becomes no other name by itself: whoever wants to keep it as a former one says so. */
export const changeCompany = operation('companies.change-company', {
  input: z.object({ company: companyId, version, ...texts }),
  who: ['organiser'],
  find: (ctx, input) => companyById(ctx, input.company),
  relations: organiserRelations,
  run: async (ctx, input, found) => {
    await openRegister(ctx);
    const company = await holdCompany(ctx, found);
    const [from, to] = [plain(company), plain(input)];
    requireFresh(company, input.version, from, to);
    await markCompany(ctx, company.id, input);
    await refreshLikeness(ctx, company.id);
    await tell(ctx, { kind: 'companies.company-changed', programme: null, subject: subjectOf(company.id), body: { from, to } });
    return { company: company.id };
  },
});

/** The company and all below it: of one group they are no duplicates of each other, and out of it they may be again. */
async function refreshGroup(ctx: Ctx, company: CompanyId, parents: ReadonlyMap<CompanyId, CompanyId>): Promise<void> {
  const below = [...parents.keys()].filter((one) => upwards(parents, one).includes(company));
  for (const one of new Set([company, ...below])) await refreshLikeness(ctx, one);
}

async function parentOf(ctx: Ctx, id: CompanyId): Promise<{ id: CompanyId; name: string }> {
  const parent = await lockCompany(ctx, id);
  if (parent) return parent;
  throw problem('general.invalid-input', { count: 1 }, [{ path: 'parent', code: 'companies.no-such-company', facts: {} }]);
}

/** An empty parent makes the company one of its own. */
export const setParent = operation('companies.set-parent', {
  input: z.object({ company: companyId, version, parent: z.union([z.literal(''), companyId]) }),
  who: ['organiser'],
  find: (ctx, input) => companyById(ctx, input.company),
  relations: organiserRelations,
  run: async (ctx, input, found) => {
    await openRegister(ctx);
    const company = await holdCompany(ctx, found);
    requireFresh(company, input.version);
    const parent = input.parent === '' ? undefined : await parentOf(ctx, input.parent);
    const parents = await parentsOf(ctx);
    if (parent && wouldClose(parents, company.id, parent.id))
      throw problem('companies.above-itself', { name: company.name, parent: parent.name });
    await markParent(ctx, company.id, parent?.id ?? null);
    await refreshGroup(ctx, company.id, parents);
    const body = { from: company.parent, to: parent?.id ?? null };
    await tell(ctx, { kind: 'companies.parent-set', programme: null, subject: subjectOf(company.id), body });
    return { company: company.id };
  },
});
