import { expect, test } from 'vitest';
import type { Takes } from '#core/categories/entering/stated.ts';
import type { CategoryNode } from '#core/categories/shape.ts';
import type { PersonId } from '#platform/ids.ts';
import { matchWinnerName, recordSize } from '#slices/companies/index.ts';
import { applyWinners, changePart, editionById, partsOf, proposeWinners, publishEdition } from '#slices/programmes/index.ts';
import { entryForScreener } from '#slices/screening/index.ts';
import { aCompany } from '#tests/support/companies/companies.ts';
import { testDatabase } from '#tests/support/database.ts';
import { asks, formOf } from '#tests/support/forms/form.ts';
import { refusal } from '#tests/support/refusal.ts';
import { aDraft, aSeason, aSubmission, dates, foundedWorld, type Season } from '#tests/support/season.ts';
import { entryPage } from '../entry-page.ts';
import { saveDraft, submitEntry } from '../index.ts';

const database = await testDatabase();
const world = await foundedWorld(database);

const rules = {
  'with-proof': { name: 'A file beside it', needs: { fact: 'entry.files', atLeast: 1 } },
  'not-twice': { needs: { not: { won: { category: 'same' } } }, says: 'Winners rest for a year.' },
  'not-large': { stage: 'screening', needs: { fact: 'company.staff', atMost: 249, proved: true } },
  'large-enough': { needs: { fact: 'answer.agents', atLeast: 10 } },
  'by-customers': { needs: { fact: 'entry.nominator', equals: 'customer' } },
  small: { needs: { fact: 'answer.revenue', below: '100000000 USD' } },
  'long-enough': { needs: { fact: 'company.operatingSince', yearsAtLeast: 3, on: '2026-03-01' } },
  'not-small': { stage: 'screening', needs: { fact: 'company.staff', atLeast: 50 } },
  'a-plan': { decides: 'advice', needs: { fact: 'entry.day', until: '2026-03-05' } },
};

/** The standard season, its first category under these rules, its second under none. */
async function ruled(
  keys: readonly (keyof typeof rules)[],
  form?: object,
  takes: Takes & Pick<CategoryNode, 'divisions'> = { nominees: ['organisation'] },
): Promise<Season> {
  const season = await aSeason(world, { published: false });
  const ctx = () => season.as(season.manager, { clock: dates.before });
  const edition = async () => {
    const found = await editionById(ctx(), season.edition);
    if (!found) throw new Error('no edition');
    return found;
  };
  const change = async (part: 'rules' | 'forms', body: object) => {
    const { version } = await edition();
    await changePart(ctx(), { edition: season.edition, version, part, body: JSON.parse(JSON.stringify(body)) });
  };
  if (form) await change('forms', { entry: form });
  const named = new Set<string | undefined>([...keys, ...(takes.divisions ?? []).map(({ rule }) => rule)]);
  // A rule about an answer needs the form that asks for it.
  await change(
    'rules',
    Object.fromEntries(Object.entries(rules).filter(([key, of]) => named.has(key) || !JSON.stringify(of).includes('answer.'))),
  );
  const next = await edition();
  const { categories } = await partsOf(ctx(), next);
  const own = form && { form: 'entry' };
  const body = categories.map((node) => (node.code === 'A' ? { ...node, rules: [...keys], ...takes, ...own } : node));
  await changePart(ctx(), { edition: season.edition, version: next.version, part: 'categories', body: JSON.parse(JSON.stringify(body)) });
  await publishEdition(ctx(), { edition: season.edition });
  return season;
}

const during = (season: Season, person: PersonId) => season.as(person, { clock: dates.whileOpen });
const text = { title: 'The hour after the flood', nominee: 'Corvane', body: 'All of it, from 2025.' };
const states = (of: { rules: readonly { key: string; verdict: { verdict: string } }[] } | undefined) =>
  of?.rules.map(({ key, verdict }) => `${key}: ${verdict.verdict}`);

test('a rule that says no refuses what is sent in with its reason, and says so to the writer before', async () => {
  const season = await ruled(['with-proof', 'a-plan']);
  const { entry, owner } = await aDraft(season);
  const page = await entryPage(during(season, owner), entry);
  expect([page.eligibility?.verdict, states(page.eligibility)]).toEqual(['no', ['with-proof: no', 'a-plan: no']]);
  const sent = () => submitEntry(during(season, owner), { entry, version: 1, ...text });
  expect(await refusal(sent())).toEqual({
    code: 'entries.not-eligible',
    facts: { category: 'Team of the year', count: 1 },
    fields: ['rules.with-proof: entries.rule-refuses'],
  });
  const { rows } = await database.owner.pool.query('select state, number from plaudit.entries where id = $1', [entry]);
  expect(rows).toEqual([{ state: 'draft', number: null }]);
  // The other category names no rules.
  await aSubmission(season, { category: 1 });
  expect((await entryPage(during(season, owner), entry)).eligibility?.rules[0]?.verdict.reasons[0]?.had).toBe(0);
});

test('what nobody knows enough about is let in, told in the record, and shown open to whoever looks at entries', async () => {
  const season = await ruled(['not-large', 'not-twice']);
  const { entry, owner } = await aSubmission(season, { nominee: 'Corvane' });
  const { rows } = await database.owner.pool.query<{ body: string }>(
    `select b.body from plaudit.audit_events e join plaudit.audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
      where e.kind = 'entries.entry-submitted' and e.subject_id = $1`,
    [entry],
  );
  const body = JSON.parse(rows[0]?.body ?? '{}') as { eligibility?: string };
  expect(body.eligibility).toBe('yes');
  const screened = async () => (await entryForScreener(during(season, season.manager), entry)).eligibility;
  expect([(await screened())?.verdict, states(await screened()), (await screened())?.missing]).toEqual([
    'unknown',
    ['not-large: unknown', 'not-twice: yes'],
    ['company.staff'],
  ]);

  const company = await aCompany(season, 'Corvane Ltd');
  await recordSize(season.as(season.administrator), { company, class: 'small', asOf: '2025-12-31', source: 'Annual report 2025' });
  expect([(await screened())?.verdict, (await screened())?.company]).toEqual(['yes', { id: company, name: 'Corvane Ltd' }]);
  // What the organisation has written down about a company is not the entrant's to read.
  const own = (await entryPage(during(season, owner), entry)).eligibility;
  expect([own?.verdict, states(own)]).toEqual(['yes', ['not-large: unknown', 'not-twice: yes']]);
  expect(JSON.stringify(own)).not.toContain('Ltd');
});

test('a win of an old list decides once somebody has said whose it is, and until then it is open', async () => {
  const season = await ruled(['not-twice']);
  const manager = () => season.as(season.manager, { clock: dates.before });
  const content = 'year,category,code,nominee,organisation\n2025,Team of the year,A,The night desk,Fenmoor Group';
  const { import: id } = await proposeWinners(manager(), { programme: season.programme, file: 'old.csv', format: 'csv', content });
  await applyWinners(manager(), { import: id });
  const company = await aCompany(season, 'Fenmoor');
  const { entry, owner } = await aSubmission(season, { nominee: 'Fenmoor' });
  const screened = async () => (await entryForScreener(during(season, season.manager), entry)).eligibility;
  expect([(await screened())?.verdict, (await screened())?.unsaid]).toEqual(['unknown', ['Fenmoor Group']]);

  await matchWinnerName(manager(), { programme: season.programme, written: 'Fenmoor Group', company });
  expect([(await screened())?.verdict, (await screened())?.unsaid]).toEqual(['no', []]);
  const { entry: again } = await aDraft(season, { owner });
  const sent = submitEntry(during(season, owner), { entry: again, version: 1, ...text, nominee: 'Fenmoor Ltd' });
  expect((await refusal(sent)).fields).toEqual(['rules.not-twice: entries.rule-refuses']);
});

test('an answer to the form of the category decides, as the rule asks for it', async () => {
  const season = await ruled(['large-enough'], formOf(asks('number', 'agents')));
  const { entry, owner } = await aDraft(season);
  const sent = (agents: number) => submitEntry(during(season, owner), { entry, version: 1, ...text, body: '', answers: { agents } });
  expect((await refusal(sent(9))).fields).toEqual(['rules.large-enough: entries.rule-refuses']);
  await sent(10);
  const screened = (await entryForScreener(during(season, season.manager), entry)).eligibility;
  expect([screened?.verdict, screened?.rules[0]?.verdict.reasons[0]?.had]).toEqual(['yes', 10]);
});

test('an entry says of which kind its nominee is and who sends it in; what the category does not take is refused, and rules go by it', async () => {
  const season = await ruled(['by-customers'], undefined, { nominees: ['team', 'organisation'], nominators: ['peer', 'customer'] });
  const { entry, owner } = await aDraft(season);
  const page = () => entryPage(during(season, owner), entry);
  expect([(await page()).choices, states((await page()).eligibility)]).toEqual([
    { nomineeKind: ['team', 'organisation'], nominator: ['peer', 'customer'] },
    ['by-customers: unknown'],
  ]);
  const sent = (kinds: Partial<Parameters<typeof submitEntry>[1]>) =>
    submitEntry(during(season, owner), { entry, version: 1, ...text, ...kinds });
  expect((await refusal(sent({}))).fields).toEqual(['nomineeKind: field.required', 'nominator: field.required']);
  expect((await refusal(sent({ nomineeKind: 'person', nominator: 'self' }))).fields).toEqual([
    'nomineeKind: field.not-one-of',
    'nominator: field.not-one-of',
  ]);
  expect((await refusal(sent({ nomineeKind: 'team', nominator: 'peer' }))).fields).toEqual(['rules.by-customers: entries.rule-refuses']);
  await saveDraft(during(season, owner), { entry, version: 1, ...text, nomineeKind: 'team', nominator: 'customer' });
  expect([(await page()).nomineeKind, states((await page()).eligibility)]).toEqual(['team', ['by-customers: yes']]);
  // What is not sent stays as it was said.
  await submitEntry(during(season, owner), { entry, version: 2, ...text });
  const { nomineeKind, nominator } = await entryForScreener(during(season, season.manager), entry);
  expect([nomineeKind, nominator]).toEqual(['team', 'customer']);
});

test('a category that takes one kind says it itself, whatever was sent', async () => {
  const season = await ruled([], undefined, { nominees: ['technology'], nominators: ['self'] });
  const { entry, owner } = await aDraft(season);
  await submitEntry(during(season, owner), { entry, version: 1, ...text, nominator: 'customer' });
  const { nomineeKind, nominator } = await entryForScreener(during(season, season.manager), entry);
  expect([nomineeKind, nominator]).toEqual(['technology', 'self']);
});

test('the division of an entry is told by what it answers, to whoever writes it and whoever looks at it', async () => {
  const divisions = [
    { key: 'small', name: 'Small houses', rule: 'small' },
    { key: 'open', name: 'Everybody else' },
  ];
  const season = await ruled([], formOf(asks('money', 'revenue', { currencies: ['USD'] })), { divisions });
  const told = async (minor: number) => {
    const { entry, owner } = await aDraft(season);
    const before = (await entryPage(during(season, owner), entry)).division;
    await submitEntry(during(season, owner), {
      entry,
      version: 1,
      ...text,
      body: '',
      answers: { revenue: { minor, currency: 'USD' } },
    });
    const own = (await entryPage(during(season, owner), entry)).division;
    return [before, own, (await entryForScreener(during(season, season.manager), entry)).division].map((each) => each?.name);
  };
  expect(await told(9_999_999_999)).toEqual([null, 'Small houses', 'Small houses']);
  expect(await told(10_000_000_000)).toEqual([null, 'Everybody else', 'Everybody else']);
});

test('an answer to a question bound to a fact decides as the rule asks for the fact; the register goes before it, and a contradiction is told', async () => {
  const season = await ruled(
    ['long-enough', 'not-small'],
    formOf(asks('date', 'founded', { fact: 'company.operatingSince' }), asks('number', 'people', { fact: 'company.staff' })),
  );
  const { entry, owner } = await aDraft(season);
  const sent = (answers: object) =>
    submitEntry(during(season, owner), { entry, version: 1, ...text, nominee: 'Ormwick', body: '', answers: { ...answers } });
  expect(states((await entryPage(during(season, owner), entry)).eligibility)).toEqual(['long-enough: unknown', 'not-small: unknown']);
  expect((await refusal(sent({ founded: '2023-03-02', people: 300 }))).fields).toEqual(['rules.long-enough: entries.rule-refuses']);
  await sent({ founded: '2023-03-01', people: 300 });
  const screened = async () => (await entryForScreener(during(season, season.manager), entry)).eligibility;
  expect([(await screened())?.verdict, (await screened())?.contradictions]).toEqual(['yes', []]);

  const company = await aCompany(season, 'Ormwick Ltd');
  await recordSize(season.as(season.administrator), { company, class: 'small', asOf: '2025-12-31', source: 'Annual report 2025' });
  expect([(await screened())?.verdict, (await screened())?.contradictions]).toEqual([
    'no',
    [{ fact: 'company.staff', stated: 300, known: { least: 10, most: 49, proved: true } }],
  ]);
  // What the organisation knows is not the entrant's to read.
  const own = (await entryPage(during(season, owner), entry)).eligibility;
  expect(JSON.stringify(own)).not.toContain('"least"');
});
