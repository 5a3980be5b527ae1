import { describe, expect, it } from 'vitest';
import { type Fraction, fraction, fromDecimal, toText } from '../../numeric/fraction.ts';
import type { Breakpoints } from '../../verdict/rules.ts';
import { type BlendPart, blend, blendScale } from './blend.ts';
import { breakpointRefusals, markOfMetric } from './metric.ts';

const decimals = (all: Readonly<Record<string, string>>): ReadonlyMap<string, Fraction> =>
  new Map(Object.entries(all).map(([entry, text]) => [entry, fromDecimal(text) ?? fraction(0)]));

const ten = { min: 0, max: 10 };
const share = (id: string, weight: number, scores: Readonly<Record<string, string>>, scale = ten): BlendPart => ({
  id,
  kind: 'share',
  weight,
  scale,
  scores: decimals(scores),
});

const brief = (entries: string[], parts: BlendPart[]) =>
  blend(entries, parts).map(({ entry, place, tied, score }) => `${entry} ${tied ? '=' : ''}${place} ${score ? toText(score) : '–'}`);

describe('a blend', () => {
  it('of judges at 75 and members at 25: (3·8 + 6)/4 and (3·7 + 9)/4, exactly tied', () => {
    expect(
      brief(['A', 'B', 'C'], [share('judges', 75, { A: '8', B: '7', C: '2' }), share('members', 25, { A: '6', B: '9', C: '2' })]),
    ).toEqual(['A =1 15/2', 'B =1 15/2', 'C 3 2']);
  });

  it('of a written and a live round, half and half', () => {
    expect(brief(['A', 'B'], [share('written', 1, { A: '8.1', B: '8' }), share('live', 1, { A: '7', B: '7.2' })])).toEqual([
      'A 2 151/20',
      'B 1 38/5',
    ]);
  });

  it('maps sources on different scales onto 0–100: 4 of 1–5 is 75, 60 % is 60', () => {
    const parts = [share('judges', 2, { A: '4' }, { min: 1, max: 5 }), share('members', 1, { A: '0.6' }, { min: 0, max: 1 })];
    expect([blendScale(parts), brief(['A'], parts)]).toEqual([{ min: 0, max: 100 }, ['A 1 70']]);
  });

  it('adds .001 for every vote, up to a limit where there is one', () => {
    const votes = (atMost: Fraction | null): BlendPart => ({
      id: 'public',
      kind: 'bonus',
      each: fraction(1, 1000),
      atMost,
      counts: new Map([
        ['A', 250],
        ['B', 0],
      ]),
    });
    const judges = share('judges', 1, { A: '7.75', B: '8' });
    expect(brief(['A', 'B'], [judges, votes(null)])).toEqual(['A =1 8', 'B =1 8']);
    expect(brief(['A', 'B'], [judges, votes(fraction(1, 10))])).toEqual(['A 2 157/20', 'B 1 8']);
  });

  it('gives no score where a source says nothing: that is never a zero', () => {
    const [a, b] = blend(['A', 'B'], [share('written', 1, { A: '8', B: '1' }), share('live', 1, { B: '1' })]);
    expect([a?.status, a?.score, a?.derivation.at(-1), b?.place]).toEqual([
      'insufficient',
      null,
      { key: 'missing', facts: { source: 'live' } },
      1,
    ]);
  });

  it('says what each source came to', () => {
    expect(blend(['A'], [share('written', 3, { A: '8' }), share('live', 1, { A: '6' })])[0]?.derivation).toEqual([
      { key: 'share', facts: { source: 'written', score: '8', weight: 3, weights: '4', value: '6' } },
      { key: 'share', facts: { source: 'live', score: '6', weight: 1, weights: '4', value: '3/2' } },
    ]);
  });
});

describe('a metric', () => {
  const hours: Breakpoints = {
    criterion: 'hours to resolve',
    points: [
      { value: '4', mark: 10 },
      { value: '24', mark: 6 },
      { value: '72.5', mark: 1 },
    ],
  };
  it.each([
    ['0', '10'],
    ['4', '10'],
    ['14', '8'],
    ['24', '6'],
    // 6 − 5 · 10/48.5
    ['34', '482/97'],
    ['72.5', '1'],
    ['1000', '1'],
  ])('of %s is worth %s by its breakpoints, whatever the rest of the field has', (value, mark) => {
    expect(toText(markOfMetric(hours, fromDecimal(value) ?? fraction(0)))).toBe(mark);
  });

  it.each<[string, Breakpoints['points'], boolean]>([
    [
      'rise',
      [
        { value: '1', mark: 1 },
        { value: '2', mark: 5 },
      ],
      true,
    ],
    [
      'fall',
      [
        { value: '2', mark: 1 },
        { value: '1', mark: 5 },
      ],
      false,
    ],
    [
      'stand still',
      [
        { value: '1', mark: 1 },
        { value: '1.0', mark: 5 },
      ],
      false,
    ],
    ['are one', [{ value: '1', mark: 1 }], false],
    [
      'cannot be read',
      [
        { value: '1', mark: 1 },
        { value: '2 h', mark: 5 },
      ],
      false,
    ],
    [
      'are worth half a mark',
      [
        { value: '1', mark: 1 },
        { value: '2', mark: 2.5 },
      ],
      false,
    ],
  ])('whose values %s: accepted is %j', (_what, points, good) => {
    const refusals = breakpointRefusals({ criterion: 'hours', points });
    expect(refusals).toEqual(good ? [] : [{ code: 'scoring.breakpoints-not-valid', facts: { criterion: 'hours' } }]);
  });
});
