import { expect, test } from 'vitest';
import type { Verdict, VerdictEntry } from '#core/verdict/verdict.ts';
import type { CategoryId } from '#platform/ids.ts';
import { wordsFor } from '#words/index.ts';
import type { CountedEntry, TallyResult } from '../counting/counted.ts';
import { apartOf } from './apart.ts';
import { told } from './told.ts';
import { verdictOfTally, without } from './verdict.ts';

const id = (kind: number, n: number) => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [craft, reach] = [id(1, 1), id(1, 2)];
const [open, kept] = [id(2, 1), id(2, 2)];

/** Three judges on five entries of each category; the first entry is best, most of all in reach. */
function entryOf(category: string, n: number, from: number): CountedEntry {
  const worth = [9, 6, 5, 5, 4][n] ?? 4;
  const ballots = [1, 2, 3].map((judge) => {
    const marks = { [craft]: Math.min(10, worth - 1 + ((judge + n) % 2)), [reach]: n === 0 ? 10 : worth + ((judge * n) % 2) };
    return { judge: id(3, judge), sum: '0', mean: '0', marks };
  });
  return { category, entry: id(4, from + n), rank: n + 1, tied: false, score: '1', total: '0', ballots };
}

const criterion = { weight: 1, min: 1, max: 10 };
const result: TallyResult = {
  v: 1,
  minimumPanel: 1,
  weightTotal: '2',
  criteria: [
    { id: craft, name: 'Craft', ...criterion },
    { id: reach, name: 'Reach', ...criterion },
  ],
  entries: [open, kept].flatMap((category, c) => [0, 1, 2, 3, 4].map((n) => entryOf(category, n, 10 * c))),
};
const counted = { result, resultHash: Buffer.alloc(32, 7) };
const names = new Map([
  [id(4, 0), 'Three rings'],
  [id(4, 10), 'Kept from you'],
  [id(3, 1), 'Maren Oduya'],
  ...result.entries.flatMap(({ entry }, i): [string, string][] => (i % 5 === 0 ? [] : [[entry, `Entry ${i}`]])),
]);
const say = wordsFor('en');

function verdict() {
  const value = verdictOfTally(counted);
  if (!value) throw new Error('no verdict on these ballots');
  return value;
}

test('the doubt in a count is told in names and found by ids', () => {
  const all = told(verdict(), names, say);
  expect(Object.keys(all.categories)).toEqual([open, kept]);
  const first = all.categories[open]?.entries[id(4, 0)];
  expect(first?.label).toMatch(/^Three rings: /);
  expect([first && first.low <= first.point, first && first.point <= first.high]).toEqual([true, true]);
  expect(all.categories[open]?.tests.length).toBe(5);
  expect(all.judges.length).toBe(verdict().fit.judges.length);
});

test('a place that is shared is never called sure, nor one the model would not give', () => {
  const found = verdict();
  const placed = (change: Partial<VerdictEntry>) => {
    const categories = found.categories.map((category) => ({
      ...category,
      entries: category.entries.map((entry) => (entry.entry === id(4, 0) ? { ...entry, ...change } : entry)),
    }));
    return told({ ...found, categories }, names, say).categories[open]?.entries[id(4, 0)]?.places;
  };
  const one = { low: 1, high: 1 };
  expect(placed({ rank: 1, tied: false, rankInterval: one })).toBe('sure');
  expect(placed({ rank: 1, tied: true, rankInterval: one })).toBe('likely 1');
  expect(placed({ rank: 1, tied: false, rankInterval: { low: 2, high: 2 } })).toBe('likely 2');
  expect(placed({ rank: 1, tied: false, rankInterval: { low: 1, high: 3 } })).toBe('likely 1\u00a0to\u00a03');
});

test('a first place that is a toss is called too close, with the mark of what needs care, and says no up or down', () => {
  const found = verdict();
  const toss = (chance: number) => {
    const categories = found.categories.map((category) => ({
      ...category,
      method: 'mixed' as const,
      finding: 'review' as const,
      entries: category.entries.map((entry, i) => ({
        ...entry,
        rawRank: i + 1,
        correctedRank: i === 0 ? 2 : i === 1 ? 1 : i + 1,
        pFirst: i === 0 ? chance : i === 1 ? 1 - chance : 0,
      })),
    }));
    const { tag, entries } = told({ ...found, categories }, names, say, true).categories[open] ?? {};
    return [tag, entries?.[id(4, 0)]?.moved?.text];
  };
  expect(toss(0.49)).toEqual([{ kind: 'warn', text: 'too close to tell apart' }, 'too close to tell apart']);
  expect(toss(0.3)).toEqual([{ kind: 'warn', text: 'correction would change who is first' }, 'down 1']);
});

test('a chance says whose it is, and keeps its sign on its line', () => {
  const text = told(verdict(), names, say).categories[open]?.text;
  expect(text).toMatch(/^Chance of being truly first: “Three rings” .*\d\u00a0%/);
  expect(text).not.toMatch(/\d %/);
});

test('a first place that is shared says whether single judges make it so', () => {
  const found = verdict();
  const shared = (kept: number) => {
    const categories = found.categories.map((category) => ({
      ...category,
      finding: 'review' as const,
      winners: [id(4, 0), id(4, 1)],
      robustness: {
        ...category.robustness,
        leaveOneOut: { raw: { tested: true as const, judges: 5, kept, changes: [] }, corrected: null },
      },
    }));
    return told({ ...found, categories } as unknown as Verdict, names, say, true).categories[open]?.text;
  };
  expect(shared(1)).toBe(
    'Leave out one judge at a time, and they still share it in 1 of 5 cases. What is announced follows the rules, which count scores as the judges gave them.',
  );
  expect(shared(5)).toMatch(/^Leave out any one of the 5 judges, and they still share it\./);
});

test('nothing that is told speaks of a category kept from its reader', () => {
  const text = JSON.stringify(told(without(verdict(), new Set([kept as CategoryId])), names, say));
  expect(text).toContain('Three rings');
  for (const hidden of ['Kept from you', kept, id(4, 10), id(4, 11)]) expect([hidden, text.includes(hidden)]).toEqual([hidden, false]);
});

test('a winner is told what lifted it above a field, and not what single others got', () => {
  const apart = apartOf(counted, id(4, 0));
  expect(apart.scale).toEqual({ min: 1, max: 10 });
  expect(apart.strengths.map(({ criterion: name }) => name)).toEqual(['Reach', 'Craft']);
  expect(apart.strengths.every(({ others }) => others !== null)).toBe(true);
  const few = { ...counted, result: { ...result, entries: result.entries.slice(0, 3) }, resultHash: Buffer.alloc(32, 8) };
  expect(apartOf(few, id(4, 0)).strengths.map(({ others }) => others)).toEqual([null, null]);
});

test('the range a winner is told belongs to the score that is named with it', () => {
  const { range } = apartOf(counted, id(4, 0));
  const corrected = verdict().categories[0]?.entries.find(({ entry }) => entry === id(4, 0))?.corrected ?? 0;
  expect(range?.corrected).toBe(corrected.toFixed(2));
  expect([Number(range?.low) < corrected, corrected < Number(range?.high)]).toEqual([true, true]);
  expect(range && say.results.winners.range(range)).toContain(`it is ${corrected.toFixed(2)}, and lies between ${range?.low}`);
});

test('a count without ballots leaves nothing to be told', () => {
  expect(verdictOfTally({ result: { ...result, entries: [] }, resultHash: Buffer.alloc(32, 9) })).toBe(null);
});
