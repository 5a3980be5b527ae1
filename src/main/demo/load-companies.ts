/** The demo's companies, written down by its manager over the last weeks. */
import { Problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId } from '#platform/ids.ts';
import {
  addCompany,
  addDomain,
  addEmployment,
  addName,
  mergeCompanies,
  mergePreview,
  recordSize,
  setParent,
} from '#slices/companies/index.ts';
import { companies, merged } from '../../../db/demo/companies.ts';
import { manager } from '../../../db/demo/people.ts';
import type { DemoCompany } from '../../../db/demo/shape.ts';
import type { People } from './load-people.ts';
import type { World } from './world.ts';

type As = (step: string) => Ctx;

async function loadCompany(world: World, as: As, given: DemoCompany): Promise<CompanyId> {
  const day = (ago: number) => world.calendar.ago(ago).toISOString().slice(0, 10);
  const { company } = await addCompany(as('company'), { name: given.name, country: given.country, note: '' });
  for (const name of given.names ?? []) await addName(as(`name:${name.name}`), { company, ...name });
  for (const domain of given.domains ?? []) await addDomain(as(`domain:${domain}`), { company, domain });
  if (given.size) await recordSize(as('size'), { company, ...given.size, asOf: day(given.size.asOf) });
  for (const { from, until, ...person } of given.people ?? []) {
    const days = { from: day(from), until: until === undefined ? '' : day(until) };
    await addEmployment(as(`person:${person.name}`), { company, ...person, ...days });
  }
  return company;
}

export async function loadCompanies(world: World, people: People): Promise<void> {
  const at = (i: number) => world.calendar.ago(40 - i / 2);
  const who = people(manager.email);
  const known = new Map<string, CompanyId>();
  const idOf = (name: string) => {
    const company = known.get(name);
    if (company === undefined) throw new Error(`no company of the demo is called ${name}`);
    return company;
  };
  for (const [i, given] of companies.entries()) {
    const as: As = (step) => world.as(who, `company:${given.name}:${step}`, at(i));
    known.set(given.name, await loadCompany(world, as, given));
    if (given.parent) await setParent(as('parent'), { company: idOf(given.name), parent: idOf(given.parent), version: 1 });
  }
  const [kept, other] = [idOf(merged.kept), idOf(merged.merged)];
  const ctx = world.as(who, 'company:merge', at(companies.length));
  const preview = await mergePreview(ctx, kept, other).catch(whenMerged);
  if (preview) await mergeCompanies(ctx, { kept, merged: other, shown: preview.shown });
}

/** A load that was cut short after the merge finds only one of the two. */
function whenMerged(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'general.not-found') return undefined;
  throw error;
}
