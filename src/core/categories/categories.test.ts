import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved, type Step, stepFrom, without } from './moving.ts';
import { type Categories, categoriesShape } from './shape.ts';
import { openCategories, placed, rankedApart, treeProblems } from './tree.ts';

const codes = (categories: Categories) => placed(categories).map(({ node, depth }) => `${'·'.repeat(depth)}${node.code}`);

const tree = categoriesShape.parse([
  { code: 'A', name: 'Teams', nominees: ['team'], scorecard: 'team' },
  { code: 'A1', in: 'A', name: 'Small teams', limits: { each: 1 } },
  { code: 'A2', in: 'A', name: 'Large teams', nominees: ['team', 'organisation'] },
  { code: 'B', name: 'People', retired: true },
  { code: 'B1', in: 'B', name: 'Agents' },
  { code: 'C', name: 'Technology' },
]);

describe('a category tree', () => {
  it('is read from the top down, and a category has what it leaves out from the nodes it stands in', () => {
    expect(codes(tree)).toEqual(['A', '·A1', '·A2', 'B', '·B1', 'C']);
    const [, small, large] = placed(tree);
    expect([small?.inherited, large?.inherited.nominees]).toEqual([
      { nominees: ['team'], scorecard: 'team', limits: { each: 1 }, retired: false },
      ['team', 'organisation'],
    ]);
  });

  it('has its divisions ranked apart only where somebody said so, there or above, and nobody said otherwise nearer by', () => {
    const divisions = [
      { key: 'small', name: 'Small' },
      { key: 'open', name: 'Open' },
    ];
    const apart = categoriesShape.parse([
      { code: 'A', name: 'Teams', divisions, ranked: 'apart' },
      { code: 'A1', in: 'A', name: 'Small teams' },
      { code: 'A2', in: 'A', name: 'Large teams', ranked: 'together' },
      { code: 'B', name: 'People', divisions },
      { code: 'C', name: 'Technology', ranked: 'apart' },
    ]);
    expect(placed(apart).map(({ node, inherited }) => [node.code, rankedApart(inherited).map(({ key }) => key)])).toEqual([
      ['A', ['small', 'open']],
      ['A1', ['small', 'open']],
      ['A2', []],
      ['B', []],
      ['C', []],
    ]);
    expect(JSON.stringify(placed(apart)[3]?.node)).not.toContain('ranked');
  });

  it('takes entries where nothing stands within and nothing above is retired', () => {
    expect(openCategories(tree).map(({ node }) => node.code)).toEqual(['A1', 'A2', 'C']);
  });

  it('names every ring, every code used twice and every code that is not there, all at once', () => {
    const wrong = categoriesShape.parse([
      { code: 'A', in: 'B', name: 'a' },
      { code: 'B', in: 'A', name: 'b' },
      { code: 'C', in: 'C', name: 'c' },
      { code: 'D', in: 'X', name: 'd' },
      { code: 'D', name: 'd again' },
      { code: 'E', in: 'A', name: 'below a ring' },
    ]);
    expect(treeProblems(wrong)).toEqual([
      { path: '0.in', code: 'editions.category-ring', facts: { ring: 'A → B → A' } },
      { path: '2.in', code: 'editions.category-ring', facts: { ring: 'C → C' } },
      { path: '3.in', code: 'editions.category-in-nothing', facts: { number: 'D', above: 'X' } },
      { path: '4.code', code: 'editions.category-code-twice', facts: { number: 'D' } },
    ]);
  });

  it('is at most five deep', () => {
    const chain = (length: number): Categories =>
      Array.from({ length }, (_, at) => ({ code: `C${at}`, name: 'x', ...(at > 0 && { in: `C${at - 1}` }) }));
    expect(treeProblems(chain(5))).toEqual([]);
    expect(treeProblems(chain(6))).toEqual([{ path: '5.in', code: 'editions.category-too-deep', facts: { number: 'C5', most: 5 } }]);
    expect(treeProblems(chain(3000)).length).toBeGreaterThan(10);
  });
});

describe('moving in a tree', () => {
  it('takes along what stands within, and goes before another or to the end', () => {
    expect(codes(moved(tree, 'A', { in: 'C' }))).toEqual(['B', '·B1', 'C', '·A', '··A1', '··A2']);
    expect(codes(moved(tree, 'A2', { in: 'A', before: 'A1' }))).toEqual(['A', '·A2', '·A1', 'B', '·B1', 'C']);
    expect(codes(moved(tree, 'A1', { in: undefined }))).toEqual(['A', '·A2', 'B', '·B1', 'C', 'A1']);
  });

  it('never goes into itself', () => {
    expect(moved(tree, 'A', { in: 'A1' })).toBe(tree);
    expect(moved(tree, 'A', { in: 'A' })).toBe(tree);
    expect(moved(tree, 'X', { in: 'A' })).toBe(tree);
  });

  it.each<[string, Step, string[] | undefined]>([
    ['A2', 'up', ['A', '·A2', '·A1', 'B', '·B1', 'C']],
    ['A1', 'up', undefined],
    ['A', 'down', ['B', '·B1', 'A', '·A1', '·A2', 'C']],
    ['C', 'down', undefined],
    ['C', 'in', ['A', '·A1', '·A2', 'B', '·B1', '·C']],
    ['A', 'in', undefined],
    ['A1', 'out', ['A', '·A2', 'A1', 'B', '·B1', 'C']],
    ['C', 'out', undefined],
  ])('%s %s by a key', (code, step, expected) => {
    const place = stepFrom(tree, code, step);
    expect(place && codes(moved(tree, code, place))).toEqual(expected);
  });

  it('keeps every node, and stays a tree, whatever the steps', () => {
    const step = fc.tuple(fc.constantFrom('A', 'A1', 'A2', 'B', 'B1', 'C'), fc.constantFrom<Step[]>('up', 'down', 'in', 'out'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const end = steps.reduce((at, [code, way]) => {
          const place = stepFrom(at, code, way);
          return place ? moved(at, code, place) : at;
        }, tree);
        expect(
          placed(end)
            .map(({ node }) => node.code)
            .sort(),
        ).toEqual(['A', 'A1', 'A2', 'B', 'B1', 'C']);
        expect(treeProblems(end).filter(({ code }) => code !== 'editions.category-too-deep')).toEqual([]);
      }),
    );
  });

  it('without a node is without all that stands in it', () => {
    expect(codes(without(tree, 'A'))).toEqual(['B', '·B1', 'C']);
  });
});
