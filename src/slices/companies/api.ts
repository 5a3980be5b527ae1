/** Companies for programs. */
import { z } from 'zod';
import { type Endpoint, endpoint, type Told } from '#http/api/endpoint.ts';
import { listOf, paging, placeIn } from '#http/api/paging.ts';
import type { Ctx } from '#platform/context.ts';
import { addCompany, changeCompany } from './companies.ts';
import { companyList } from './lists/lists.ts';
import { companyId, companyName, country, note, sizeClass } from './schemas.ts';
import { companyForReader } from './views.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const texts = z.object({ name: companyName, country, note });
const company = z
  .object({
    company: named.extend({
      country: z.string().nullable(),
      note: z.string(),
      version: z.int(),
      parent: named.nullable(),
      into: named.nullable().describe('The company it was merged into.'),
      children: z.array(named),
    }),
    names: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string() })),
    domains: z.array(z.string()),
    sizes: z.array(z.object({ id: z.uuid(), class: sizeClass, asOf: z.string(), source: z.string() })),
  })
  .meta({ id: 'Company' });
const address = z.object({ company: companyId });

async function companyNow(ctx: Ctx, { params }: { readonly params: z.output<typeof address> }): Promise<Told> {
  const view = await companyForReader(ctx, params.company);
  return { body: view, version: view.company.version };
}

export const companiesApi: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/companies',
    id: 'listCompanies',
    subject: 'companies',
    summary: 'Companies the organisation knows',
    text: 'Ordered by name. Those merged away are found by what they brought.',
    scope: 'read:companies',
    query: z.object({ ...paging, q: z.string().max(200).optional().describe('Words in any of its names, or a domain.') }),
    answer: listOf(
      named.extend({
        names: z.array(z.string()),
        domains: z.array(z.string()),
        country: z.string().nullable(),
        parent: z.string().nullable(),
        size: sizeClass.nullable(),
        sizeAsOf: z.string().nullable(),
        people: z.int(),
      }),
    ),
    run: async (ctx, { query }) => {
      placeIn('text', query.after);
      const { companies, next } = await companyList(ctx, { search: query.q, after: query.after }, query.limit);
      return { body: { items: companies, next: next ?? null }, next };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/companies',
    id: 'addCompany',
    subject: 'companies',
    summary: 'Add a company',
    scope: 'write:companies',
    body: texts,
    status: 201,
    answer: z.object({ company: z.uuid() }),
    operation: addCompany,
    run: async (ctx, { body }) => {
      const made = await addCompany(ctx, { ...body, country: body.country ?? '' });
      return { body: made, location: `/companies/${made.company}` };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/companies/{company}',
    id: 'readCompany',
    subject: 'companies',
    summary: 'One company',
    scope: 'read:companies',
    params: address,
    answer: company,
    run: companyNow,
  }),
  endpoint({
    method: 'PUT',
    path: '/companies/{company}',
    id: 'changeCompany',
    subject: 'companies',
    summary: 'Change name, country and note of a company',
    scope: 'write:companies',
    params: address,
    body: texts,
    answer: company,
    operation: changeCompany,
    refusals: ['companies.merged-away'],
    current: companyNow,
    run: async (ctx, { params, body, version }) => {
      await changeCompany(ctx, { company: params.company, version, ...body, country: body.country ?? '' });
      return companyNow(ctx, { params });
    },
  }),
];
