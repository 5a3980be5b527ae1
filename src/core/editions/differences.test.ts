import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';

describe('how two documents differ', () => {
  const list = (...codes: string[]) => ({ categories: codes.map((code) => ({ code, name: `Name of ${code}` })) });

  it('is told by the code of a category, wherever it stands', () => {
    const renamed = {
      categories: [
        { code: 'B', name: 'Name of B' },
        { code: 'A', name: 'Another' },
        { code: 'D', name: 'New' },
      ],
    };
    expect(differences(list('A', 'B', 'C'), renamed)).toEqual([
      { path: 'categories[C]', kind: 'removed', from: { code: 'C', name: 'Name of C' } },
      { path: 'categories[A].name', kind: 'changed', from: 'Name of A', to: 'Another' },
      { path: 'categories[D]', kind: 'added', to: { code: 'D', name: 'New' } },
      { path: 'categories', kind: 'moved', from: ['A', 'B'], to: ['B', 'A'] },
    ]);
  });

  it('is told for a whole list where things have no names', () => {
    expect(differences({ a: [1, 2] }, { a: [2, 1] })).toEqual([{ path: 'a', kind: 'changed', from: [1, 2], to: [2, 1] }]);
    expect(differences({ a: [] }, list('A'))).toEqual([
      { path: 'a', kind: 'removed', from: [] },
      { path: 'categories', kind: 'added', to: list('A').categories },
    ]);
    expect(differences({ categories: [] }, list('A')).map(({ path }) => path)).toEqual(['categories[A]']);
  });

  it('means nothing in the order of names, and everything in what they hold', () => {
    expect(differences({ a: 1, b: { c: null } }, { b: { c: null }, a: 1 })).toEqual([]);
    expect(differences({ a: 1 }, { a: '1' })).toEqual([{ path: 'a', kind: 'changed', from: 1, to: '1' }]);
  });

  it('is nothing exactly where both are the same', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [from, to] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
        expect(differences(from, from)).toEqual([]);
        expect(differences(from, to).length === 0).toBe(same(from, to));
      }),
      { numRuns: 300 },
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
