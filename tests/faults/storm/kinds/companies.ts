/** An organiser's work with companies, from two that look like one to the merge that is taken back, and somebody who works there. */
import type { Client } from '../client.ts';
import { type Kind, oncePerCall, oncePerSubject, patiently } from '../kind.ts';
import type { World } from '../world.ts';

type Fields = Readonly<Record<string, string>>;
/** Sends one form about one thing. */
type Send = (operation: string, path: string, act: string, fields: Fields, subject: string) => Promise<unknown>;

async function idOf({ look }: World, statement: string, value: string): Promise<string> {
  const rows = await patiently(() => look<{ id: string }>(statement, [value]));
  return rows[0]?.id ?? '';
}

async function versionOf({ look }: World, company: string): Promise<string> {
  const rows = await patiently(() => look<{ version: number }>('select version from plaudit.companies where id = $1', [company]));
  return String(rows[0]?.version ?? 0);
}

/** Tries until there is a page: without what it shows nothing can be merged. */
async function read(client: Client, path: string): Promise<string> {
  const page = await client.read(path);
  if (page === undefined) throw new Error(`${path} was not read`);
  return page;
}

async function made(client: Client, world: World): Promise<string> {
  const call = client.nextCall();
  const fields = { name: `Call ${call}`, country: 'IE', note: '' };
  await client.send({ kind: 'companies.add-company', path: '/manage/companies/new', act: 'add', fields }, call);
  return idOf(world, 'select id from plaudit.companies where name = $1', fields.name);
}

async function somebody(client: Client, world: World, company: string, send: Send): Promise<void> {
  const path = `/manage/companies/${company}`;
  const email = `call-${client.nextCall()}@company.example`;
  const person = { name: 'Guest', email, title: 'Agent', from: '2024-01-01', until: '' };
  await send('companies.add-employment', path, 'add-person', person, company);
  const contact = await idOf(world, 'select id from plaudit.contacts where email = $1', email);
  const employment = await idOf(world, 'select id from plaudit.employments where contact_id = $1', contact);
  const page = `/manage/contacts/${contact}`;
  await send('companies.end-employment', page, 'end', { employment, version: '1', until: '2025-01-01' }, company);
  await send('companies.change-contact', page, 'change', { version: '1', name: 'A guest', email }, contact);
  await send('companies.erase-contact', page, 'erase', { reason: 'the storm is over' }, contact);
}

async function paired(client: Client, world: World, both: readonly [string, string], send: Send): Promise<void> {
  const [first, second] = both;
  const name = `Storm ${client.nextCall()}`;
  for (const company of both)
    await send('companies.add-name', `/manage/companies/${company}`, 'add-name', { name, kind: 'short' }, company);
  await send('companies.dismiss-pair', '/manage/companies/duplicates', 'dismiss', { first, second }, first);
  await send('companies.reopen-pair', '/manage/companies/duplicates', 'reopen', { first, second }, first);
  const preview = `/manage/companies/${first}/merge/${second}`;
  const shown = /name="shown" value="(\w+)"/.exec(await patiently(() => read(client, preview)))?.[1] ?? '';
  await send('companies.merge-companies', preview, 'merge', { shown }, first);
  const merge = await idOf(world, 'select id from plaudit.company_merges where merged_id = $1', second);
  await send('companies.undo-merge', `/manage/companies/${first}`, 'undo', { merge }, first);
  const added = await idOf(world, 'select id from plaudit.company_names where company_id = $1', second);
  await send('companies.remove-name', `/manage/companies/${second}`, 'remove-name', { name: added }, second);
}

async function wholeCompany(client: Client, world: World): Promise<void> {
  const send: Send = (kind, path, act, fields, subject) => client.send({ kind, path, act, fields, about: { subject } });
  const [company, other] = [await made(client, world), await made(client, world)];
  if (company === '' || other === '') return;
  const path = `/manage/companies/${company}`;
  const changed = { name: `Called ${company}`, country: 'IE', note: 'Changed by the storm', version: await versionOf(world, company) };
  await send('companies.change-company', path, 'change', changed, company);
  await send('companies.set-parent', path, 'parent', { parent: '', version: await versionOf(world, company) }, company);
  const size = { class: 'small', asOf: '2025-12-31', source: 'The storm' };
  await send('companies.record-size', path, 'size', size, company);
  await send('companies.add-domain', path, 'add-domain', { domain: `c${company.slice(-12)}.example` }, company);
  await send('companies.remove-domain', path, 'remove-domain', { domain: `c${company.slice(-12)}.example` }, company);
  await somebody(client, world, company, send);
  await paired(client, world, [company, other], send);
}

const within = (operation: string, event: string): Kind => ({
  operation: `companies.${operation}`,
  within: 'companies.add-company',
  check: (lines, look) => oncePerSubject(lines, look, `companies.${event}`),
});

export const companies: readonly Kind[] = [
  {
    operation: 'companies.add-company',
    weight: 2,
    by: 'manager',
    act: wholeCompany,
    // The first of each two is renamed: what is told of it stays.
    check: (lines, look) =>
      oncePerCall(
        lines,
        look,
        `select substring(b.body::json ->> 'name' from '^Call (.*)$') as mark, count(*)::int as found from plaudit.audit_events e
         join plaudit.audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
         where e.kind = 'companies.company-added' group by 1`,
      ),
  },
  within('change-company', 'company-changed'),
  within('set-parent', 'parent-set'),
  within('add-name', 'name-added'),
  within('remove-name', 'name-removed'),
  within('add-domain', 'domain-added'),
  within('remove-domain', 'domain-removed'),
  within('record-size', 'size-recorded'),
  within('add-employment', 'employment-added'),
  within('end-employment', 'employment-ended'),
  within('change-contact', 'contact-changed'),
  within('erase-contact', 'contact-erased'),
  within('merge-companies', 'merged'),
  within('undo-merge', 'merge-undone'),
  within('dismiss-pair', 'pair-dismissed'),
  within('reopen-pair', 'pair-reopened'),
];
