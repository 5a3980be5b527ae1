import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMark, type MarkRow, notScored } from './ballot-table.ts';
import { ballotTable, collectMarks } from './collect-marks.ts';
import type { Criterion } from './criteria.ts';

const scale = { min: 0, max: 10 };
const craft: Criterion = { id: 'craft', weight: 60, scale };
const impact: Criterion = { id: 'impact', weight: 40, scale };
const { missing, notApplicable, abstained, recused } = notScored;

const at = { category: 'Team', entry: 'A', judge: 'Ann', file: 'b.csv', row: 7 };
const row = (criterion: string, mark: MarkRow['mark'], more: Partial<MarkRow> = {}): MarkRow => ({ ...at, criterion, mark, ...more });

function made(criteria: readonly Criterion[], rows: readonly MarkRow[]) {
  const table = ballotTable(criteria, rows);
  if (!table.ok) throw new Error(JSON.stringify(table.refusals));
  return table.value;
}

const codes = (criteria: readonly Criterion[], rows: Iterable<MarkRow>) => {
  const table = ballotTable(criteria, rows);
  return table.ok ? [] : table.refusals;
};

describe('a table of ballots', () => {
  it('numbers categories, entries, judges and ballots by name, whatever the order of the rows', () => {
    const rows = [
      row('craft', 3, { category: 'Tool', entry: 'A', judge: 'Bea' }),
      row('impact', 4, { entry: 'B', judge: 'Cat', row: 9 }),
      row('craft', 5, { entry: 'B', judge: 'Ann', entryGroup: 'Acme', at: 20 }),
      row('impact', 6, { entry: 'B', judge: 'Ann', judgeGroup: 'Bolt', at: 10 }),
      row('craft', 'recused'),
    ];
    const table = made([craft, impact], rows);
    expect(table.categories).toEqual(['Team', 'Tool']);
    expect(table.entries).toEqual([
      { name: 'A', category: 0, group: null },
      { name: 'B', category: 0, group: 'Acme' },
      { name: 'A', category: 1, group: null },
    ]);
    expect(table.judges.map(({ name, group }) => [name, group])).toEqual([
      ['Ann', 'Bolt'],
      ['Bea', null],
      ['Cat', null],
    ]);
    expect([...table.ballotEntry]).toEqual([0, 1, 1, 2]);
    expect([...table.ballotJudge]).toEqual([0, 0, 2, 1]);
    expect([...table.marks]).toEqual([recused, missing, 5, 6, missing, 4, 3, missing]);
    expect([...(table.at ?? [])]).toEqual([Number.NaN, 20, Number.NaN, Number.NaN]);
    expect([table.rows[5], table.files[table.rowFiles[5] ?? 0]]).toEqual([9, 'b.csv']);
  });

  it('says of the whole ballot what a row without a criterion says', () => {
    const table = made([craft, impact], [row('', 'abstained'), row('craft', 4), row('', 'recused', { judge: 'Bea' })]);
    expect([...table.marks]).toEqual([4, abstained, recused, recused]);
  });

  it('knows which criteria apply in a category', () => {
    const price: Criterion = { id: 'price', weight: 1, scale, categories: ['Tool'] };
    const table = made([craft, price], [row('craft', 4), row('price', 5, { category: 'Tool' })]);
    expect([...table.marks]).toEqual([4, notApplicable, missing, 5]);
    expect([...table.marks].map(isMark)).toEqual([true, false, false, true]);
  });

  it('tells what was met of a criterion before the criteria are settled', () => {
    const marks = collectMarks();
    for (const each of [row('b', 4), row('b', 9, { judge: 'Bea', category: 'Tool' }), row('a', null), row('', 'recused')]) marks.add(each);
    expect(marks.rows()).toBe(4);
    expect(marks.seen()).toEqual([
      { id: 'a', lowest: null, highest: null, categories: ['Team'] },
      { id: 'b', lowest: 4, highest: 9, categories: ['Team', 'Tool'] },
    ]);
  });

  it.each<[string, readonly MarkRow[], object]>([
    [
      'a mark above the scale',
      [row('craft', 11)],
      { code: 'scoring.mark-outside-scale', facts: { ...at, criterion: 'craft', mark: 11, ...scale } },
    ],
    [
      'a mark no column holds',
      [row('craft', 3e9)],
      { code: 'scoring.mark-outside-scale', facts: { ...at, criterion: 'craft', mark: 3e9, ...scale } },
    ],
    [
      'a code’s number as a mark',
      [row('craft', missing)],
      { code: 'scoring.mark-outside-scale', facts: { ...at, criterion: 'craft', mark: missing, ...scale } },
    ],
    [
      'a mark that is not whole',
      [row('craft', 7.5)],
      { code: 'scoring.mark-not-whole', facts: { ...at, criterion: 'craft', mark: 7.5, ...scale } },
    ],
    [
      'a mark that is no number',
      [row('craft', Number.NaN)],
      { code: 'scoring.mark-not-whole', facts: { ...at, criterion: 'craft', mark: 'NaN', ...scale } },
    ],
    ['an unknown criterion', [row('charm', 1)], { code: 'scoring.unknown-criterion', facts: { ...at, criterion: 'charm' } }],
    ['a mark without a criterion', [row('', 1)], { code: 'scoring.unknown-criterion', facts: { ...at, criterion: '' } }],
    [
      'a mark given twice',
      [row('craft', 7, { row: 3 }), row('craft', 'missing')],
      { code: 'scoring.mark-twice', facts: { ...at, criterion: 'craft', firstRow: 3, firstFile: 'b.csv' } },
    ],
    [
      'an entry in two groups',
      [row('craft', 7, { entryGroup: 'Acme' }), row('impact', 7, { entryGroup: 'Bolt' })],
      {
        code: 'scoring.entry-group-differs',
        facts: { category: 'Team', entry: 'A', group: 'Bolt', first: 'Acme', file: 'b.csv', row: 7 },
      },
    ],
    [
      'a judge in two groups',
      [row('craft', 7, { judgeGroup: 'Acme' }), row('impact', 7, { judgeGroup: 'Bolt' })],
      { code: 'scoring.judge-group-differs', facts: { judge: 'Ann', group: 'Bolt', first: 'Acme', file: 'b.csv', row: 7 } },
    ],
  ])('refuses %s, with file and row', (_what, rows, refusal) => {
    expect(codes([craft, impact], rows)).toEqual([refusal]);
  });

  it('counts what it refuses beyond ten thousand rows', () => {
    const rows = Array.from({ length: 10_005 }, (_, i) => row('craft', 99, { judge: `J${i}`, row: i + 2 }));
    const refusals = codes([craft], rows);
    expect([refusals.length, refusals[0]?.facts.row, refusals.at(-1)]).toEqual([
      10_001,
      2,
      { code: 'scoring.more-refused', facts: { count: 5 } },
    ]);
  });

  it('is the same whatever the order of the rows, and holds every mark once', () => {
    const some = fc.uniqueArray(
      fc.record({
        category: fc.constantFrom('X', 'Y'),
        entry: fc.constantFrom('a', 'b', 'c'),
        judge: fc.constantFrom('j', 'k', 'l'),
        criterion: fc.constantFrom('craft', 'impact'),
        mark: fc.integer({ min: 0, max: 10 }),
      }),
      { selector: ({ category, entry, judge, criterion }) => `${category}${entry}${judge}${criterion}`, maxLength: 40 },
    );
    const both = some.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(both, ([rows, other]) => {
        const table = made([craft, impact], rows);
        expect(made([craft, impact], other)).toEqual(table);
        const read = Array.from(table.marks, (mark, cell) => {
          const ballot = Math.floor(cell / 2);
          const entry = table.entries[table.ballotEntry[ballot] ?? 0];
          const judge = table.judges[table.ballotJudge[ballot] ?? 0]?.name;
          return {
            category: table.categories[entry?.category ?? 0],
            entry: entry?.name,
            judge,
            criterion: table.criteria[cell % 2]?.id,
            mark,
          };
        }).filter(({ mark }) => isMark(mark));
        const text = (all: readonly object[]) => all.map((each) => JSON.stringify(each)).sort();
        expect(text(read)).toEqual(text(rows));
      }),
    );
  });
});
