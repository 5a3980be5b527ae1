import { describe, expect, it, test } from 'vitest';
import { addPerson, erasePerson } from '#slices/people/index.ts';
import { aCompany } from '#tests/support/companies/companies.ts';
import { asSystem } from '#tests/support/contexts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { foundedWorld } from '#tests/support/season.ts';
import { addEmployment, changeContact, endEmployment, eraseContact } from './index.ts';
import { forgetContact } from './people.ts';
import { companyForReader, contactForReader } from './views.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const admin = () => world.as(world.administrator);
const company = await aCompany(world, 'Penmarrow Bank');
const jobs = () => asSystem(database.jobs, world.organisation);
const employ = (name: string, days: { from: string; until?: string }, email = '') =>
  addEmployment(admin(), { company, name, email, title: 'Agent', ...days });

describe('an employment', () => {
  it('lasts from its first day until the day on which it is over; one may begin that day', async () => {
    const { contact } = await employ('Tam Greatorex', { from: '2020-01-01', until: '2022-01-01' }, 'tam@penmarrow.example');
    const again = (from: string) => employ('Tam Greatorex', { from }, 'tam@penmarrow.example');
    expect(await refusalCode(again('2021-12-31'))).toBe('companies.employed-already');
    const second = await again('2022-01-01');
    expect(second.contact).toBe(contact);
    expect(await refusal(employ('Tam Greatorex', { from: '2023-01-01', until: '2023-01-01' }))).toMatchObject({
      fields: ['until: companies.ends-before-it-begins'],
    });
    await endEmployment(admin(), { employment: second.employment, version: 1, until: '2024-06-01' });
    expect(await refusalCode(endEmployment(admin(), { employment: second.employment, version: 1, until: '' }))).toBe(
      'general.stale-version',
    );
    const { employments } = await contactForReader(admin(), contact);
    expect(employments.map(({ from, until }) => [from, until])).toEqual([
      ['2022-01-01', '2024-06-01'],
      ['2020-01-01', '2022-01-01'],
    ]);
  });

  it('without an address is somebody else’s each time: names are no proof', async () => {
    const [one, two] = [await employ('Ruth Abara', { from: '2024-01-01' }), await employ('Ruth Abara', { from: '2024-01-01' })];
    expect(one.contact).not.toBe(two.contact);
  });

  it('leads to the account that has the address, and the same person is never known twice', async () => {
    const email = 'fergus@penmarrow.example';
    await addPerson(world.asSystem(), { email, name: 'Fergus Ansah' });
    const made = await Promise.all([
      employ('F. Ansah', { from: '2023-01-01', until: '2024-01-01' }, email),
      employ('Fergus Ansah', { from: '2024-01-01' }, email),
    ]);
    expect(new Set(made.map(({ contact }) => contact)).size).toBe(1);
    expect((await contactForReader(admin(), made[0].contact)).contact.account).toBe(true);
  });
});

test('a contact is corrected under its version, and an address is one person’s', async () => {
  const { contact } = await employ('Cordelia Nwoso', { from: '2024-01-01' });
  await employ('Alban Frith', { from: '2024-01-01' }, 'alban@penmarrow.example');
  await changeContact(admin(), { contact, version: 1, name: 'Cordelia Nwosu', email: 'cordelia@penmarrow.example' });
  const change = (version: number, email: string) => changeContact(admin(), { contact, version, name: 'Cordelia Nwosu', email });
  expect(await refusalCode(change(1, ''))).toBe('general.stale-version');
  expect(await refusalCode(change(2, 'alban@penmarrow.example'))).toBe('companies.address-of-another');
  expect((await contactForReader(admin(), contact)).contact).toMatchObject({ name: 'Cordelia Nwosu', email: 'cordelia@penmarrow.example' });
});

/** How often a text stands anywhere in the organisation's rows. */
async function traces(text: string): Promise<string[]> {
  const { rows: tables } = await database.owner.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('plaudit', 'directory', 'graphile_worker')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.owner.pool.query(`select 1 from ${name} t where t::text ilike $1 limit 1`, [`%${text}%`]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('erasing', () => {
  it('somebody without an account takes name, address, employments and what the record says of them', async () => {
    const { contact } = await employ('Zebulon Canarywort', { from: '2024-01-01' }, 'zebulon@canarywort.example');
    expect(await traces('canarywort')).toEqual(['plaudit.audit_bodies', 'plaudit.contacts']);
    await eraseContact(admin(), { contact, reason: 'asked to be forgotten' });
    expect(await traces('canarywort')).toEqual(['plaudit.audit_bodies']);
    await forgetContact(jobs(), { contact, reason: 'asked to be forgotten' });
    expect(await traces('canarywort')).toEqual([]);
    const view = await contactForReader(admin(), contact);
    expect([view.contact.erased, view.mayChange, view.employments]).toEqual([true, false, []]);
    expect(await refusalCode(changeContact(admin(), { contact, version: 3, name: 'Again', email: '' }))).toBe('general.not-found');
  });

  it('a person takes what the companies know of them too, also where only the address was known', async () => {
    const email = 'wilhelmina@goosefoot.example';
    const { contact } = await employ('Wilhelmina Goosefoot', { from: '2024-01-01' }, email);
    const { person } = await addPerson(world.asSystem(), { email, name: 'Wilhelmina Goosefoot' });
    await erasePerson(jobs(), { person, reason: 'asked to be forgotten' });
    expect(await traces('goosefoot')).toEqual([]);
    expect((await contactForReader(admin(), contact)).contact.erased).toBe(true);
    expect((await companyForReader(admin(), company)).people.some((one) => one.contact === contact)).toBe(false);
  });
});
