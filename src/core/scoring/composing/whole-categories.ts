import type { BallotTable } from '../ballot-table.ts';

/** `numbers`: by category of the table that was given, the whole one it is a part of. */
export type WholeCategories = { readonly table: BallotTable; readonly numbers: readonly number[] };

/**
 * The same ballots by whole categories: a panel judges all entries of a category, whatever divisions they are ranked in, so what judges are
 * compared over is not divided. Where no category is ranked in divisions it is the table itself. Divisions of one category stand beside
 * each other, so entries keep their numbers.
 */
export function wholeCategories(table: BallotTable): WholeCategories {
  const { divisions, ...whole } = table;
  if (!divisions) return { table, numbers: [...table.categories.keys()] };
  const categories = [...new Set(table.categories)];
  const numbers = table.categories.map((name) => categories.indexOf(name));
  const entries = table.entries.map((entry) => ({ ...entry, category: numbers[entry.category] ?? 0 }));
  return { table: { ...whole, categories, entries }, numbers };
}

/** What a category of a table is called: its name, and of a division which. */
export function rankingOf({ categories, divisions }: Pick<BallotTable, 'categories' | 'divisions'>, number: number): Ranking {
  const category = categories[number] ?? '';
  const division = divisions?.[number] ?? null;
  return { category, ...(division !== null && { division }) };
}

/** What entries are ranked in: a category, or one division of it. */
export type Ranking = { readonly category: string; readonly division?: string };

/** The text by which a ranking is found among others. */
export const rankingKey = ({ category, division }: Ranking): string => JSON.stringify([category, division ?? null]);
