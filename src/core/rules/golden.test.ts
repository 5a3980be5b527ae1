/** Rules of real programmes, each by a table with both sides of its limit. */
import { describe, expect, it } from 'vitest';
import type { FactValue, KnownFacts } from './facts.ts';
import type { Answer } from './kleene.ts';
import { readRules } from './problems.ts';
import { judge } from './verdict.ts';

function verdict(rule: object, facts: KnownFacts): Answer {
  const read = readRules({ rule });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return judge(read.rules, facts).verdict;
}

const asks = (fact: string, test: object) => ({ needs: { fact, ...test } });

describe('the window of achievements of Stevie, since 1 July 2021', () => {
  const rule = asks('answer.achieved', { since: '2021-07-01' });
  it.each<[string, FactValue | undefined, Answer]>([
    ['on the day before', '2021-06-30', 'no'],
    ['on the day itself', '2021-07-01', 'yes'],
    ['over a period from that day', { from: '2021-07-01', to: '2021-07-01' }, 'yes'],
    ['over a period begun the day before', { from: '2021-06-30', to: '2022-05-01' }, 'no'],
    ['over a period that still goes on', { from: '2021-07-02', to: null }, 'yes'],
    ['over a period of unknown beginning', { to: '2022-01-01' }, 'unknown'],
    ['over a period of unknown beginning that was over before', { to: '2021-06-30' }, 'no'],
    ['on a day nobody gave', undefined, 'unknown'],
    ['on a day left empty', null, 'unknown'],
  ])('an achievement %s', (_what, achieved, expected) => {
    expect(verdict(rule, achieved === undefined ? {} : { 'answer.achieved': achieved })).toBe(expected);
  });

  it('may end as well, and then the whole period lies within it', () => {
    const between = asks('answer.achieved', { between: { from: '2021-07-01', to: '2022-06-30' } });
    const until = asks('answer.achieved', { until: '2022-06-30' });
    const cases: [FactValue, Answer, Answer][] = [
      [{ from: '2021-07-01', to: '2022-06-30' }, 'yes', 'yes'],
      [{ from: '2021-07-01', to: '2022-07-01' }, 'no', 'no'],
      [{ from: '2021-06-30', to: '2022-06-30' }, 'no', 'yes'],
      [{ from: '2022-01-01', to: null }, 'no', 'no'],
      [{ from: '2022-01-01' }, 'unknown', 'unknown'],
      [{ from: '2022-07-01' }, 'no', 'no'],
      ['2022-06-30', 'yes', 'yes'],
      ['2022-07-01', 'no', 'no'],
    ];
    const found = cases.map(([achieved]) => [between, until].map((each) => verdict(each, { 'answer.achieved': achieved })));
    expect(found).toEqual(cases.map(([, ...expected]) => expected));
  });
});

describe('the rule of Stevie for winners of the edition before', () => {
  const won = { editions: ['2023'] };
  const rule = {
    when: { won },
    needs: { any: [{ not: { won: { ...won, category: 'same' } } }, { fact: 'entry.updated', equals: true }] },
  };
  const last = { needs: { any: [{ not: { won: { last: 1, category: 'same' } } }, { fact: 'entry.updated', equals: true }] } };
  const here = { edition: '2023', ago: 1, category: 'J01B' };
  const elsewhere = { ...here, category: 'J02A' };
  const family = { ...here, category: 'J01' };
  const earlier = { edition: '2022', ago: 2, category: 'J01B' };
  const nowhere = { edition: '2023', ago: 1 };

  it.each<[string, FactValue | undefined, Answer, Answer, Answer]>([
    // wins, then the verdict if updated, not updated, and if nobody knows
    ['won in this category', [here], 'yes', 'no', 'unknown'],
    ['won in the family this category stands in', [family], 'yes', 'no', 'unknown'],
    ['won in another category', [elsewhere], 'yes', 'yes', 'yes'],
    ['won in this category and in another', [elsewhere, here], 'yes', 'no', 'unknown'],
    ['won in this category two editions ago', [earlier], 'yes', 'yes', 'yes'],
    ['never won', [], 'yes', 'yes', 'yes'],
    ['won in a category nobody wrote down', [nowhere], 'yes', 'unknown', 'unknown'],
    ['may have won or not', undefined, 'yes', 'unknown', 'unknown'],
  ])('a nominee who %s may enter if updated, if not, if nobody knows: as the table says', (_what, wins, ...expected) => {
    const base: KnownFacts = { 'entry.category': { code: 'J01B', in: ['J01'] }, ...(wins === undefined ? {} : { 'honours.wins': wins }) };
    const updated: KnownFacts[] = [{ 'entry.updated': true }, { 'entry.updated': false }, {}];
    for (const each of [rule, last]) expect(updated.map((more) => verdict(each, { ...base, ...more }))).toEqual(expected);
  });

  it('is open while nobody knows which category the entry is for', () => {
    expect(verdict(rule, { 'honours.wins': [here], 'entry.updated': false })).toBe('unknown');
    expect(verdict(rule, { 'honours.wins': [], 'entry.updated': false })).toBe('yes');
  });
});

describe('the size of a company, including its parents and proved', () => {
  const small = asks('group.revenue', { below: '100000000 USD', proved: true });
  it.each<[string, FactValue | undefined, Answer]>([
    ['a cent below, proved', { is: '99999999.99 USD', proved: true }, 'yes'],
    ['a cent below, only said', { is: '99999999.99 USD', proved: false }, 'unknown'],
    ['a cent below, without a word on proof', '99999999.99 USD', 'unknown'],
    ['exactly there, proved', { is: '100000000.00 USD', proved: true }, 'no'],
    ['exactly there, only said', { is: '100000000.00 USD', proved: false }, 'no'],
    ['in another currency', { is: '1 EUR', proved: true }, 'unknown'],
    ['a number without a currency', 5, 'unknown'],
    ['not known', undefined, 'unknown'],
  ])('%s', (_what, revenue, expected) => {
    expect(verdict(small, revenue === undefined ? {} : { 'group.revenue': revenue })).toBe(expected);
  });

  it('is told by the company alone or with its parents, as the rule says', () => {
    const facts = { 'company.staff': 49, 'group.staff': 50 };
    const atMost = { atMost: 49 };
    expect([asks('company.staff', atMost), asks('group.staff', atMost)].map((rule) => verdict(rule, facts))).toEqual(['yes', 'no']);
  });
});

describe('a number of which only the class is known', () => {
  const small = { least: 10, most: 49, proved: true };
  const large = { least: 250, proved: true };
  it.each<[string, object, FactValue, Answer]>([
    ['within a limit at its upper end', { atMost: 49 }, small, 'yes'],
    ['across a limit', { atMost: 48 }, small, 'unknown'],
    ['above a limit', { atMost: 9 }, small, 'no'],
    ['from a limit on', { atLeast: 10 }, small, 'yes'],
    ['below a limit', { atLeast: 50 }, small, 'no'],
    ['strictly above a limit at its lower end', { above: 10 }, small, 'unknown'],
    ['without an end, above a limit', { atLeast: 250 }, large, 'yes'],
    ['without an end, and a limit in it', { below: 1000 }, large, 'unknown'],
    ['without an end, above what is allowed', { below: 250 }, large, 'no'],
    ['within a limit, without the proof it takes', { atMost: 49, proved: true }, { ...small, proved: false }, 'unknown'],
    ['beyond a limit, without a proof', { atMost: 9, proved: true }, { ...small, proved: false }, 'no'],
  ])('is weighed by both ends: %s', (_what, test, staff, expected) => {
    expect(verdict(asks('company.staff', test), { 'company.staff': staff })).toBe(expected);
  });
});

describe('years a company has been operating', () => {
  const three = { yearsAtLeast: 3, on: '2026-03-01' };
  it.each<[string, string, Answer]>([
    ['on the anniversary', '2023-03-01', 'yes'],
    ['a day short of it', '2023-03-02', 'no'],
    ['since a 29 February, on 1 March', '2020-02-29', 'yes'],
  ])('are full %s', (_what, since, expected) => {
    expect(verdict(asks('company.operatingSince', three), { 'company.operatingSince': since })).toBe(expected);
  });

  it('since a 29 February are full on 1 March, and on 29 February where there is one', () => {
    const on = (years: number, day: string) =>
      verdict(asks('company.operatingSince', { yearsAtLeast: years, on: day }), { 'company.operatingSince': '2020-02-29' });
    expect([on(3, '2023-02-28'), on(3, '2023-03-01'), on(4, '2024-02-28'), on(4, '2024-02-29')]).toEqual(['no', 'yes', 'no', 'yes']);
  });

  it('are counted to the day the entry is sent in where no day is said', () => {
    const rule = asks('company.operatingSince', { yearsAtLeast: 3 });
    const sent = (day: string) => verdict(rule, { 'company.operatingSince': '2023-03-01', 'entry.day': day });
    expect([sent('2026-02-28'), sent('2026-03-01'), verdict(rule, { 'company.operatingSince': '2023-03-01' })]).toEqual([
      'no',
      'yes',
      'unknown',
    ]);
  });
});

describe('what has to be there', () => {
  it.each(['self', 'peer', 'customer', 'all'])('at least three nominations (%s) are three, and two are not', (kind) => {
    const rule = asks(`nominations.${kind}`, { atLeast: 3 });
    const answers = [2, 3, 4].map((count) => verdict(rule, { [`nominations.${kind}`]: count }));
    expect([...answers, verdict(rule, {})]).toEqual(['no', 'yes', 'yes', 'unknown']);
  });

  it('at least two of three answers are counted as far as they are known', () => {
    const rule = { needs: { answers: ['a', 'b', 'c'], atLeast: 2 } };
    const facts: KnownFacts[] = [
      { 'answer.a': 'x', 'answer.b': 1 },
      { 'answer.a': 'x', 'answer.b': null },
      { 'answer.a': 'x', 'answer.b': null, 'answer.c': { words: 0 } },
      { 'answer.a': null, 'answer.c': [] },
    ];
    expect(facts.map((each) => verdict(rule, each))).toEqual(['yes', 'unknown', 'no', 'no']);
  });

  it('625 words are at most 625, and 626 are not', () => {
    const rule = asks('answer.essay', { wordsAtMost: 625 });
    expect([624, 625, 626].map((words) => verdict(rule, { 'answer.essay': { words } }))).toEqual(['yes', 'yes', 'no']);
    const none = [{ words: 0 }, null].map((essay) => verdict(asks('answer.essay', { wordsAtLeast: 1 }), { 'answer.essay': essay }));
    expect([...none, verdict(rule, { 'answer.essay': null })]).toEqual(['no', 'no', 'yes']);
  });

  it('consent is given by a yes, not by a no and not by nothing', () => {
    const rule = asks('answer.consent', { equals: true });
    expect([true, false, null].map((consent) => verdict(rule, { 'answer.consent': consent }))).toEqual(['yes', 'no', 'unknown']);
  });

  it('choices are met by one of them, and a category by what it stands in', () => {
    const facts: KnownFacts = {
      'answer.kind': 'large',
      'answer.regions': ['emea', 'apac'],
      'entry.category': { code: 'J01A', in: ['J01', 'J'] },
    };
    const answers = [
      asks('answer.kind', { oneOf: ['large', 'medium'] }),
      asks('answer.kind', { equals: 'small' }),
      asks('answer.regions', { hasAnyOf: ['apac', 'amer'] }),
      asks('answer.regions', { hasAnyOf: ['amer'] }),
      asks('entry.category', { equals: 'J01' }),
      asks('entry.category', { oneOf: ['J02', 'J01B'] }),
      asks('answer.kind', { equals: true }),
    ].map((rule) => verdict(rule, facts));
    expect(answers).toEqual(['yes', 'no', 'yes', 'no', 'yes', 'no', 'unknown']);
  });
});
