import { expect, test } from 'vitest';
import { translationHead, translationRows } from '#core/editions/translating/translation-table.ts';
import { Problem } from '#core/problems/problem.ts';
import type { FormArgs } from '#http/form.ts';
import { csvText } from '#platform/formats/csv-text.ts';
import { workbook } from '#platform/formats/xlsx-write.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { withCardTexts } from '../contents/card-texts.ts';
import { criteriaOfCategory, openCategoriesOf } from '../contents/views.ts';
import { changePart, editionById, partsOf, replaceConfiguration } from '../index.ts';
import { callOf } from '../public/call.ts';
import { translationActs } from './acts.ts';
import { translationsPage } from './page-view.ts';
import { documentTranslated, foundTranslations } from './table.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { published: false });
const manager = () => season.as(season.manager, { clock: dates.before });

async function edition() {
  const found = await editionById(manager(), season.edition);
  if (!found) throw new Error('no edition');
  return found;
}
const made = async () => partsOf(manager(), await edition());

const look = (query = '') => translationsPage(manager(), season.slug, season.editionSlug, new URLSearchParams(query));

/** A form of the page sent as a browser sends it; where it leads to. */
async function send(act: string, values: Readonly<Record<string, string>>, query = ''): Promise<string> {
  const ctx = manager();
  const url = new URL(`http://localhost/manage/${season.slug}/${season.editionSlug}/translations${query}`);
  const request = new Request(url, { method: 'POST' });
  const params = { programme: season.slug, edition: season.editionSlug };
  const args = { visitor: { ctx }, params, values, url, request, base: '', form: new FormData(), key: '', screen: true };
  const answer = await translationActs[act]?.perform(ctx, args as unknown as FormArgs);
  return answer instanceof Response ? (answer.headers.get('location') ?? '') : 'no answer';
}

const names = async () => (await made()).categories.map(({ name }) => name);
const version = async () => String((await edition()).version);

test('a language is added and taken away, and what was said in it comes back with it', async () => {
  expect((await look()).chosen).toBeUndefined();
  expect(await send('languages', { language: 'de', version: await version() })).toContain('in=de');
  expect((await made()).texts.languages).toEqual(['en', 'de']);
  await expect(send('languages', { language: 'German', version: await version() })).rejects.toThrow(Problem);
  const [first] = (await look('part=categories')).chosen?.things ?? [];
  const said = { language: 'de', part: 'categories', [`in.${first?.lines[0]?.name}`]: ' Für Dienst ' };
  expect(await send('change', { ...said, version: await version() }, '?show=all')).toMatch(
    /show=all.*in=de.*part=categories.*saved=changed/,
  );
  expect((await names())[0]).toMatchObject({ de: 'Für Dienst' });
  await send('languages', { language: 'de', do: 'away', version: await version() });
  expect([(await look()).chosen, (await names())[0]]).toEqual([undefined, expect.objectContaining({ de: 'Für Dienst' })]);
  await send('languages', { language: 'en', do: 'away', version: await version() }).catch(() => undefined);
  await send('languages', { language: 'de', version: await version() });
  expect((await made()).texts.languages).toEqual(['en', 'de']);
});

test('of two translators the second is shown both texts, and nothing is lost', async () => {
  const before = await version();
  const [first, second] = ((await look('part=categories&show=all')).chosen?.things ?? []).flatMap(({ lines }) => lines);
  const form = { language: 'de', part: 'categories', version: before };
  await send('change', { ...form, [`in.${first?.name}`]: 'Eins' });
  const refused = await send('change', { ...form, [`in.${first?.name}`]: 'Zwei', [`in.${second?.name}`]: 'Neu' }).catch(
    (error: unknown) => error,
  );
  expect(refused).toMatchObject({ code: 'general.stale-version' });
  expect(refused instanceof Problem ? refused.fields.map(({ path, facts }) => [path, facts.saved, facts.sent]) : []).toEqual([
    [`in.${first?.name}`, 'Eins', 'Zwei'],
    [`in.${second?.name}`, '', 'Neu'],
  ]);
});

test('what is missing is counted by part, and what has changed since it was translated is told', async () => {
  const { categories } = await made();
  const counted = async () => (await look('part=categories')).chosen?.counts.find(({ part }) => part === 'categories');
  const before = await counted();
  const [head, ...rest] = categories;
  const changed = [{ ...head, name: { en: 'Another name', de: 'Eins' } }, ...rest];
  await changePart(manager(), {
    edition: season.edition,
    version: Number(await version()),
    part: 'categories',
    body: JSON.parse(JSON.stringify(changed)),
  });
  expect(await counted()).toEqual(before);
  const { chosen } = await look('part=categories&show=changed');
  expect(chosen?.things.flatMap(({ lines }) => lines.map(({ source, words, outdated }) => [source, words, outdated]))).toEqual([
    ['Another name', 'Eins', true],
  ]);
  await send('change', {
    language: 'de',
    part: 'categories',
    version: await version(),
    [`in.${chosen?.things[0]?.lines[0]?.name}`]: 'Ein anderer Name',
  });
  expect((await look('part=categories&show=changed')).chosen?.found).toBe(0);
});

test('a table of translations is shown before it is saved, says the same as CSV and as a workbook, and is refused whole', async () => {
  const head = translationHead('en', 'de');
  const rows = translationRows(await made(), 'de').map(([place = '', source = '']) => [place, source, `+ ${place}`]);
  const found = async (name: string, content: string | Uint8Array<ArrayBuffer>) =>
    foundTranslations(manager(), await edition(), 'de', new File([content], name));
  const csv = await found('de.csv', csvText(head, rows));
  expect(await found('de.xlsx', new Uint8Array(workbook([{ name: 'T', head, rows, widths: [] }])))).toEqual(csv);
  if (!csv.ok) throw new Error(JSON.stringify(csv.faults));
  const before = await made();
  expect(csv.count).toBeGreaterThan(0);
  expect(await made()).toEqual(before);
  const document = await documentTranslated(manager(), await edition(), 'de', csv.words);
  await replaceConfiguration(manager(), { edition: season.edition, version: Number(await version()), document });
  expect((await look()).chosen?.counts.filter(({ missing }) => missing > 0)).toEqual([]);
  expect(await found('de.csv', csvText(head, [['categories.Z.name', '', 'x']]))).toMatchObject({ ok: false, faults: [{ row: 2 }] });
  expect(await refusalCode(documentTranslated(manager(), await edition(), 'fr', csv.words))).toBe('general.not-found');
  expect(await refusalCode(documentTranslated(manager(), await edition(), 'de', '{'))).toBe('general.invalid-input');
});

test('a ballot says its criteria in the language of its address, each marked, and in the reader’s without one', async () => {
  const [category] = await openCategoriesOf(manager(), season.edition);
  if (!category) throw new Error('no category');
  const rows = await criteriaOfCategory(manager(), category.id);
  const told = async (contents?: string) => withCardTexts({ ...manager(), ...(contents && { contents }) }, season.edition, rows);
  const { criteria, languages } = await told('de-AT');
  expect([languages.shown, criteria.map(({ name }) => languages.foreign[name])]).toEqual(['de', rows.map(() => 'de')]);
  expect((await told('fr')).criteria.map(({ name }) => name)).toEqual((await told()).criteria.map(({ name }) => name));
  expect((await told()).languages).toMatchObject({ shown: 'en', foreign: {} });
});

test('a translation of an edition nobody may see yet is told to nobody, whatever language is asked for', async () => {
  const draft = (contents: string) => callOf({ ...season.asVisitor({ clock: dates.before }), contents }, season.slug, season.editionSlug);
  for (const language of ['de', 'en', '__proto__']) expect(await refusalCode(draft(language))).toBe('general.not-found');
});
