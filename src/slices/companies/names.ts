/** What a company is also called and found by: other names, and domains. */
import { z } from 'zod';
import { registeredDomain } from '#core/names/domains.ts';
import { problem } from '#core/problems/problem.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { organiserRelations } from '#slices/programmes/index.ts';
import { subjectOf } from './companies.ts';
import { refreshLikeness } from './duplicates/likeness.ts';
import { companyById, holdCompany, mergingOf } from './find.ts';
import { companyId, companyName, domain, nameKind } from './schemas.ts';
import { deleteDomain, deleteName, insertDomain, insertName, openRegister } from './store/companies.ts';

export const addName = operation('companies.add-name', {
  input: z.object({ company: companyId, name: companyName, kind: nameKind }),
  who: ['organiser'],
  find: (ctx, input) => companyById(ctx, input.company),
  relations: organiserRelations,
  run: async (ctx, input, found) => {
    await openRegister(ctx);
    const company = await holdCompany(ctx, found);
    const { names } = await mergingOf(ctx, company);
    if ([company, ...names].some(({ name }) => name === input.name)) throw problem('companies.name-held', { name: input.name });
    const name = await insertName(ctx, company.id, input);
    await refreshLikeness(ctx, company.id);
    const body = { name: input.name, kind: input.kind };
    await tell(ctx, { kind: 'companies.name-added', programme: null, subject: subjectOf(company.id), body });
    return { company: company.id, name };
  },
});

export const removeName = operation('companies.remove-name', {
  input: z.object({ company: companyId, name: z.uuid() }),
  who: ['organiser'],
  find: (ctx, input) => companyById(ctx, input.company),
  relations: organiserRelations,
  run: async (ctx, input, found) => {
    await openRegister(ctx);
    const company = await holdCompany(ctx, found);
    const gone = await deleteName(ctx, company.id, input.name);
    if (gone === undefined) throw problem('companies.name-not-held');
    await refreshLikeness(ctx, company.id);
    await tell(ctx, { kind: 'companies.name-removed', programme: null, subject: subjectOf(company.id), body: { name: gone.name } });
    return { company: company.id };
  },
});

/** Whatever is pasted, an address or an e-mail address too: kept is the part that was registered. */
export const addDomain = operation('companies.add-domain', {
  input: z.object({ company: companyId, domain }),
  who: ['organiser'],
  find: (ctx, input) => companyById(ctx, input.company),
  relations: organiserRelations,
  run: async (ctx, input, found) => {
    const registered = registeredDomain(input.domain);
    if (registered === undefined)
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'domain', code: 'companies.not-a-domain', facts: {} }]);
    await openRegister(ctx);
    const company = await holdCompany(ctx, found);
    const { domains } = await mergingOf(ctx, company);
    if (domains.includes(registered)) throw problem('companies.domain-held', { domain: registered });
    await insertDomain(ctx, company.id, registered);
    await refreshLikeness(ctx, company.id);
    await tell(ctx, { kind: 'companies.domain-added', programme: null, subject: subjectOf(company.id), body: { domain: registered } });
    return { company: company.id, domain: registered };
  },
});

export const removeDomain = operation('companies.remove-domain', {
  input: z.object({ company: companyId, domain }),
  who: ['organiser'],
  find: (ctx, input) => companyById(ctx, input.company),
  relations: organiserRelations,
  run: async (ctx, input, found) => {
    await openRegister(ctx);
    const company = await holdCompany(ctx, found);
    if (!(await deleteDomain(ctx, company.id, input.domain))) throw problem('companies.domain-not-held');
    await refreshLikeness(ctx, company.id);
    await tell(ctx, { kind: 'companies.domain-removed', programme: null, subject: subjectOf(company.id), body: { domain: input.domain } });
    return { company: company.id };
  },
});
