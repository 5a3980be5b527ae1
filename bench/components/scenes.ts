/** What is drawn: each component as a page would have it. Built for the bench, because it brings components that are written as JSX. */
import { createElement as h, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { type Column, Table } from '../../src/ui/data/table.tsx';
import { Select } from '../../src/ui/forms/choice.tsx';
import { Form } from '../../src/ui/forms/form.tsx';
import { TextArea, TextField } from '../../src/ui/forms/text-field.tsx';
import Gallery from '../../src/ui/gallery/gallery.tsx';
import { Bars } from '../../src/ui/plots/bars.ts';
import { Dots } from '../../src/ui/plots/dots.ts';
import { Interval } from '../../src/ui/plots/interval.ts';
import { Line } from '../../src/ui/plots/line.ts';
import { Timeline } from '../../src/ui/plots/timeline.ts';

type Row = { readonly id: number };

const rows: readonly Row[] = Array.from({ length: 100 }, (_, id) => ({ id }));
const columns: readonly Column<Row>[] = Array.from({ length: 8 }, (_, i) => ({
  id: `c${i}`,
  head: `Column ${i}`,
  ...(i === 0 && { names: true as const }),
  ...(i > 5 && { align: 'right' as const }),
  cell: ({ id }: Row) => `Cell ${id} of ${i}`,
}));

const field = (i: number): ReactNode => {
  const one = { key: i, name: `field${i}`, label: `Field ${i}`, hint: 'Shown to judges and, if you win, to everyone' };
  if (i % 5 === 3) return h(TextArea, { ...one, value: 'When the river rose.' });
  const options = Array.from({ length: 6 }, (_, n) => ({ value: String(n), label: `Choice ${n}` }));
  return i % 5 === 4 ? h(Select, { ...one, options, value: '2' }) : h(TextField, { ...one, value: 'Three rings, one human' });
};

const twenty = Array.from({ length: 20 }, (_, i) => i);
const ranges = twenty.map((i) => ({ name: `Judge ${i}`, point: i / 10, low: i / 10 - 0.5, high: i / 10 + 0.5 }));

const twentyFields = { act: 'save', children: twenty.map(field) };

const scenes: Readonly<Record<string, () => ReactNode>> = {
  'Table of 100 rows and 8 columns': () => h(Table<Row>, { caption: 'Entries', columns, rows, keyOf: ({ id }) => String(id) }),
  'Form of 20 fields': () => h(Form, twentyFields),
  'Interval plots, 20 in rows': () =>
    h(
      'div',
      null,
      twenty.map((i) => h(Interval, { key: i, of: { point: 5, low: 4, high: 6 }, domain: [0, 10], cuts: [7], label: `Entry ${i}` })),
    ),
  'Dot plot of 20': () => h(Dots, { rows: ranges, domain: [-1, 3], ticks: [{ value: 0, text: '0' }], label: 'Judges' }),
  'Bars of 20': () => h(Bars, { rows: twenty.map((i) => ({ name: `Row ${i}`, share: i / 20, value: `${i}` })), label: 'Shares' }),
  'Line of 100 values': () =>
    h(Line, {
      series: [{ name: 'Entries', points: rows.map(({ id }) => ({ x: id, y: Math.sqrt(id) })) }],
      ticks: [],
      say: String,
      label: 'Entries',
    }),
  'Timeline of 20': () =>
    h(Timeline, { rows: twenty.map((i) => ({ name: `Part ${i}`, from: i, to: i + 2 })), domain: [0, 22], ticks: [], label: 'The year' }),
  'Gallery page, every component in every state': () => h(Gallery),
};

/** Draws a scene once, from nothing to its text; by name. */
export const draw: Readonly<Record<string, () => string>> = Object.fromEntries(
  Object.entries(scenes).map(([name, scene]) => [name, () => renderToString(scene())]),
);
