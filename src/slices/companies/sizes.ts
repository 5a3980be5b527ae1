/** How large a company is, on what day, and how that is known. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { organiserRelations } from '#slices/programmes/index.ts';
import { subjectOf } from './companies.ts';
import { companyById, holdCompany } from './find.ts';
import { companyId, day, sizeClass } from './schemas.ts';
import { insertSize } from './store/companies.ts';

/** Nothing is overwritten: a later day counts from its recording on, and earlier ones stay for what was decided by them. */
export const recordSize = operation('companies.record-size', {
  input: z.object({ company: companyId, class: sizeClass, asOf: day, source: z.string().trim().min(3).max(500) }),
  who: ['organiser'],
  find: (ctx, input) => companyById(ctx, input.company),
  relations: organiserRelations,
  run: async (ctx, input, found) => {
    const today = ctx.now.toISOString().slice(0, 10);
    if (input.asOf > today)
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'asOf', code: 'companies.day-to-come', facts: {} }]);
    const company = await holdCompany(ctx, found);
    const size = await insertSize(ctx, company.id, input);
    const body = { class: input.class, asOf: input.asOf, source: input.source };
    await tell(ctx, { kind: 'companies.size-recorded', programme: null, subject: subjectOf(company.id), body });
    return { company: company.id, size };
  },
});
