import type { ReactNode } from 'react';
import { classes } from '#ui/base/classes.ts';
import { h } from '#ui/base/element.ts';
import { sprig } from '#ui/marks/outlines.ts';

/** A part of a section with a head of its own: no landmark, as every category has the same ones. */
export function part(id: string, title: string, ...inside: ReactNode[]): ReactNode {
  return h('div', { key: id }, h('h3', { className: 'h3', id }, title), ...inside);
}

export const logo = h(
  'span',
  { className: 'logo' },
  h('svg', { viewBox: '0 0 32 32', className: 'mark', 'aria-hidden': true }, h('path', { d: sprig })),
);

type Column<T> = { readonly head: string; readonly cell: (row: T) => ReactNode; readonly right?: boolean };

type Look = {
  readonly className?: string;
  /** On a narrow screen a row is a few lines, each value below the head of its column. */
  readonly lines?: boolean;
};

/** A plain table; the first column names its row. Nothing of it lies beyond an edge: long names break, and rows may become lines. */
export function plainTable<T>(caption: string, rows: readonly T[], columns: readonly Column<T>[], look: Look = {}): ReactNode {
  const { className = 'table--tight', lines = false } = look;
  const side = (right: boolean | undefined) => (right ? 'r num' : undefined);
  const role = (name: string) => (lines ? name : undefined);
  const cell = (each: T, column: Column<T>, i: number) =>
    i === 0
      ? h('th', { scope: 'row', role: role('rowheader'), key: i }, column.cell(each))
      : h(
          'td',
          { className: side(column.right), role: role('cell'), 'data-label': lines ? column.head : undefined, key: i },
          column.cell(each),
        );
  return h(
    'table',
    { className: classes('table', className, lines && 'table--lines'), role: role('table') },
    h('caption', { className: 'vh' }, caption),
    h(
      'thead',
      { role: role('rowgroup') },
      h(
        'tr',
        { role: role('row') },
        ...columns.map(({ head, right }, i) => h('th', { scope: 'col', role: role('columnheader'), className: side(right), key: i }, head)),
      ),
    ),
    h(
      'tbody',
      { role: role('rowgroup') },
      ...rows.map((each, i) => h('tr', { role: role('row'), key: i }, ...columns.map((column, n) => cell(each, column, n)))),
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
