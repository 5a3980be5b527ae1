import type { ReactNode } from 'react';
import { twoDecimals } from '#core/verdict/rounding.ts';
import type { VerdictCategory } from '#core/verdict/verdict.ts';
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

/** The result without imputed marks, beside the one with them. */
export function imputedTable(
  { category, entries }: VerdictCategory,
  id: string,
  { report, tally }: Pick<Words, 'report' | 'tally'>,
): ReactNode {
  const { imputed: say } = report;
  if (entries.every(({ imputed }) => !imputed)) return null;
  return part(
    `${id}-imputed`,
    say.title,
    h('p', { className: 't-sm soft gap-b' }, say.text),
    plainTable(
      `${say.title}, ${category}`,
      entries,
      [
        { head: say.columns.entry, cell: ({ entry }) => h('bdi', null, entry) },
        { head: say.columns.now, cell: (entry) => tally.without(entry), right: true },
        { head: say.columns.without, cell: ({ imputed }) => (imputed ? tally.without(imputed.without) : ''), right: true },
        { head: say.columns.judges, cell: ({ imputed }) => imputed?.judges.join(', ') ?? '' },
      ],
      { lines: true },
    ),
  );
}
