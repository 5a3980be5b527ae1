/** Companies built by the operations themselves, and the rows of one as they stand. */
import type { CompanyId } from '#platform/ids.ts';
import { addCompany, addDomain, addEmployment, addName, mergeCompanies, mergePreview, recordSize } from '#slices/companies/index.ts';
import type { World } from '../season.ts';

export type CompanyOptions = { readonly names?: readonly string[]; readonly domains?: readonly string[]; readonly country?: string };

export async function aCompany(world: World, name: string, { names = [], domains = [], country = '' }: CompanyOptions = {}) {
  const ctx = world.as(world.administrator);
  const { company } = await addCompany(ctx, { name, country, note: '' });
  for (const other of names) await addName(ctx, { company, name: other, kind: 'trading' });
  for (const domain of domains) await addDomain(ctx, { company, domain });
  return company;
}

/** With somebody who works there, a size, another name and a domain: something of each kind to move. */
export async function aWholeCompany(world: World, name: string, stem: string): Promise<CompanyId> {
  const company = await aCompany(world, name, { names: [`${stem} in trade`], domains: [`${stem}.example`] });
  const ctx = world.as(world.administrator);
  await recordSize(ctx, { company, class: 'small', asOf: '2025-12-31', source: 'Annual report 2025, page 4' });
  const email = `${stem}@${stem}.example`;
  await addEmployment(ctx, { company, name: `Somebody of ${stem}`, email, title: 'Head of service', from: '2024-01-01', until: '' });
  return company;
}

/** Looks at what would move, and merges. */
export async function mergeInto(world: World, kept: CompanyId, merged: CompanyId): Promise<string> {
  const { shown } = await mergePreview(world.as(world.administrator), kept, merged);
  return (await mergeCompanies(world.as(world.administrator), { kept, merged, shown })).merge;
}
