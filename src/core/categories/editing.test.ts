import { describe, expect, it } from 'vitest';
import { countBelow, movedAll, movesIn, moveText, saidIn, standing, withChanged, withNode } from './editing.ts';
import { type Categories, categoriesShape } from './shape.ts';
import { placed } from './tree.ts';

const tree = categoriesShape.parse([
  { code: 'A', name: 'Teams' },
  { code: 'A1', in: 'A', name: 'Small' },
  { code: 'A2', in: 'A', name: 'Large' },
  { code: 'B', name: 'People' },
]);
const codes = (categories: Categories) => placed(categories).map(({ node, depth }) => `${'·'.repeat(depth)}${node.code}`);

describe('editing a category tree', () => {
  it('moves in the order the moves were made, and reads back the moves it writes', () => {
    const moves = [
      { code: 'A2', in: 'A', before: 'A1' },
      { code: 'A1', in: undefined, before: 'A' },
    ];
    const text = moves.map(moveText).join('\n');
    expect(text).toBe('A2 A A1\nA1 - A');
    expect(movesIn(text)).toEqual(moves);
    expect(codes(movedAll(tree, moves))).toEqual(['A1', 'A', '·A2', 'B']);
  });

  it('leaves out lines that are no moves', () => {
    expect(movesIn('a b c\nA1 A\nB A -\r\n')).toEqual([{ code: 'B', in: 'A', before: undefined }]);
  });

  it('puts a new node at the end of what it stands in, or straight behind the one it was added beside', () => {
    expect(codes(withNode(tree, { code: 'N', in: 'A', name: 'n' }))).toEqual(['A', '·A1', '·A2', '·N', 'B']);
    expect(codes(withNode(tree, { code: 'N', in: 'A', name: 'n' }, 'A1'))).toEqual(['A', '·A1', '·N', '·A2', 'B']);
    expect(codes(withNode(tree, { code: 'N', name: 'n' }, 'A'))).toEqual(['A', '·A1', '·A2', 'N', 'B']);
    expect(codes(withNode(tree, { code: 'N', in: 'B', name: 'n' }))).toEqual(['A', '·A1', '·A2', 'B', '·N']);
  });

  it('takes along what stands in a node whose code changes', () => {
    expect(codes(withChanged(tree, 'A', { code: 'T', name: 'Teams' }))).toEqual(['T', '·A1', '·A2', 'B']);
  });

  it('knows how much stands in a node, and where the node stands among its own', () => {
    expect([countBelow(tree, 'A'), countBelow(tree, 'B')]).toEqual([2, 0]);
    expect([standing(tree, { code: 'A2', in: 'A' }), standing(tree, { code: 'A' })]).toEqual([
      { at: 2, of: 2 },
      { at: 1, of: 2 },
    ]);
  });

  it('changes what a text says in one language and leaves the others', () => {
    expect(saidIn('Teams', 'en', 'Crews')).toBe('Crews');
    expect(saidIn({ de: 'Gruppen', en: 'Teams' }, 'en', 'Crews')).toEqual({ de: 'Gruppen', en: 'Crews' });
    expect([saidIn({ en: 'Teams' }, 'en', ''), saidIn(undefined, 'en', ''), saidIn('Teams', 'en', '')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
