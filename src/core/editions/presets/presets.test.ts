import { describe, expect, it } from 'vitest';
import { awardGroups } from '../../awarding/by-category.ts';
import { toTally } from '../../awarding/to-tally.ts';
import { divisionOf } from '../../categories/entering/division.ts';
import { openCategories, placed } from '../../categories/tree.ts';
import { inLanguage } from '../../languages/local-text.ts';
import type { Refusal } from '../../problems/refusal.ts';
import { answerFacts } from '../../rules/form-facts.ts';
import { effectiveWeights, pointsOf } from '../../scorecards/weights.ts';
import { type EditionDocument, editionDocument, laterBy, partsOfDocument } from '../document.ts';
import { rulesAt } from '../entry-rules.ts';
import { untoldFacts } from '../fact-origins.ts';
import { partsProblems } from '../references.ts';
import { type PresetKey, presetKeys } from './preset.ts';
import { fromPreset } from './presets.ts';

const opening = '2024-03-01';

const madeFrom = (key: PresetKey, day = opening): EditionDocument => fromPreset(key, '2024', day);

/** What every group of categories that are counted alike is refused for; nothing where the tally can count it. */
function refusalsOf({ award, scorecards, categories }: EditionDocument): readonly Refusal[] {
  const open = openCategories(categories);
  const cards = new Map(open.map(({ node, inherited }) => [node.code, inherited.scorecard ?? 'main']));
  return awardGroups(award, [...cards.keys()]).flatMap(({ rules, categories: codes }) => {
    const judged = codes.map((category) => ({ category, scorecard: cards.get(category) ?? 'main' }));
    const made = toTally({ rules, scorecards, categories: judged, seed: 'presets' });
    return made.ok ? [] : made.refusals;
  });
}

describe('the presets of whole editions', () => {
  it.each(presetKeys)('%s fits together on any opening day, in zones with summer time and without', (key) => {
    for (const day of ['2024-02-29', '2025-12-31', '2026-03-01'])
      for (const zone of ['Europe/Dublin', 'Australia/Lord_Howe', 'UTC'])
        expect(partsProblems(partsOfDocument(madeFrom(key, day)), zone)).toEqual([]);
  });

  it.each(presetKeys)('%s asks, in its own forms, for everything its rules want to know', (key) => {
    expect(untoldFacts(partsOfDocument(madeFrom(key)))).toEqual([]);
  });

  it.each(presetKeys)('%s can be counted by the tally', (key) => {
    expect(refusalsOf(madeFrom(key))).toEqual([]);
  });

  it.each(presetKeys)('%s is written as it is read, and fits together a year later', (key) => {
    const document = madeFrom(key);
    expect(editionDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    expect(partsProblems(laterBy(partsOfDocument(document), 1), 'Europe/Dublin')).toEqual([]);
  });

  it.each(presetKeys)('%s says what it made up, dates first of all, and where the rest is from', (key) => {
    const { texts } = madeFrom(key);
    expect(texts.illustrative.filter((text) => /\bdates\b/.test(inLanguage(text, 'en', 'en')))).toHaveLength(1);
    const named = /“[^”]+”/.test(inLanguage(texts.about ?? '', 'en', 'en'));
    expect(texts.sources.length > 0 || named).toBe(true);
  });

  it('move with the day entries open', () => {
    const [first, second] = ['2024-03-01', '2025-03-01'].map((day) => madeFrom('ukccf', day).timeline.entries);
    expect([first?.opens, second?.opens, second?.closes]).toEqual(['2024-03-01T09:00', '2025-03-01T09:00', '2025-05-30T17:00']);
  });
});

describe('the ASP’s card', () => {
  const card = madeFrom('asp-ten-best').scorecards.thousand;

  it('has 25 criteria of 1,000 points, in the published parts', () => {
    if (!card) throw new Error('no card');
    expect([card.criteria.length, pointsOf(card)]).toEqual([25, 1000]);
    const parts = Map.groupBy(effectiveWeights(card), ({ group }) => group);
    const sums = [...parts].map(([group, all]) => [group, all.reduce((sum, { weight }) => sum + weight, 0)]);
    expect(sums).toEqual([
      ['experience', 400],
      ['content', 200],
      ['interaction', 200],
      ['improvement', 100],
      ['metrics', 100],
    ]);
    expect(card.criteria.filter(({ name }) => name === 'Major challenge overcome')).toHaveLength(1);
  });

  it('has a division for small companies, told by the revenue of the whole group, and one for everybody else', () => {
    const { categories, rules } = madeFrom('asp-ten-best');
    expect(categories.flatMap(({ divisions = [] }) => divisions.map(({ key, rule }) => [key, rule]))).toEqual([
      ['small', 'small-company'],
      ['open', undefined],
    ]);
    expect(rules['small-company']?.needs).toEqual({ fact: 'group.revenue', below: '500000000 USD' });
  });

  it('asks for that revenue, and places an entry by the answer', () => {
    const document = madeFrom('asp-ten-best');
    const [place] = placed(document.categories);
    const form = document.forms.site;
    if (!place || !form) throw new Error('no category, or no form');
    const { divisions, known } = rulesAt(document, place);
    const division = (minor: number) => divisionOf(divisions, { ...known, ...answerFacts(form, { revenue: { minor, currency: 'USD' } }) });
    expect([49_999_999_999, 50_000_000_000].map((minor) => division(minor))).toMatchObject([
      { division: { key: 'small' } },
      { division: { key: 'open' } },
    ]);
  });
});

describe('the other presets', () => {
  it('STAR: only what was nominated may apply, three weeks later, on five criteria of one fifth each', () => {
    const { timeline, scorecards } = madeFrom('sspa-star');
    expect([timeline.nominations?.closes, timeline.entries?.closes, timeline.entries?.fromNomination]).toEqual([
      '2024-03-29T17:00',
      '2024-04-19T17:00',
      true,
    ]);
    const weights = scorecards.main ? effectiveWeights(scorecards.main) : [];
    expect(weights.map(({ percent }) => [percent.n, percent.d])).toEqual(Array.from({ length: 5 }, () => [20n, 1n]));
  });

  it('customer service excellence: all five groups of the description, with seven, seven, ten and five criteria beside its gate', () => {
    const { criteria = [] } = madeFrom('cx-excellence').scorecards.excellence ?? {};
    const counts = [...Map.groupBy(criteria, ({ group }) => group)].map(([group, all]) => [group, all.length]);
    expect(counts).toEqual([
      ['eligibility', 1],
      ['judging', 7],
      ['qualitative', 7],
      ['metrics', 10],
      ['additional', 5],
    ]);
  });

  it('industry awards: four core categories and seven specialised ones, nominated by self, peers and customers', () => {
    const open = openCategories(madeFrom('industry-awards').categories);
    expect(open.map(({ node }) => node.code)).toEqual(['C1', 'C2', 'C3', 'C4', 'SI1', 'SI2', 'SI3', 'SC1', 'SC2', 'SC3', 'SN']);
    expect(new Set(open.map(({ inherited }) => inherited.nominators?.join(' ')))).toEqual(new Set(['self peer customer']));
  });

  it('the blend and the shortlist: 75 to 25, and the first eight', () => {
    const { award } = madeFrom('public-blend');
    expect(award.rounds?.map(({ round, weight }) => [round, weight])).toEqual([
      ['judges', 75],
      ['members', 25],
    ]);
    expect(madeFrom('ukccf').award.levels).toEqual([{ level: 'Shortlisted', top: 8 }]);
  });
});
