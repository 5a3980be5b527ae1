/** The preset against the published list of categories it is made from. */
import { describe, expect, it } from 'vitest';
import { openCategories, placed } from '../../categories/tree.ts';
import { itemsOf } from '../../forms/items.ts';
import { inLanguage } from '../../languages/local-text.ts';
import type { KnownFacts } from '../../rules/facts.ts';
import { answerFacts } from '../../rules/form-facts.ts';
import { judge } from '../../rules/verdict.ts';
import { fromPreset } from './presets.ts';

const document = fromPreset('stevie-sales-customer-service', '2024', '2024-01-15');
const form = document.forms.entry;
if (!form) throw new Error('no form');

describe('the Stevie categories of 2024', () => {
  it('are four families of eight industries each, two of them new', () => {
    const families = placed(document.categories).filter(({ depth }) => depth === 0);
    expect(families.map(({ node }) => [node.code, node.isNew ?? false])).toEqual([
      ['J01', false],
      ['J02', false],
      ['J03', true],
      ['J04', true],
    ]);
    const codes = ['J01', 'J02', 'J03', 'J04'].flatMap((family) => Array.from('ABCDEFGH', (branch) => `${family}${branch}`));
    expect(openCategories(document.categories).map(({ node }) => node.code)).toEqual(codes);
  });

  it('are all entered by the same form, judged alike and under the same two rules', () => {
    const had = openCategories(document.categories).map(({ inherited: { form: asked, scorecard, rules } }) => ({
      asked,
      scorecard,
      rules,
    }));
    expect(new Set(had.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ asked: 'entry', scorecard: 'main', rules: ['since', 'won-before'] })]),
    );
  });

  it('give what is not covered by the industries a branch of its own, in the words of each family', () => {
    const last = document.categories
      .filter(({ code }) => code.endsWith('H'))
      .map(({ description }) => inLanguage(description ?? '', 'en', 'en'));
    expect(last.map((text) => text.slice(text.indexOf('one of ')))).toEqual([
      'one of the other Award for Innovation in Customer Service categories.',
      'one of the other Award for Innovation in Customer Service categories.',
      'one of the other categories.',
      'one of the other categories.',
    ]);
  });
});

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const video = (seconds: number) => ({ file: 'f1', name: 'film.mp4', bytes: 1_000_000, seconds });
const told = (answers: object) =>
  itemsOf(form, { 'achieved-since': '2021-07-01', ...answers }, 'submit').flatMap(({ problems }) =>
    problems.map(({ path, code }) => `${path} ${code}`),
  );

describe('what a Stevie entry has to bring', () => {
  it.each<[string, object, string[]]>([
    ['an essay of 625 words', { essay: words(625) }, []],
    ['an essay of 626 words', { essay: words(626) }, ['essay answers.too-many']],
    ['a video of 5:00', { video: video(300) }, []],
    ['a video of 5:01', { video: video(301) }, ['video answers.video-too-long']],
    ['both', { essay: words(10), video: video(10) }, ['told answers.more-than-one']],
    ['neither', {}, ['told answers.none-of']],
  ])('%s', (_what, answers, expected) => {
    expect(told(answers)).toEqual(expected);
  });

  it('is nothing more: supporting files and addresses are optional', () => {
    const asked = itemsOf(form, {}, 'submit').filter(({ due }) => due);
    expect(asked.map(({ key }) => key)).toEqual(['achieved-since', 'told']);
  });
});

describe('who may enter for a Stevie', () => {
  const won = { edition: '2023', ago: 1, category: 'J01A' };
  const facts: KnownFacts = { 'entry.category': { code: 'J01A', in: ['J01'] }, 'honours.wins': [], 'answer.achieved-since': '2021-07-01' };
  it.each<[string, KnownFacts, string]>([
    ['achieved since 1 July 2021', {}, 'yes'],
    ['achieved since the day before', { 'answer.achieved-since': '2021-06-30' }, 'no'],
    ['won here in 2023 and updated', { 'honours.wins': [won], 'entry.updated': true }, 'yes'],
    ['won here in 2023 and not updated', { 'honours.wins': [won], 'entry.updated': false }, 'no'],
    ['won elsewhere in 2023 and not updated', { 'honours.wins': [{ ...won, category: 'J02C' }], 'entry.updated': false }, 'yes'],
    ['won here in 2022', { 'honours.wins': [{ ...won, edition: '2022', ago: 2 }], 'entry.updated': false }, 'yes'],
    ['won here in 2023, and nobody knows whether it was updated', { 'honours.wins': [won] }, 'unknown'],
  ])('%s', (_what, more, expected) => {
    expect(judge(document.rules, { ...facts, ...more }).verdict).toBe(expected);
  });

  it.each<[string, object, string]>([
    ['ticked: updated', { updated: true }, 'yes'],
    ['left as it is: not updated', {}, 'no'],
  ])('%s, for what won in the same category a year before', (_what, answers, expected) => {
    const known = { ...facts, ...answerFacts(form, { 'achieved-since': '2021-07-01', ...answers }), 'honours.wins': [won] };
    expect(judge(document.rules, known)).toMatchObject({ verdict: expected, missing: [] });
  });

  it('is told from the answers of the form itself', () => {
    const known = {
      ...answerFacts(form, { 'achieved-since': '2021-06-30' }),
      'honours.wins': [],
      'entry.category': { code: 'J04H', in: ['J04'] },
    };
    expect(judge(document.rules, known).verdict).toBe('no');
  });
});

describe('how a Stevie is won', () => {
  it('by five judges who mark from 1 to 10: 7.75 for a Stevie, the highest of those for the Gold', () => {
    const { judges, minimumPanel, levels, aggregation } = document.award;
    expect({ judges, minimumPanel, aggregation, levels }).toEqual({
      judges: 5,
      minimumPanel: 5,
      aggregation: { kind: 'mean' },
      levels: [
        { level: 'Gold', highest: true, atLeast: '7.75' },
        { level: 'Stevie', atLeast: '7.75' },
      ],
    });
    expect(document.scorecards.main?.criteria.map((each) => (each.kind === 'judged' ? each.scale : null))).toEqual([
      { min: 1, max: 10, step: 1 },
    ]);
  });
});
