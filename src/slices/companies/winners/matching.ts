/** Which company is meant by a name in a list of winners: said by a person, never by a machine, and taken back at will. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId, ProgrammeId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { isWinnerName, lockProgrammeForWinners, programmeRelations } from '#slices/programmes/index.ts';
import { subjectOf } from '../companies.ts';
import { refreshLikeness } from '../duplicates/likeness.ts';
import { companyById, holdCompany } from '../find.ts';
import { companyId, companyName } from '../schemas.ts';
import { insertCompany, openRegister } from '../store/companies.ts';
import { deleteMeaning, upsertMeaning } from './store.ts';

const programme = z.uuid().transform((text) => text as ProgrammeId);

async function newCompany(ctx: Ctx, written: string): Promise<CompanyId> {
  const name = companyName.safeParse(written);
  if (!name.success)
    throw problem('general.invalid-input', { count: 1 }, [{ path: 'company', code: 'field.too-long', facts: { maximum: 200 } }]);
  const texts = { name: name.data, country: null, note: '' };
  const company = await insertCompany(ctx, texts);
  await refreshLikeness(ctx, company);
  await tell(ctx, { kind: 'companies.company-added', programme: null, subject: subjectOf(company), body: texts });
  return company;
}

async function standing(ctx: Ctx, id: CompanyId): Promise<CompanyId> {
  const company = await companyById(ctx, id);
  if (!company) throw problem('general.invalid-input', { count: 1 }, [{ path: 'company', code: 'companies.no-such-company', facts: {} }]);
  return (await holdCompany(ctx, company)).id;
}

/** One that is there, `new` for one to be made of the name, `none` for no company at all; empty takes back what was said. */
export const matchWinnerName = operation('companies.match-winner-name', {
  input: z.object({
    programme,
    written: z.string().min(1).max(300),
    company: z.union([z.enum(['', 'new', 'none']), companyId]),
  }),
  who: ['manager'],
  // The name may be a person's, so no answer keeps it.
  secret: true,
  find: (ctx, input) => lockProgrammeForWinners(ctx, input.programme),
  relations: (ctx, found) => programmeRelations(ctx, found),
  run: async (ctx, { written, company }, found) => {
    if (company === '') {
      if (!(await deleteMeaning(ctx, found, written))) throw problem('winners.name-unknown', { written });
    } else {
      if (!(await isWinnerName(ctx, found, written))) throw problem('winners.name-unknown', { written });
      await openRegister(ctx);
      const meant = company === 'none' ? null : company === 'new' ? await newCompany(ctx, written) : await standing(ctx, company);
      await upsertMeaning(ctx, found, written, meant);
    }
    // The name may be a person's, so the record says only that something was said of one.
    const body = { said: company === '' ? 'nothing' : company === 'none' || company === 'new' ? company : 'company' };
    await tell(ctx, { kind: 'companies.winner-name-matched', programme: found, subject: { kind: 'programme', id: found }, body });
    return { programme: found, written };
  },
});
