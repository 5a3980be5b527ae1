import type { ReactNode } from 'react';
import { twoDecimals } from '#core/verdict/rounding.ts';
import type { VerdictCategory, VerdictEntry } from '#core/verdict/verdict.ts';
import { h } from '#ui/base/element.ts';
import type { Words } from '#words/index.ts';
import { part, plainTable } from './frame.ts';

/** Of a blended score: what each round, metric and the votes gave every entry. */
export function sourcesTable({ category, entries }: VerdictCategory, id: string, { sources: say }: Words['report']): ReactNode {
  const names = entries[0]?.sources?.map(({ source }) => source);
  if (!names) return null;
  return part(
    `${id}-sources`,
    say.title,
    plainTable(
      `${say.title}, ${category}`,
      entries,
      [
        { head: say.entry, cell: ({ entry }) => h('bdi', null, entry) },
        ...names.map((name, i) => ({
          head: name,
          cell: ({ sources }: VerdictCategory['entries'][number]) => {
            const score = sources?.[i]?.score;
            return score ? twoDecimals(score) : say.none;
          },
          right: true,
        })),
        { head: say.blended, cell: ({ raw }) => (raw ? twoDecimals(raw) : say.none), right: true },
      ],
      { lines: true },
    ),
  );
}

type Beside = { readonly judges: readonly string[]; readonly without: Parameters<Words['tally']['without']>[0] };

/** What stands otherwise, beside what stands: place and score of each entry, and whose marks made the difference. */
function besideTable(
  { category, entries }: VerdictCategory,
  id: string,
  say: Words['report']['imputed'],
  tally: Words['tally'],
  besideOf: (entry: VerdictEntry) => Beside | undefined,
): ReactNode {
  if (entries.every((entry) => !besideOf(entry))) return null;
  const without = (entry: VerdictEntry) => {
    const beside = besideOf(entry);
    return beside ? tally.without(beside.without) : '';
  };
  return part(
    id,
    say.title,
    h('p', { className: 't-sm soft gap-b' }, say.text),
    plainTable(
      `${say.title}, ${category}`,
      entries,
      [
        { head: say.columns.entry, cell: ({ entry }) => h('bdi', null, entry) },
        { head: say.columns.now, cell: (entry) => tally.without(entry), right: true },
        { head: say.columns.without, cell: without, right: true },
        { head: say.columns.judges, cell: (entry) => besideOf(entry)?.judges.join(', ') ?? '' },
      ],
      { lines: true },
    ),
  );
}

/** The result without imputed marks, beside the one with them. */
export function imputedTable(category: VerdictCategory, id: string, { report, tally }: Pick<Words, 'report' | 'tally'>): ReactNode {
  return besideTable(category, `${id}-imputed`, report.imputed, tally, ({ imputed }) => imputed);
}

/** The result with every disputed n/a read as a skipped mark, beside the one that stands. */
export function disputedTable(category: VerdictCategory, id: string, { report, tally }: Pick<Words, 'report' | 'tally'>): ReactNode {
  return besideTable(category, `${id}-disputed`, report.disputed, tally, ({ notApplicable }) => notApplicable);
}
