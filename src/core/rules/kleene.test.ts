import { describe, expect, it } from 'vitest';
import { type Answer, and, answers, atLeast, not, or } from './kleene.ts';

/** Rows and columns in the order yes, no, unknown. */
const table = (join: (parts: readonly Answer[]) => Answer) => answers.map((a) => answers.map((b) => join([a, b])));

describe('three values', () => {
  it('are joined as Kleene joined them', () => {
    expect(table(and)).toEqual([
      ['yes', 'no', 'unknown'],
      ['no', 'no', 'no'],
      ['unknown', 'no', 'unknown'],
    ]);
    expect(table(or)).toEqual([
      ['yes', 'yes', 'yes'],
      ['yes', 'no', 'unknown'],
      ['yes', 'unknown', 'unknown'],
    ]);
    expect(answers.map(not)).toEqual(['no', 'yes', 'unknown']);
    expect([and([]), or([])]).toEqual(['yes', 'no']);
  });

  it('say yes or no only where every way the unknown may turn out says the same', () => {
    const outcomes = (part: Answer): readonly Answer[] => (part === 'unknown' ? ['yes', 'no'] : [part]);
    const settled = (join: (parts: readonly Answer[]) => Answer, parts: readonly [Answer, Answer, Answer]): Answer => {
      const [a, b, c] = parts;
      const all = new Set(outcomes(a).flatMap((x) => outcomes(b).flatMap((y) => outcomes(c).map((z) => join([x, y, z])))));
      return all.size === 1 ? ([...all][0] ?? 'unknown') : 'unknown';
    };
    for (const a of answers)
      for (const b of answers)
        for (const c of answers)
          for (const join of [and, or, ...[0, 1, 2, 3, 4].map((n) => (parts: readonly Answer[]) => atLeast(n, parts))])
            expect(join([a, b, c])).toBe(settled(join, [a, b, c]));
  });
});
