/** Entries from a spreadsheet: looked at first, put in all or none, the same as if their owners had sent them. */
import { beforeAll, expect, test } from 'vitest';
import { headOf } from '#core/entries/importing/columns.ts';
import { workbook } from '#platform/formats/xlsx-write.server.ts';
import { ids, type PersonId } from '#platform/ids.ts';
import { editionById, publishEdition } from '#slices/programmes/index.ts';
import { acceptEntry } from '#slices/screening/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { limit } from '#tests/support/entering/limits.ts';
import { asks, everyKind, formOf, option } from '#tests/support/forms/form.ts';
import { enterByForm } from '#tests/support/forms/season-form.ts';
import { lostOf, startAtBarrier, wonOf } from '#tests/support/races/barrier.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aDraft, aMember, aPerson, aSeason, dates, emailOf, foundedWorld, type Season } from '#tests/support/season.ts';
import { categoryInEdition, entriesForManager, entryForOwner, importEntries, reviveEntry, submitEntry, undoImport } from '../index.ts';
import { columnsFor, foundEntries } from './checking.ts';
import type { ImportKind } from './import-store.ts';
import { importsOf } from './views.ts';

const database = await testDatabase();
const world = await foundedWorld(database);
const season = await aSeason(world);
const asked = await aSeason(world, { published: false });
const form = formOf(
  asks('long-text', 'story', { required: 'submit' }),
  asks('choice', 'channels', { options: [option('phone'), option('chat')], choose: { min: 1, max: 2 } }),
  asks('money', 'revenue', { currencies: ['EUR', 'JPY'] }),
  asks('files', 'papers'),
);
beforeAll(async () => {
  await enterByForm(asked, form);
  await publishEdition(asked.as(asked.manager, { clock: dates.before }), { edition: asked.edition });
});

const at = (of: Season, person: PersonId = of.manager, clock = dates.whileOpen) => of.as(person, { clock });
async function categoryOf(of: Season) {
  const category = await categoryInEdition(at(of), of.categories[0]);
  if (!category) throw new Error('no category');
  return category;
}

const heads = ['owner.email', 'owner.name', 'title', 'nominee', 'body', 'received', 'reference'];
const csv = (head: readonly string[], ...rows: readonly (readonly string[])[]) =>
  new File([[head, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')], 'paper.csv');
const fresh = () => `${ids.random()}@paper.example`;
const row = (email = fresh(), title = 'The hour after the flood', more: readonly string[] = []) => [
  email,
  'Ottilie Paper',
  title,
  'Wick Lower Mutual',
  'When the river rose.',
  ...more,
];

const look = async (of: Season, file: File, as: ImportKind = 'sent-in', clock = dates.whileOpen) =>
  foundEntries(at(of, of.manager, clock), await categoryOf(of), file, as);

type Say = { readonly as?: ImportKind; readonly because?: string; readonly clock?: Date; readonly mails?: boolean };
async function put(of: Season, file: File, { as = 'sent-in', because = '', clock = dates.whileOpen, mails = true }: Say = {}) {
  const found = await look(of, file, as, clock);
  expect(found.faults).toEqual([]);
  const rows = JSON.parse(found.body) as never[];
  return importEntries(at(of, of.manager, clock), { category: of.categories[0], as, file: found.file, rows, because, mails });
}

const mailsTo = async (email: string) =>
  (await database.owner.pool.query('select mail, data from plaudit.outbox where recipient = $1', [email])).rows;
const personOf = async (email: string) =>
  (await database.owner.pool.query<{ id: PersonId }>('select id from directory.people where email = $1', [email])).rows[0]?.id;
const entriesOf = async (id: string) =>
  (
    await database.owner.pool.query(
      `select e.id, e.number, e.state, e.owner_id as owner, e.title from plaudit.entry_import_rows r
        join plaudit.entries e on e.organisation_id = r.organisation_id and e.id = r.entry_id where r.import_id = $1 order by r.row`,
      [id],
    )
  ).rows;

test('every row is an entry of its owner, numbered in the order of the file, found in the list, and told of by mail', async () => {
  const [known, email] = [await aPerson(world, 'Ada Lindqvist'), fresh()];
  const file = csv(heads, row(await emailOf(world, known), 'Äpfel for all', ['', 'P-1']), row(email, '=cmd()', ['', 'P-2']));
  const before = await look(season, file);
  expect(before.rows.map(({ row: line, title }) => [line, title])).toEqual([
    [2, 'Äpfel for all'],
    [3, '=cmd()'],
  ]);
  expect(await personOf(email)).toBeUndefined();
  const done = await put(season, file);
  const made = await entriesOf(done.import);
  expect(made.map(({ number, state, owner }) => [number, state, owner])).toEqual([
    ['A-001', 'submitted', known],
    ['A-002', 'submitted', await personOf(email)],
  ]);
  const view = await entryForOwner(at(season, known), made[0].id);
  expect([view.title, view.may, view.hash?.length, view.owner.name]).toEqual(['Äpfel for all', 'owner', 64, 'Ada Lindqvist']);
  expect(await mailsTo(email)).toMatchObject([
    { mail: 'entries.imported', data: { number: 'A-002', title: '=cmd()', name: 'Ottilie Paper' } },
  ]);
  const edition = await editionById(at(season), season.edition);
  const list = edition && (await entriesForManager(at(season), edition, { search: 'apfel' }));
  expect(list?.entries.map(({ number }) => number)).toEqual(['A-001']);
  expect(await importsOf(at(season), edition as NonNullable<typeof edition>)).toMatchObject([
    { file: 'paper.csv', entries: 2, kind: 'sent-in', category: 'Team of the year', undoneAt: null },
  ]);
});

test('the same rows are put in once, also by two managers at the same moment, and a reference is of one entry', async () => {
  const own = await aSeason(world);
  const second = await aMember(world, own.programme, 'manager', 'Mara Second');
  const found = await look(own, csv(heads, row(fresh(), 'Once', ['', 'P-7'])));
  const rows = JSON.parse(found.body) as never[];
  const of = { category: own.categories[0], as: 'sent-in' as const, file: 'paper.csv', rows, because: '', mails: false };
  const started = await startAtBarrier(
    database,
    'entry_imports',
    [own.manager, second].map((manager) => () => importEntries(at(own, manager), of)),
  );
  expect([wonOf(started).length, lostOf(started)]).toEqual([1, ['import.in-already']]);
  const again = await look(own, csv(heads, row(fresh(), 'Twice', ['', 'P-7'])));
  expect(again.faults).toEqual([{ row: 2, text: expect.stringContaining('“P-7” is in already, as A-001') }]);
  expect(again.body).toBe('');
});

test('what its form asks is asked of every row, each fault at its column, and nothing is put in', async () => {
  const columns = await columnsFor(at(asked), await categoryOf(asked));
  expect(columns.columns.map(headOf)).toContain('revenue: amount [answers.revenue.amount]');
  expect(columns.columns.some(({ name }) => name.includes('papers') || name === 'body')).toBe(false);
  const head = ['owner.email', 'owner.name', 'title', 'nominee', 'story', 'channels', 'answers.revenue.amount', 'answers.revenue.currency'];
  const good = [fresh(), 'Ada', 'Sooner', 'Wick', 'We answered.', 'phone;chat', '12.5', 'EUR'];
  const file = csv(
    head,
    good,
    ['no address', 'Ada', 'x'.repeat(121), 'Wick', '', '', '', ''],
    [fresh(), 'Ada', 'Later', '', '', 'pigeon', 'much', 'EUR'],
  );
  const { faults } = await look(asked, file);
  expect(faults.map(({ row: line, text }) => [line, text.split(/: [A-Z“]/u)[0]])).toEqual([
    [3, 'Owner: e-mail'],
    [3, 'Title'],
    [4, 'channels'],
    [4, 'Nominee'],
    [4, 'revenue: amount'],
    [4, 'story'],
  ]);
  const done = await put(asked, csv(head, good));
  const [made] = await entriesOf(done.import);
  const { form: answered } = await entryForOwner(at(asked, made.owner), made.id);
  expect(answered?.answers).toMatchObject({ story: 'We answered.', channels: { options: ['phone', 'chat'] }, revenue: { minor: 1250 } });
});

test('a draft may be unfinished; it is its owner’s to write and to send in, and counts nowhere until then', async () => {
  const email = fresh();
  const done = await put(season, csv(heads, [email, 'Ottilie Paper', 'Half a story', '', '', '', '']), { as: 'drafts' });
  const [made] = await entriesOf(done.import);
  expect([made.state, made.number]).toEqual(['draft', null]);
  const view = await entryForOwner(at(season, made.owner), made.id);
  expect([view.title, view.version, view.may]).toEqual(['Half a story', 2, 'owner']);
  const text = { title: 'A whole story', nominee: 'Wick', body: 'It rose.' };
  expect((await submitEntry(at(season, made.owner), { entry: made.id, version: 2, ...text })).number).toMatch(/^A-/);
  expect(await refusalCode(undoImport(at(season), { import: done.import }))).toBe('import.drafts-stay');
});

test('after the close only what was received before it is put in, and why is said', async () => {
  const own = await aSeason(world);
  const late = dates.whileJudging;
  const edition = await editionById(at(own), own.edition);
  const closes = edition?.entriesCloseAt ?? late;
  const wall = (when: Date) => when.toISOString().slice(0, 16).replace('T', ' ');
  const [before, after] = [new Date(closes.getTime() - 3 * 86_400_000), new Date(closes.getTime() + 2 * 86_400_000)];
  const said = async (received: string) => (await look(own, csv(heads, row(fresh(), 'Late', [received])), 'sent-in', late)).faults;
  expect((await said('')).map(({ text }) => text)[0]).toContain('closed');
  expect((await said(wall(after))).map(({ text }) => text)[0]).toContain('closed');
  expect((await said('2035-01-01 00:00')).map(({ text }) => text)[0]).toContain('ahead of now');
  const file = csv(heads, row(fresh(), 'By post', [wall(before)]));
  const found = await look(own, file, 'sent-in', late);
  const rows = JSON.parse(found.body) as never[];
  const of = { category: own.categories[0], as: 'sent-in' as const, file: found.file, rows, mails: false };
  expect(await refusal(importEntries(at(own, own.manager, late), { ...of, because: '' }))).toMatchObject({
    fields: ['because: field.required'],
  });
  const done = await importEntries(at(own, own.manager, late), { ...of, because: 'The letter lay in the wrong office.' });
  const { rows: kept } = await database.owner.pool.query('select received_at from plaudit.entry_import_rows where import_id = $1', [
    done.import,
  ]);
  expect(kept[0].received_at.getTime()).toBeLessThan(closes.getTime());
});

test('one row that cannot be put in keeps the whole file out, with its row told', async () => {
  const own = await aSeason(world);
  const found = await look(own, csv(heads, row(), row()));
  await limit(own, { all: 1 });
  const seen = await look(own, csv(heads, row(), row()));
  expect(seen.faults).toEqual([{ row: 3, text: expect.stringContaining('takes one entry') }]);
  const rows = JSON.parse(found.body) as never[];
  const all = { category: own.categories[0], as: 'sent-in' as const, file: found.file, rows, because: '', mails: true };
  expect(await refusal(importEntries(at(own), all))).toMatchObject({
    code: 'import.row-refused',
    facts: { row: 3 },
    fields: ['row.3: entries.category-full'],
  });
  const { rows: left } = await database.owner.pool.query(
    `select (select count(*)::int from plaudit.entries where edition_id = $1) as entries,
            (select count(*)::int from plaudit.entry_imports where edition_id = $1) as imports`,
    [own.edition],
  );
  expect(left).toEqual([{ entries: 0, imports: 0 }]);
});

test('a file in and an entrant who submits at the same moment: as many as there are places', async () => {
  const own = await aSeason(world);
  await limit(own, { all: 2, each: 1 });
  const twice = fresh();
  expect((await look(own, csv(heads, row(twice), row(twice)))).faults.map(({ row: line }) => line)).toEqual([3]);
  const draft = await aDraft(own);
  const found = await look(own, csv(heads, row(), row()));
  const rows = JSON.parse(found.body) as never[];
  const started = await startAtBarrier<unknown>(database, 'categories', [
    () => importEntries(at(own), { category: own.categories[0], as: 'sent-in', file: 'paper.csv', rows, because: '', mails: false }),
    () => submitEntry(at(own, draft.owner), { entry: draft.entry, version: 1, title: 'Mine', nominee: 'Wick', body: 'It rose.' }),
  ]);
  expect(wonOf(started)).toHaveLength(1);
  const { rows: numbered } = await database.owner.pool.query(
    'select count(*)::int as n from plaudit.entries where edition_id = $1 and number is not null',
    [own.edition],
  );
  expect([1, 2]).toContain(numbered[0].n);
});

test('what a file put in is taken back as a whole as far as it still waits, and its owner may bring it back', async () => {
  const own = await aSeason(world);
  const done = await put(own, csv(heads, row(), row()));
  const [first, second] = await entriesOf(done.import);
  await acceptEntry(at(own), { entry: second.id, version: 2 });
  expect(await undoImport(at(own), { import: done.import })).toMatchObject({ withdrawn: 1, left: 1 });
  expect((await entriesOf(done.import)).map(({ state }) => state)).toEqual(['withdrawn', 'accepted']);
  expect(await refusalCode(undoImport(at(own), { import: done.import }))).toBe('import.undone-already');
  expect(await reviveEntry(at(own, first.owner), { entry: first.id })).toMatchObject({ state: 'submitted' });
});

test('a workbook is read as well; what is no table, holds too many rows or another’s programme is refused', async () => {
  const own = await aSeason(world);
  const sheet = workbook([
    { name: 'Paper', head: ['Owner: e-mail [owner.email]', 'Owner: name [owner.name]', 'Title', 'Nominee', 'Text'], rows: [row()] },
  ]);
  const found = await look(own, new File([new Uint8Array(sheet)], 'paper.xlsx'));
  expect([found.faults, found.rows.length]).toEqual([[], 1]);
  const many = csv(heads, ...Array.from({ length: 201 }, () => row()));
  expect(await refusal(look(own, many))).toMatchObject({ code: 'general.too-large', facts: { limit: 200 } });
  expect(await refusalCode(look(own, new File([new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])], 'x.xlsx')))).toMatch(/^(xlsx|zip|files)\./);
  const rows = JSON.parse(found.body) as never[];
  const of = { category: own.categories[0], as: 'sent-in' as const, file: 'paper.xlsx', rows, because: '', mails: false };
  expect(await refusalCode(importEntries(at(season, season.manager), of))).toBe('general.not-found');
  const edition = await editionById(at(own), own.edition);
  expect(edition && (await refusalCode(importsOf(at(season, season.manager), edition)))).toBe('general.not-found');
});

test('every kind of field has its cells', async () => {
  const all = await aSeason(world, { published: false });
  await enterByForm(all, everyKind);
  await publishEdition(all.as(all.manager, { clock: dates.before }), { edition: all.edition });
  const { columns } = await columnsFor(at(all), await categoryOf(all));
  const cells: Readonly<Record<string, string>> = {
    'owner.email': fresh(),
    'owner.name': 'Ada',
    title: 'Faster help',
    nominee: 'Wick',
    'answers.title': 'Faster help',
    'answers.essay': 'We answered sooner.',
    'answers.sector': 'bank',
    'answers.agents': '12',
    'answers.claim.measure': 'csat/top-two-of-five',
    'answers.claim.value': '90',
    'answers.claim.n': '200',
    'answers.claim.from': '2024-01-01',
    'answers.claim.to': '2024-03-31',
    'answers.leader.name': 'Ada Lindqvist',
    'answers.links': 'example.org',
    'answers.since': '2022-01-01',
    'answers.rules': 'yes',
  };
  const file = csv(
    columns.map(headOf),
    columns.map(({ name }) => cells[name] ?? ''),
  );
  const done = await put(all, file);
  const [made] = await entriesOf(done.import);
  const { form: answered } = await entryForOwner(at(all, made.owner), made.id);
  expect(answered?.answers).toMatchObject({ agents: 12, rules: true, links: ['https://example.org'], claim: { value: 90, n: 200 } });
});
