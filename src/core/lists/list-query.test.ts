import { expect, test } from 'vitest';
import { addressOf, type ListShape, shownColumns, viewQuery } from './list-query.ts';

const shape: ListShape = {
  name: 'entries',
  filters: ['state', 'category'],
  sorts: ['newest', 'title'],
  columns: [{ id: 'number' }, { id: 'title', stays: true }, { id: 'state' }, { id: 'nominee', aside: true }],
};
const view = (query: string) => viewQuery(shape, new URLSearchParams(query));

test('an address holds what says something and nothing else', () => {
  expect(addressOf('/list', { q: 'bell & ring', state: undefined, sort: '' })).toBe('/list?q=bell+%26+ring');
  expect(addressOf('/list', {})).toBe('/list');
});

test('columns come from the address, else from what the person kept, else from the list', () => {
  expect(shownColumns(shape, 'state,number', ['title'])).toEqual({ columns: ['number', 'title', 'state'], chosen: true });
  expect(shownColumns(shape, null, ['nominee'])).toEqual({ columns: ['title', 'nominee'], chosen: true });
  expect(shownColumns(shape, null, [])).toEqual({ columns: ['number', 'title', 'state'], chosen: false });
});

test('columns that are none any more are left out, and where none is left the list has its own', () => {
  expect(shownColumns(shape, 'gone,state', [])).toEqual({ columns: ['title', 'state'], chosen: true });
  expect(shownColumns(shape, 'gone', ['gone too'])).toEqual({ columns: ['number', 'title', 'state'], chosen: false });
});

test('two addresses are one view when they show the same, whatever page or notice they also name', () => {
  expect(view('sort=title&state=submitted&after=abc&q=bell')).toBe('q=bell&state=submitted&sort=title');
  expect(view('q=%20bell%20&state=submitted&sort=title&closed')).toBe(view('state=submitted&q=bell&sort=title'));
});

test('the order a list has by itself and columns it does not have are no part of a view', () => {
  expect(view('sort=newest&columns=gone')).toBe('');
  expect(view('sort=sideways')).toBe('');
  expect(view('columns=state,number')).toBe('columns=number%2Ctitle%2Cstate');
});
