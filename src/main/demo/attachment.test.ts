import { expect, it } from 'vitest';
import { attachment } from './attachment.ts';

it('a made PDF says truly where each of its objects begins, and how long each page is', async () => {
  const pages = [['One (two) \\ three', 'café'], ['The second page']];
  const file = attachment({ kind: 'pdf', name: 'Figures.pdf', title: 'Figures', pages });
  const text = Buffer.from(await file.arrayBuffer()).toString('latin1');
  const [, at = ''] = /startxref\n(\d+)\n%%EOF\n$/.exec(text) ?? [];
  const table = text.slice(Number(at)).split('\n');
  expect(table.slice(0, 3)).toEqual(['xref', '0 10', '0000000000 65535 f ']);
  for (const [i, row] of table.slice(3, 12).entries())
    expect(text.slice(Number(row.slice(0, 10)))).toMatch(new RegExp(`^${i + 1} 0 obj\n`));
  const streams = [...text.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)];
  expect(streams.map(([, length]) => Number(length))).toEqual(streams.map(([, , content = '']) => content.length));
  expect(text).toContain(String.raw`(One \(two\) \\ three) Tj`);
});

it('a sheet of figures puts what holds a comma in quotation marks', async () => {
  const file = attachment({
    kind: 'csv',
    name: 'a.csv',
    rows: [
      ['event', 'paid'],
      ['Wick Lower, flood', 41],
    ],
  });
  expect(await file.text()).toBe('event,paid\r\n"Wick Lower, flood",41\r\n');
});
