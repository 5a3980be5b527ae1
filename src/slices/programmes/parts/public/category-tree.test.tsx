/** The categories of a call as its page shows them, without scripts. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ToldNode } from '#slices/programmes/public/tree.ts';
import { CategoryTree } from './category-tree.tsx';

const node = (code: string, branches: readonly ToldNode[] = []): ToldNode => ({
  code,
  name: `Category ${code}`,
  description: '',
  isNew: false,
  full: false,
  nominees: [],
  nominators: [],
  sponsor: undefined,
  branches,
});
const many = (n: number, prefix: string) => Array.from({ length: n }, (_, i) => node(`${prefix}${i}`));
const shown = (tree: readonly ToldNode[]) => renderToStaticMarkup(<CategoryTree tree={tree} page="/p/bells/2027" />);
const count = (text: string, what: RegExp) => [...text.matchAll(what)].length;

test('a few categories stand open, each with a place of its own', () => {
  const html = shown([node('A', many(5, 'A')), node('B')]);
  expect([count(html, /<details/g), count(html, /<li id="category-/g)]).toEqual([0, 7]);
});

test('of very many each family folds, and none is left out of the page', () => {
  const families = Array.from({ length: 20 }, (_, i) => node(`F${i}`, many(100, `F${i}-`)));
  const html = shown(families);
  expect(count(html, /<a /g)).toBe(20 * 101 + 1);
  // Each family folds, and within it what comes after the first twenty.
  expect(count(html, /<details/g)).toBe(40);
  expect(html).toContain('100 categories');
  const open = html.replace(/<details[\s\S]*?<\/details>/g, '');
  expect(count(open, /categories\/F\d+-/g)).toBe(0);
});

test('very many without families show the first of them', () => {
  const html = shown(many(2000, 'C'));
  expect(count(html.slice(0, html.indexOf('<details')), /<li id="category-/g)).toBe(60);
  expect(html).toContain('1940 categories more');
});
