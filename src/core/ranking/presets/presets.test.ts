import { describe, expect, it } from 'vitest';
import { fraction, fromDecimal, toText } from '#core/numeric/fraction.ts';
import { blend } from '#core/scoring/blending/blend.ts';
import { aggregationRefusals } from '#core/scoring/rules-refusals.ts';
import { marksOf, scored } from '#tests/support/tally/scores.ts';
import { grandPoints, levelRefusals, levelsOf } from '../levels.ts';
import type { Preset } from './preset.ts';
import { presets } from './presets.ts';

function preset(id: string): Preset {
  const found = presets.find((each) => each.id === id);
  if (!found) throw new Error(`no preset ${id}`);
  return found;
}

/** Levels of entries with these scores, best first. */
function levels(id: string, ...scores: string[]): (string | null)[] {
  const standings = scores.map((text, entry) => ({ entry, score: fromDecimal(text) ?? fraction(0), place: 1 + scores.indexOf(text) }));
  return levelsOf(standings, preset(id).rules.levels ?? []).map(({ level }) => level);
}

describe('presets', () => {
  it('can all be carried out, name their source, and say once what it leaves open', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    for (const { rules, sources, unstated } of presets) {
      expect(levelRefusals(rules.levels ?? [], { unit: 'scale', better: 'higher' })).toEqual([]);
      expect(aggregationRefusals({ aggregation: rules.aggregation ?? { kind: 'mean' }, minimumPanel: rules.minimumPanel ?? 3 })).toEqual(
        [],
      );
      expect(sources.length).toBeGreaterThan(0);
      expect([...new Set(unstated)]).toEqual(unstated);
      // Nothing is both given and said to be left open.
      const given = [rules.criteria && 'criteria', rules.aggregation && 'aggregation', rules.minimumPanel && 'panel'].filter(
        (each) => each !== undefined,
      );
      expect(unstated.filter((each) => given.includes(each as never))).toEqual([]);
    }
  });

  it.each<[string, string[], (string | null)[]]>([
    ['stevie-sales-customer-service', ['8.9', '7.75', '7.7499'], ['Gold', 'Stevie', null]],
    ['stevie-sales-customer-service', ['7.7', '7.6'], [null, null]],
    ['stevie-technology', ['9', '8.25', '7.75', '7.7'], ['Gold', 'Silver', 'Bronze', null]],
    ['stevie-general', ['8.5', '8', '7.9', '7.2'], ['Gold', 'Silver', 'Bronze', null]],
    ['american-business-awards-preliminary', ['9', '7', '6.99'], ['Finalist', 'Finalist', null]],
    ['ukccf', ['9', '8', '7', '6', '5', '4', '3', '2', '1'], [...Array.from({ length: 8 }, () => 'Shortlisted'), null]],
  ])('%s: scores %j come to %j', (id, scores, expected) => {
    expect(levels(id, ...scores)).toEqual(expected);
  });

  it('Great Employers: .001 a vote turns 8.1 against 8.0 with 101 votes; points 3, 2 and 1.5 add up', () => {
    const { eachVote = '', points = [] } = preset('stevie-great-employers').rules;
    const scores = new Map([
      ['A', fraction(81, 10)],
      ['B', fraction(8)],
    ]);
    const blended = blend(
      ['A', 'B'],
      [
        { id: 'judges', kind: 'share', weight: 1, scale: { min: 1, max: 10 }, scores },
        {
          id: 'public',
          kind: 'bonus',
          each: fromDecimal(eachVote) ?? fraction(0),
          atMost: null,
          counts: new Map([
            ['A', 0],
            ['B', 101],
          ]),
        },
      ],
    );
    expect(blended.map(({ score, place }) => [score && toText(score), place])).toEqual([
      ['81/10', 2],
      ['8101/1000', 1],
    ]);
    const awards = points.map((each, entry) => ({ entry, level: each.level, points: fromDecimal(each.points) ?? null, checks: [] }));
    expect(grandPoints(awards, () => 'Acme').map((each) => toText(each.points))).toEqual(['13/2']);
  });

  it('Asia-Pacific: quality and supporting material add up, whatever the two scales: 7 + 2 before 8 + 0', () => {
    const criteria = (preset('stevie-asia-pacific').rules.criteria ?? []).map(({ scale = { min: 1, max: 10 }, ...rest }) => ({
      ...rest,
      scale,
    }));
    const rows = marksOf({ A: { Ann: { quality: 7, 'supporting material': 2 } }, B: { Ann: { quality: 8, 'supporting material': 0 } } });
    // 100 · (sum − 1) / 11
    expect(scored(rows, { kind: 'mean' }, { criteria }).brief).toEqual(['A 1 800/11', 'B 2 700/11']);
  });

  it('Ten Best: what does not apply counts as the lowest mark, by rule', () => {
    const { criteria = [], notApplicable = 'renormalise' } = preset('asp-ten-best').rules;
    const list = criteria.map((each) => ({ ...each, scale: { min: 0, max: 10 } }));
    const all = Object.fromEntries(list.map(({ id }) => [id, 10]));
    const rows = marksOf({ A: { Ann: { ...all, metrics: 'notApplicable' } }, B: { Ann: all } });
    expect(scored(rows, { kind: 'mean' }, { criteria: list, notApplicable }).brief).toEqual(['A 2 9', 'B 1 10']);
  });

  it.each([
    ['cxa', '15/2'],
    ['vicabc', '33/4'],
  ])('%s: 9 and 6 make %s', (id, expected) => {
    const parts = (preset(id).rules.blend ?? []).map(({ id: source, weight }, i) => {
      return {
        id: source,
        kind: 'share',
        weight,
        scale: { min: 0, max: 10 },
        scores: new Map([['A', fraction(i === 0 ? 9 : 6)]]),
      } as const;
    });
    const [a] = blend(['A'], parts);
    expect(a?.score && toText(a.score)).toBe(expected);
  });
});
