/** What is done with companies and the people known there. */
import type { CompanyId, ContactId } from '#platform/ids.ts';
import {
  addCompany,
  addDomain,
  addEmployment,
  addName,
  changeCompany,
  changeContact,
  dismissPair,
  endEmployment,
  eraseContact,
  mergeCompanies,
  mergePreview,
  recordSize,
  removeDomain,
  removeName,
  reopenPair,
  setCountries,
  setParent,
  undoMerge,
} from '#slices/companies/index.ts';
import { aCompany, mergeInto } from '#tests/support/companies/companies.ts';
import { dates } from '#tests/support/season.ts';
import { forgetContact } from '../../../../src/slices/companies/people.ts';
import type { Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before } = dates;
const admin = (stage: Stage) => stage.as(stage.administrator, { clock: before });
const named = { name: 'Penmarrow Bank', country: 'GB', note: '' };
const work = { name: 'Tam Greatorex', email: '', title: 'Agent', from: '2024-01-01', until: '' };

async function employed(stage: Stage): Promise<{ company: CompanyId; contact: ContactId; employment: string }> {
  const company = await aCompany(stage, named.name);
  return { company, ...(await addEmployment(admin(stage), { company, ...work })) };
}

/** Two that look like one, since nobody else is called so. */
async function pair(stage: Stage): Promise<{ first: CompanyId; second: CompanyId }> {
  const name = `Corvane ${crypto.randomUUID().replaceAll('-', '')}`;
  return { first: await aCompany(stage, name), second: await aCompany(stage, `${name} Ltd`) };
}

async function merge(stage: Stage) {
  const { first: kept, second: merged } = await pair(stage);
  return { kept, merged, shown: (await mergePreview(admin(stage), kept, merged)).shown };
}

export const companyTrials: readonly Trial[] = [
  trial(addCompany, before, () => named),
  trial(changeCompany, before, async (stage) => ({ company: await aCompany(stage, named.name), version: 1, ...named })),
  trial(setCountries, before, async (stage) => ({ changes: [{ company: await aCompany(stage, named.name), country: 'NO' }] })),
  trial(setParent, before, async (stage) => {
    return { company: await aCompany(stage, named.name), version: 1, parent: await aCompany(stage, 'Ridgeway Holdings') };
  }),
  trial(addName, before, async (stage) => ({ company: await aCompany(stage, named.name), name: 'Penmarrow', kind: 'short' as const })),
  trial(removeName, before, async (stage) => {
    const company = await aCompany(stage, named.name);
    return { company, name: (await addName(admin(stage), { company, name: 'Penmarrow', kind: 'short' })).name };
  }),
  trial(addDomain, before, async (stage) => ({ company: await aCompany(stage, named.name), domain: 'penmarrow.example' })),
  trial(removeDomain, before, async (stage) => {
    return { company: await aCompany(stage, named.name, { domains: ['penmarrow.example'] }), domain: 'penmarrow.example' };
  }),
  trial(recordSize, before, async (stage) => {
    return { company: await aCompany(stage, named.name), class: 'small' as const, asOf: '2025-12-31', source: 'Annual report' };
  }),
  trial(addEmployment, before, async (stage) => ({ company: await aCompany(stage, named.name), ...work })),
  trial(endEmployment, before, async (stage) => ({ employment: (await employed(stage)).employment, version: 1, until: '2025-01-01' })),
  trial(changeContact, before, async (stage) => {
    return { contact: (await employed(stage)).contact, version: 1, name: 'Tam Greatorex-Vale', email: '' };
  }),
  trial(eraseContact, before, async (stage) => ({ contact: (await employed(stage)).contact, reason: 'asked to be forgotten' })),
  trial(forgetContact, before, async (stage) => ({ contact: (await employed(stage)).contact, reason: 'asked to be forgotten' }), {
    role: 'jobs',
  }),
  trial(mergeCompanies, before, merge),
  trial(undoMerge, before, async (stage) => {
    const { first, second } = await pair(stage);
    return { merge: await mergeInto(stage, first, second) };
  }),
  trial(dismissPair, before, pair),
  trial(reopenPair, before, async (stage) => {
    const both = await pair(stage);
    await dismissPair(admin(stage), both);
    return both;
  }),
];
