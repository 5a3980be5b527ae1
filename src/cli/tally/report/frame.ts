import type { ReactNode } from 'react';
import { h } from '#ui/base/element.ts';
import { sprig } from '#ui/marks/outlines.ts';

/** A part with a head of its own; the sections of a report are its outline. */
export function part(id: string, title: string, ...inside: ReactNode[]): ReactNode {
  return h('section', { 'aria-labelledby': id, key: id }, h('h3', { className: 'h3', id }, title), ...inside);
}

export const logo = h(
  'span',
  { className: 'logo' },
  h('svg', { viewBox: '0 0 32 32', className: 'mark', 'aria-hidden': true }, h('path', { d: sprig })),
);

type Column<T> = { readonly head: string; readonly cell: (row: T) => ReactNode; readonly right?: boolean };

/** A plain table; the first column names its row. */
export function plainTable<T>(caption: string, columns: readonly Column<T>[], rows: readonly T[]): ReactNode {
  const side = (right: boolean | undefined) => (right ? 'r num' : undefined);
  const row = (each: T, i: number) =>
    h(
      'tr',
      { key: i },
      ...columns.map(({ cell, right }, column) =>
        column === 0 ? h('th', { scope: 'row', key: column }, cell(each)) : h('td', { className: side(right), key: column }, cell(each)),
      ),
    );
  return h(
    'div',
    { className: 'scroll-x', tabIndex: 0, role: 'region', 'aria-label': caption },
    h(
      'table',
      { className: 'table table--tight' },
      h('caption', { className: 'vh' }, caption),
      h(
        'thead',
        null,
        h('tr', null, ...columns.map(({ head, right }, i) => h('th', { scope: 'col', className: side(right), key: i }, head))),
      ),
      h('tbody', null, ...rows.map(row)),
    ),
  );
}

/** Names with values, as a list of tests: a value beside each name, and a sentence below. */
export function testList(lines: readonly { readonly name: ReactNode; readonly value: ReactNode; readonly text: ReactNode }[]): ReactNode {
  return h(
    'dl',
    { className: 'tests' },
    ...lines.map(({ name, value, text }, i) =>
      h('div', { key: i }, h('dt', null, name), h('dd', { className: 'v' }, value), h('dd', null, text)),
    ),
  );
}
