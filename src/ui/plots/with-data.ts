import { type ReactNode, useId } from 'react';
import { h } from '../base/element.ts';

export type PlotData = {
  /** Opens the table: "The numbers". */
  readonly open: string;
  /** Names the table. */
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell names its row. */
  readonly rows: readonly (readonly (string | number)[])[];
};

/** A plot with its numbers behind it: who cannot read a picture, or wants to know exactly, opens the table. */
export function WithData({ data, children }: { data: PlotData; children: ReactNode }) {
  const id = useId();
  const { open, caption, head, rows } = data;
  const row = ([name = '', ...values]: readonly (string | number)[], i: number) =>
    h(
      'tr',
      { key: i },
      h('th', { scope: 'row' }, h('bdi', null, name)),
      ...values.map((value, j) => h('td', { key: j, className: 'r' }, value)),
    );
  return h(
    'figure',
    { className: 'with-data', 'aria-details': id },
    children,
    h(
      'details',
      { className: 'with-data__table', id },
      h('summary', null, open),
      h(
        'table',
        { className: 'table table--tight' },
        h('caption', { className: 'vh' }, caption),
        h(
          'thead',
          null,
          h('tr', null, ...head.map((text, i) => h('th', { key: i, scope: 'col', className: i === 0 ? undefined : 'r' }, text))),
        ),
        h('tbody', null, ...rows.map(row)),
      ),
    ),
  );
}
