import type { Refusal } from '../../problems/refusal.ts';
import { withoutHidden } from '../../problems/visible.ts';
import { factsOf, type MarkRows } from './mark-rows.ts';

/** Most names are these, and no two of them look alike but for capitals. */
const plain = /^[\w.,&+/:;()-]+( [\w.,&+/:;()-]+)*$/;

/** Quotes, apostrophes and dashes people and programs put in each other's place. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc\u00b4`]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-'],
];

/** What a name looks like: without capitals, what is not shown, the width and number of spaces, and the shape of quotes and dashes. */
export function look(name: string): string {
  if (plain.test(name)) return name.toLowerCase();
  const shown = withoutHidden(name.normalize('NFKC')).replace(/[\s\u2800]+/gu, ' ');
  return marks
    .reduce((text, [mark, usual]) => text.replace(mark, usual), shown)
    .trim()
    .toLowerCase()
    .normalize('NFC');
}

/** Pairs of names that look alike, each later one with the first of its look. */
function pairs(names: readonly string[], numbers: Iterable<number>): (readonly [number, number])[] {
  const first = new Map<string, number>();
  const found: (readonly [number, number])[] = [];
  for (const number of numbers) {
    const key = look(names[number] ?? '');
    const known = first.get(key);
    if (known === undefined) first.set(key, number);
    else if (known !== number) found.push([known, number]);
  }
  return found;
}

/** How two names that look alike differ, as far as a word says it. */
function difference(a: string, b: string): string {
  if (a.toLowerCase() === b.toLowerCase()) return 'capitals';
  const spaced = (text: string) => text.replace(/\s+/gu, ' ').trim();
  if (spaced(a) === spaced(b)) return 'spaces';
  return withoutHidden(a) === withoutHidden(b) ? 'hidden' : 'look';
}

/** Names of a list that look like an earlier one, or are the same (`twice`), each with that one. */
export function alikeIn(kind: Kind, names: readonly string[]): readonly Refusal[] {
  const place = { file: null, row: null, firstFile: null, firstRow: null };
  return pairs(names, names.keys()).map(([one, other]): Refusal => {
    const [name, first] = [names[other] ?? '', names[one] ?? ''];
    const differ = name === first ? 'twice' : difference(first, name);
    return { code: 'tally.names-alike', facts: { kind, name, first, differ, ...place } };
  });
}

type Kind = 'entry' | 'category' | 'judge' | 'criterion';

/**
 * Names of entries, categories, judges and criteria that differ by nothing a reader sees, or by capitals alone, each pair with the rows
 * they first stand in. They are never taken for one, nor silently for two: whoever wrote them has to say which.
 */
export function alikeNames(rows: MarkRows): readonly Refusal[] {
  const kinds: readonly (readonly [Kind, readonly string[], readonly (readonly [number, number])[], (row: number) => number])[] = [
    [
      'category',
      rows.categories.names,
      pairs(rows.categories.names, rows.categories.names.keys()),
      (row) => rows.entryCategory[rows.entry.all()[row] ?? 0] ?? -1,
    ],
    [
      'entry',
      rows.entryNames,
      rows.entryNumbers.flatMap((numbers) => pairs(rows.entryNames, numbers.values())),
      (row) => rows.entry.all()[row] ?? -1,
    ],
    ['judge', rows.judges.names, pairs(rows.judges.names, rows.judges.names.keys()), (row) => rows.judge.all()[row] ?? -1],
    ['criterion', rows.criteria.names, pairs(rows.criteria.names, rows.criteria.names.keys()), (row) => rows.criterion.all()[row] ?? -1],
  ];
  return kinds.flatMap(([kind, names, found, numberAt]) => {
    if (found.length === 0) return [];
    const wanted = new Set(found.flat());
    const firstRow = new Map<number, number>();
    for (let row = 0; row < rows.entry.all().length && firstRow.size < wanted.size; row++) {
      const number = numberAt(row);
      if (wanted.has(number) && !firstRow.has(number)) firstRow.set(number, row);
    }
    return found.map(([one, other]): Refusal => {
      const [before, after] = [factsOf(rows, firstRow.get(one) ?? 0), factsOf(rows, firstRow.get(other) ?? 0)];
      const [name, first] = [names[other] ?? '', names[one] ?? ''];
      const place = {
        file: after.file ?? null,
        row: after.row ?? null,
        firstFile: before.file ?? null,
        firstRow: before.row ?? null,
      };
      return { code: 'tally.names-alike', facts: { kind, name, first, differ: difference(first, name), ...place } };
    });
  });
}
