/** Which column of a list says what, by the names people give them. */
import type { Refusal } from '../problems/refusal.ts';
import type { WrittenRow } from './row.ts';

export type Column = 'year' | 'category' | 'nominee' | 'organisation' | 'title' | 'code' | 'joint';

const names: Readonly<Record<Column, readonly string[]>> = {
  year: ['year', 'edition', 'season', 'years'],
  category: ['category', 'award'],
  nominee: ['nominee', 'winner', 'name', 'winners'],
  organisation: ['organisation', 'organization', 'company', 'employer'],
  title: ['title', 'level', 'place', 'result'],
  code: ['code', 'category code', 'category_code', 'shortcode'],
  joint: ['joint', 'shared', 'tie'],
};

const columns = Object.keys(names) as readonly Column[];

/** What a column is called in the list; undefined where it has none. */
export type Columns = Readonly<Partial<Record<Column, string>>>;

const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase();

/** The names of all columns the rows have, in the order they come. */
const namesIn = (rows: readonly WrittenRow[]) => [...new Set(rows.flatMap(({ cells }) => cells.map(([name]) => name)))];

/** A list must say year and category, and who won: a nominee or an organisation. Columns it does not know are passed over. */
export function columnsOf(rows: readonly WrittenRow[]): { readonly columns: Columns; readonly missing: readonly Refusal[] } {
  const there = namesIn(rows);
  const missing: Refusal[] = [];
  const found: Partial<Record<Column, string>> = {};
  for (const column of columns) {
    const called = there.filter((name) => names[column].includes(plain(name)));
    if (called.length > 1)
      missing.push({ code: 'winners.column-twice', facts: { column, first: called[0] ?? '', second: called[1] ?? '' } });
    if (called[0] !== undefined) found[column] = called[0];
  }
  const needed: readonly Column[] = found.organisation === undefined ? ['year', 'category', 'nominee'] : ['year', 'category'];
  for (const column of needed) {
    if (found[column] !== undefined) continue;
    missing.push({
      code: 'winners.column-missing',
      facts: { column, known: names[column].join(', '), found: there.join(', ').slice(0, 300) },
    });
  }
  return { columns: found, missing };
}
