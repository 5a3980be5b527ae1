/** The country of several companies at once: set, or put back to what it was. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { CompanyId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { holdRows, mostRows } from '#slices/lists/index.ts';
import { organiserRelations } from '#slices/programmes/index.ts';
import { subjectOf } from './companies.ts';
import { refreshLikeness } from './duplicates/likeness.ts';
import { companiesList } from './lists/list-shape.ts';
import { companyId, country } from './schemas.ts';
import { lockCompany, markCompany, openRegister } from './store/companies.ts';

type Change = { readonly company: CompanyId; readonly before: string };

/**
 * What has that country already, or was merged away, is left. Whoever did it holds what was changed, in the order of the answer, so that
 * the same operation with the countries of before takes it back.
 */
export const setCountries = operation('companies.set-countries', {
  input: z.object({
    changes: z
      .array(z.object({ company: companyId, country }))
      .min(1)
      .max(mostRows),
  }),
  who: ['organiser'],
  find: () => Promise.resolve(null),
  relations: organiserRelations,
  run: async (ctx, { changes }) => {
    await openRegister(ctx);
    const done: Change[] = [];
    for (const change of changes.toSorted((a, b) => a.company.localeCompare(b.company))) {
      const company = await lockCompany(ctx, change.company);
      if (company === undefined || company.country === change.country) continue;
      const { id, name, note } = company;
      await markCompany(ctx, id, { name, note, country: change.country });
      await refreshLikeness(ctx, id);
      const [from, to] = [{ country: company.country ?? '' }, { country: change.country ?? '' }];
      await tell(ctx, { kind: 'companies.company-changed', programme: null, subject: subjectOf(id), body: { from, to } });
      done.push({ company: id, before: company.country ?? '' });
    }
    if (done.length === 0) throw problem('companies.countries-stand', { chosen: changes.length });
    await holdRows(
      ctx,
      { list: companiesList.name, subject: '' },
      done.map(({ company }) => company),
    );
    return { done, left: changes.length - done.length };
  },
});
