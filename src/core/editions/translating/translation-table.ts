/** Translations as a spreadsheet: a row for each text, the column of a language beside that of the first. */
import { inLanguage } from '../../languages/local-text.ts';
import { plainLine, plainText } from '../../languages/plain-text.ts';
import { ownWords, placeName } from '../../languages/translations.ts';
import type { Refusal } from '../../problems/refusal.ts';
import { mainLanguage, type Part, type Parts, parts } from '../parts.ts';
import { textsOf } from './translations.ts';

type TableRow = { readonly row: number; readonly cells: readonly string[] };
type Fault = Refusal & { readonly row: number };

const placeColumn = 'place';
export const translationHead = (main: string, language: string): readonly string[] => [placeColumn, main, language];

type Line = { readonly part: Part; readonly name: string; readonly source: string; readonly words: string };

function linesOf(of: Parts, language: string): ReadonlyMap<string, Line> {
  const main = mainLanguage(of);
  const lines = parts.flatMap((part) =>
    textsOf(of, part).map(({ steps, text }): [string, Line] => {
      const name = placeName(steps);
      return [`${part}.${name}`, { part, name, source: inLanguage(text, main, main), words: ownWords(text, language, main) }];
    }),
  );
  return new Map(lines);
}

/** Every text of an edition in the order of its document: where it stands, what it says, and what it says in the language. */
export const translationRows = (of: Parts, language: string): readonly (readonly string[])[] =>
  [...linesOf(of, language)].map(([place, { source, words }]) => [place, source, words]);

export type TranslationsFromTable = {
  /** Words by the names of their places, by part. */
  readonly words: ReadonlyMap<Part, ReadonlyMap<string, string>>;
  readonly faults: readonly Fault[];
};

/** A CSV file has an apostrophe before what a spreadsheet would compute; nobody wrote it. */
const written = (cell: string | undefined): string => (cell ?? '').replace(/^'(?=[=+\-@\t\r])/, '');

const named = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

function columnsOf(head: readonly string[], main: string, language: string) {
  const said = head.map(named);
  const at = (name: string) => said.indexOf(named(name));
  const missing = [placeColumn, language].filter((name) => at(name) < 0);
  const faults = missing.map((column): Fault => {
    return { row: 1, code: 'editions.table-column-missing', facts: { column, known: column, found: head.join(', ').slice(0, 300) } };
  });
  return { place: at(placeColumn), source: at(main), words: at(language), faults };
}

/**
 * What a table says in a language. An empty cell leaves what is there. A row of a place that is not there, or whose text in the first
 * language is another by now, is a fault: whoever translated it read something else.
 */
export function translationsFromTable(
  head: readonly string[],
  rows: readonly TableRow[],
  of: Parts,
  language: string,
): TranslationsFromTable {
  const columns = columnsOf(head, mainLanguage(of), language);
  const faults: Fault[] = [...columns.faults];
  const words = new Map<Part, Map<string, string>>();
  if (faults.length > 0) return { words, faults };
  const lines = linesOf(of, language);
  const seen = new Map<string, number>();
  for (const { row, cells } of rows) {
    const place = (cells[columns.place] ?? '').trim();
    const said = plainText(written(cells[columns.words]));
    if (said === '') continue;
    const [line, before] = [lines.get(place), seen.get(place)];
    const source = columns.source < 0 ? undefined : written(cells[columns.source]);
    if (line === undefined) faults.push({ row, code: 'editions.table-no-such-place', facts: { place: place.slice(0, 200) } });
    else if (before !== undefined) faults.push({ row, code: 'editions.table-code-twice', facts: { code: place.slice(0, 200), before } });
    else if (source !== undefined && plainLine(source) !== plainLine(line.source))
      faults.push({ row, code: 'editions.table-source-changed', facts: { now: line.source.slice(0, 200) } });
    else words.set(line.part, (words.get(line.part) ?? new Map<string, string>()).set(line.name, said));
    seen.set(place, row);
  }
  if (seen.size === 0) faults.push({ row: 1, code: 'editions.table-empty', facts: {} });
  return { words, faults };
}
