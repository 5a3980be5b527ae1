import { expect, test } from 'vitest';
import { withoutRule, withRule } from '#core/categories/naming-rules.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aMember, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { wordsFor } from '#words/index.ts';
import { faultsIn, readNotation } from '../editing/notation.ts';
import { changePart, editionById, partsOf } from '../index.ts';
import { asBody, atFields, withoutRuleAt, withRuleAt } from './changes.ts';
import { blankValues, ruleFrom, type Values } from './rule-values.ts';
import { factsIn, rulesForManager } from './view.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database), { published: false });
const words = wordsFor('en');
const manager = () => season.as(season.manager, { clock: dates.before });

async function now() {
  const edition = await editionById(manager(), season.edition);
  if (!edition) throw new Error('no edition');
  return { version: edition.version, parts: await partsOf(manager(), edition) };
}

async function save(part: 'rules' | 'categories' | 'forms', body: ReturnType<typeof asBody>) {
  return changePart(manager(), { edition: season.edition, version: (await now()).version, part, body });
}

/** As the form sends it. */
async function saveForm(key: string, values: Values) {
  const { parts } = await now();
  const types = new Map(factsIn(parts).map(({ name, type }) => [name, type]));
  const body = withRuleAt(
    parts.rules,
    key,
    ruleFrom({ ...blankValues, ...values }, parts.rules[key], 'en', (fact) => types.get(fact)),
  );
  return save('rules', body);
}

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(() => undefined).catch((error: unknown) => error);
}

const view = (key?: string) =>
  rulesForManager(manager(), season.slug, season.editionSlug, new URLSearchParams(key === undefined ? {} : { rule: key }));

test('a rule is written line by line, counts where it is named, and is deleted once nothing names it', async () => {
  const lines = { 'needs.0.fact': 'entry.files', 'needs.0.test': 'atLeast', 'needs.0.value': '1', name: 'With a file' };
  await saveForm('with-a-file', lines);
  const { rules, chosen } = await view('with-a-file');
  expect(rules.map(({ key, name, counts, used }) => [key, name, counts, used])).toEqual([['with-a-file', 'With a file', 0, false]]);
  expect(chosen?.yaml).toBe('name: With a file\ndecides: eligible\nstage: submit\nneeds:\n  fact: entry.files\n  atLeast: 1\n');
  expect(chosen?.values).toMatchObject(lines);
  expect(chosen && words.eligibility.rule(chosen.rule)).toBe(
    'An entry may be sent in only if the number of files with the entry is at least 1.',
  );

  await save('categories', asBody(withRule((await now()).parts.categories, 'A', 'with-a-file')));
  const named = (await view('with-a-file')).chosen;
  expect([named?.counts, named?.named.map(({ code }) => code), named?.free.map(({ value }) => value)]).toEqual([1, ['A'], ['B']]);
  expect(await refusalCode(save('rules', withoutRuleAt((await now()).parts.rules, 'with-a-file')))).toBe('general.invalid-input');
  await save('categories', asBody(withoutRule((await now()).parts.categories, 'A', 'with-a-file')));
  await save('rules', withoutRuleAt((await now()).parts.rules, 'with-a-file'));
  expect((await view()).rules).toEqual([]);
});

test('what is wrong in a line is told beside its field, and nothing is saved', async () => {
  const values = {
    ...blankValues,
    'needs.rows': '3',
    'needs.0.fact': 'company.staff',
    'needs.0.test': 'since',
    'needs.0.value': '2026-01-01',
    'needs.2.fact': 'group.revenue',
    'needs.2.test': 'below',
    'needs.2.value': 'a lot',
  };
  const told = atFields(await errorOf(saveForm('wrong', values)), 'wrong', values) as { fields: { path: string; code: string }[] };
  expect(told.fields.map(({ path, code }) => `${path}: ${code}`)).toEqual(['needs.2.value: eligibility.not-valid']);
  const unfit = { ...values, 'needs.2.fact': '', 'needs.2.test': '', 'needs.2.value': '' };
  const next = atFields(await errorOf(saveForm('wrong', unfit)), 'wrong', unfit) as { fields: { path: string; code: string }[] };
  expect(next.fields.map(({ path, code }) => `${path}: ${code}`)).toEqual(['needs.0.value: eligibility.unfit-test']);
  const empty = atFields(await errorOf(saveForm('wrong', {})), 'wrong', blankValues) as { fields: { path: string; code: string }[] };
  expect(empty.fields.map(({ path, code }) => `${path}: ${code}`)).toEqual(['needs.0.test: eligibility.missing']);
  const unnamed = atFields(
    await errorOf(saveForm('', { ...values, 'needs.0.test': 'given', 'needs.2.fact': '' })),
    '',
    values,
  ) as typeof told;
  expect(unnamed.fields.map(({ path }) => path)).toContain('key');
  expect((await view()).rules).toEqual([]);
});

test('a text has every fault told with its line, and a rule too nested for lines is written by it', async () => {
  const faults = async (text: string) => {
    const read = readNotation(text, words);
    if (!read.ok) return read.faults.map(({ row }) => row);
    const error = await errorOf(save('rules', withRuleAt((await now()).parts.rules, 'nested', read.yaml.value)));
    return faultsIn(error, 'rules.nested', read.yaml, words)?.map(({ row, path }) => `${row} ${path}`);
  };
  expect(await faults('needs: {')).toEqual([1]);
  expect(
    await faults(
      'stage: later\nneeds:\n  all:\n    - fact: company.staff\n      atLest: 3\n    - fact: company.staff\n      atLeast: lots\n',
    ),
  ).toEqual(['1 stage', '4 needs.all.0', '7 needs.all.1.atLeast']);
  const nested =
    'needs:\n  any:\n    - fact: entry.updated\n      equals: true\n    - all:\n        - not:\n            won:\n              category: same\n        - fact: entry.files\n          atLeast: 1\n';
  expect(await faults(nested)).toBeUndefined();
  const { chosen } = await view('nested');
  expect([chosen?.values, chosen?.yaml.includes('category: same')]).toEqual([undefined, true]);
});

test('it is said where each fact comes from, and that no form asks it until one does; a fact that is none, or does not fit, is refused with its line', async () => {
  const form = (kind: string, fact: string) =>
    `title: Entry\nsections:\n  - key: house\n    title: The house\n    items:\n      - key: founded\n        kind: ${kind}\n        label: Founded\n        fact: ${fact}\n`;
  const saved = async (text: string) => {
    const read = readNotation(text, words);
    if (!read.ok) throw new Error('not read');
    const error = await errorOf(save('forms', asBody({ ...(await now()).parts.forms, house: read.yaml.value })));
    return faultsIn(error, 'forms.house', read.yaml, words)?.map(({ row, path }) => `${row} ${path}`);
  };
  const years = { needs: { fact: 'company.operatingSince', yearsAtLeast: 3 } };
  await save('rules', asBody({ ...(await now()).parts.rules, years }));
  const inA = (await now()).parts.categories.map((node) => (node.code === 'A' ? { ...node, rules: ['years'] } : node));
  await save('categories', asBody(inA));
  const told = async () => (await view('years')).chosen?.told;
  const open = async () => (await view()).rules.filter((rule) => rule.open).map(({ key }) => key);
  expect([await told(), await open()]).toEqual([
    [
      { fact: 'company.operatingSince', origins: [], untold: ['A Team of the year'] },
      { fact: 'entry.day', origins: [{ from: 'entry' }], untold: [] },
    ],
    ['years'],
  ]);
  expect([await saved(form('date', 'company.age')), await saved(form('number', 'company.operatingSince'))]).toEqual([
    ['9 sections.0.items.0.fact'],
    ['9 sections.0.items.0.fact'],
  ]);
  expect(await saved(form('date', 'company.operatingSince'))).toBeUndefined();
  await save('categories', asBody(inA.map((node) => (node.code === 'A' ? { ...node, form: 'house' } : node))));
  expect([(await told())?.[0], await open()]).toEqual([
    {
      fact: 'company.operatingSince',
      origins: [{ from: 'form', form: 'house', field: 'founded', label: 'Founded', title: 'Entry' }],
      untold: [],
    },
    [],
  ]);
});

test('an auditor reads the rules and is offered no way to change them', async () => {
  const auditor = await aMember(season, season.programme, 'auditor', 'Piet Aldous');
  const seen = await rulesForManager(
    season.as(auditor, { clock: dates.before }),
    season.slug,
    season.editionSlug,
    new URLSearchParams('new=1'),
  );
  expect([seen.mayChange, seen.mayUnlock, seen.blank, seen.rules.length]).toEqual([false, false, undefined, 2]);
});
