/** A spreadsheet of entries becomes what its form would have sent, and every fault finds its row. */
import { describe, expect, it } from 'vitest';
import { everyKind } from '#tests/support/forms/form.ts';
import { type Column, formColumns, headOf } from './columns.ts';
import { readRows } from './rows.ts';

const language = { language: 'en', languages: ['en', 'de'] };
const head = (name: string, label: string, needed = false): Column => ({ name, label, needed });
const columns = [
  head('owner.email', 'E-mail', true),
  head('owner.name', 'Name', true),
  head('title', 'Title', true),
  head('received', 'Received on paper'),
  head('reference', 'Your reference'),
  ...formColumns(everyKind, language),
];
const zone = 'Europe/Berlin';
const names = ['owner.email', 'owner.name', 'title'];
const rowsOf = (heads: readonly string[], ...cells: readonly (readonly string[])[]) =>
  readRows(
    [heads, ...cells].map((row, i) => ({ row: i + 1, cells: row })),
    columns,
    zone,
  );
const who = ['Ada@People.example', ' Ada Lindqvist ', 'Faster help'];

describe('a spreadsheet of entries', () => {
  it('has a column for each part of an answer that is a cell of its own, and none for files', () => {
    expect(columns.map(({ name }) => name).filter((name) => name.startsWith('answers.'))).toEqual(
      [
        'title',
        'essay',
        'sector',
        'sector.other',
        'channels',
        'agents',
        'revenue.amount',
        'revenue.currency',
        'since',
        'leader.name',
        'leader.email',
        'links',
        ...['measure', 'value', 'n', 'from', 'to', 'promoters', 'detractors', 'statistic'].map((part) => `claim.${part}`),
        ...['value', 'n', 'from', 'to'].map((part) => `claim.before.${part}`),
        'rules',
      ].map((name) => `answers.${name}`),
    );
  });

  it('is read by what stands in brackets, by the name or by the words of a column, in any order', () => {
    const template = columns.map(headOf);
    expect(rowsOf(template, [...who, '', '', 'Sooner']).rows[0]?.controls).toEqual({ 'answers.title': 'Sooner' });
    const heads = ['channels', 'Who we are [OWNER.NAME]', 'e-mail', 'TITLE', 'Anything [answers.sector]'];
    const { rows, faults } = rowsOf(heads, ['Phone; chat', 'Ada', 'ada@people.example', 'Faster', 'BANK']);
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        email: 'ada@people.example',
        name: 'Ada',
        title: 'Faster',
        controls: { 'answers.channels': 'phone\nchat', 'answers.sector': 'bank' },
      },
    ]);
  });

  it('keeps addresses in small letters, takes days as a workbook keeps them, and yes in many ways', () => {
    const heads = [...names, 'received', 'answers.since', 'answers.rules'];
    const { rows } = rowsOf(heads, [...who, '46082.604166667', '45000', 'TRUE'], [...who, '2026-03-01', '2024-02-29', 'no'], []);
    expect(rows).toEqual([
      {
        row: 2,
        email: 'ada@people.example',
        name: 'Ada Lindqvist',
        title: 'Faster help',
        received: '2026-03-01T13:30:00.000Z',
        controls: { 'answers.since': '2023-03-15', 'answers.rules': 'yes' },
      },
      expect.objectContaining({ row: 3, received: '2026-02-28T23:00:00.000Z', controls: { 'answers.since': '2024-02-29' } }),
    ]);
  });

  it('is refused where a column is missing, unknown or there twice, before its rows are looked at', () => {
    const { rows, faults } = rowsOf(['owner.email', 'title', 'Title [title]', 'Shoe size'], ['x']);
    expect(rows).toEqual([]);
    expect(faults.map(({ code, facts }) => [code, facts.column])).toEqual([
      ['import.column-unknown', 'Shoe size'],
      ['import.column-missing', 'Name'],
      ['import.column-twice', 'Title'],
    ]);
    expect(rowsOf(names).faults.map(({ code }) => code)).toEqual(['import.no-rows']);
    expect(rowsOf(names, ['', ' ']).faults.map(({ code }) => code)).toEqual(['import.no-rows']);
    expect(readRows([], columns, zone).faults.map(({ code }) => code)).toContain('import.column-missing');
  });

  it('tells every fault of every row at its column', () => {
    const heads = [...names, 'received', 'reference', 'answers.channels'];
    const { faults } = rowsOf(
      heads,
      ['', 'Ada', 'Faster', '1 March', 'P-1', 'phone; pigeon'],
      [...who, '2026-02-30', ' p-1 ', ''],
      [...who, '2026-03-01 25:00', '', ''],
    );
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'E-mail', 'import.cell-missing'],
      [2, 'Received on paper', 'import.received-unreadable'],
      [2, 'channels', 'import.option-unknown'],
      [3, 'Received on paper', 'import.received-unreadable'],
      [3, '', 'import.reference-twice'],
      [4, 'Received on paper', 'import.received-unreadable'],
    ]);
    expect(faults[2]?.facts).toEqual({ value: 'pigeon', options: 'phone; mail; chat' });
  });
});
