import type { VerdictCategory, VerdictEntry } from '#core/verdict/verdict.ts';
import type { Words } from '#words/index.ts';
import type { Tallied } from './run.ts';

export type Style = { readonly heading: (text: string) => string; readonly winner: (text: string) => string };

type Sentences = Words['tally'];

/** A name as a line can hold it; the files have all of it. */
const inShort = (name: string): string => ([...name].length > 60 ? `${[...name].slice(0, 59).join('')}…` : name);

/** Columns that say something in this category: a corrected score only where there is one of its own. */
function columnsOf(
  category: VerdictCategory,
  say: Sentences,
): readonly { readonly head: string; readonly cell: (entry: VerdictEntry) => string }[] {
  const { columns, noRank } = say;
  const corrected = category.method !== 'raw';
  const doubt = category.entries.some(({ pFirst }) => pFirst !== null);
  const scored = category.unit !== 'order';
  const parts = category.finding === 'parts' ? say.partOf(category) : null;
  return [
    { head: columns.rank, cell: ({ rank, tied }) => (rank === null ? noRank : tied ? say.tiedRank(rank) : String(rank)) },
    { head: columns.entry, cell: ({ entry }) => inShort(entry) },
    ...(parts ? [{ head: columns.part, cell: ({ entry }: VerdictEntry) => String(parts.get(entry) ?? noRank) }] : []),
    ...(scored ? [{ head: columns.score, cell: ({ raw }: VerdictEntry) => raw?.decimal ?? noRank }] : []),
    ...(scored && category.exact ? [{ head: columns.exact, cell: ({ raw }: VerdictEntry) => raw?.fraction ?? noRank }] : []),
    ...(category.entries[0]?.sources ?? []).map(({ source }, i) => ({
      head: source,
      cell: ({ sources }: VerdictEntry) => sources?.[i]?.score?.decimal ?? noRank,
    })),
    ...(category.entries.some(({ imputed }) => imputed)
      ? [{ head: columns.without, cell: ({ imputed }: VerdictEntry) => (imputed ? say.without(imputed.without) : noRank) }]
      : []),
    ...(corrected
      ? [
          {
            head: columns.corrected,
            cell: ({ corrected: value, rank }: VerdictEntry) => (rank === null || value === null ? noRank : value.toFixed(2)),
          },
        ]
      : []),
    ...(doubt
      ? [
          { head: columns.first, cell: ({ pFirst }: VerdictEntry) => (pFirst === null ? noRank : say.chance(pFirst)) },
          { head: columns.range, cell: ({ rankInterval }: VerdictEntry) => (rankInterval === null ? noRank : say.range(rankInterval)) },
        ]
      : []),
    ...(category.entries.some(({ level }) => level !== null)
      ? [{ head: columns.level, cell: ({ level }: VerdictEntry) => level ?? noRank }]
      : []),
    { head: columns.judges, cell: ({ ballots }) => String(ballots.length) },
  ];
}

/** Columns as wide as their widest cell, two spaces apart; the second is text, the others are numbers and stand right. */
function align(rows: readonly (readonly string[])[]): string[] {
  const width = (text: string): number => [...text].length;
  const widths = (rows[0] ?? []).map((_, column) => rows.reduce((most, row) => Math.max(most, width(row[column] ?? '')), 0));
  const pad = (cell: string, column: number): string => {
    const space = ' '.repeat((widths[column] ?? 0) - width(cell));
    return column === 1 ? cell + space : space + cell;
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

/** Entries shown of one category; the rest is in the files. */
const mostShown = 200;

/** Marks decided by people that are told one by one. */
const mostOverrides = 20;

function categoryLines(
  { verdict: { rules } }: Tallied,
  category: VerdictCategory,
  shared: boolean,
  say: Sentences,
  style: Style,
): string[] {
  const columns = columnsOf(category, say);
  const shown = category.entries.slice(0, mostShown);
  const [head = '', ...rows] = align([
    columns.map(({ head: text }) => text),
    ...shown.map((entry) => columns.map(({ cell }) => cell(entry))),
  ]);
  const applying = new Set(category.criteria.map(({ criterion }) => criterion));
  const elsewhere = rules.criteria.filter(({ id, gate }) => !applying.has(id) && !gate).map(({ id }) => id);
  const apart = shown.flatMap((entry) => [
    ...(entry.noPlace ? [say.noPlace(entry.entry, entry.noPlace)] : []),
    ...(entry.imputed?.judges ?? []).map((judge) => say.imputed(judge, entry.entry)),
    ...say.disputed(entry, rules),
    ...entry.setAside.map(({ judge, reason, missing }) => say.setAside(judge, entry.entry, reason, missing)),
  ]);
  const more = category.entries.length - shown.length;
  return [
    '',
    style.heading(category.category),
    head,
    ...rows,
    ...(more > 0 ? [say.moreEntries(more)] : []),
    style.winner(say.finding(category)),
    ...(shared ? [] : [say.state(category, rules.official)]),
    ...(category.review ? [say.review(category)] : []),
    ...(elsewhere.length > 0 ? [say.notApplicable(category.category, elsewhere)] : []),
    ...apart,
    ...say.disputedMoves(category.entries),
  ];
}

/** Ballots that were completed, over all entries. */
const imputedBallots = ({ categories }: Tallied['verdict']): number =>
  categories.reduce((all, { entries }) => all + entries.reduce((sum, { imputed }) => sum + (imputed?.judges.length ?? 0), 0), 0);

/** The whole answer for a terminal: what was counted and by which rules, then one table a category. Always the same text for the same marks. */
export function tableText(tallied: Tallied, say: Sentences, style: Style): string {
  const { verdict, source } = tallied;
  const { rules, counted } = verdict;
  // What is the same in every category is said once, above them.
  const states = new Set(verdict.categories.map((category) => say.state(category, rules.official)));
  const lines = [
    ...(source.title === null ? [] : [style.heading(source.title)]),
    say.counted(counted),
    say.weights(rules.criteria, !source.guessed.weights),
    say.scale(rules.criteria, !source.guessed.scale),
    say.aggregation(rules.aggregation, rules.minimumPanel),
    ...(states.size === 1 ? states : []),
    ...say.blend(rules),
    ...say.preset(source.preset),
    ...source.notes.map((note) => say.note(note)),
    ...say.seed(source.seed),
    ...say.imputedBallots(imputedBallots(verdict)),
    ...(verdict.emptySeats > 0 ? [say.emptySeats(verdict.emptySeats)] : []),
    ...verdict.categories.flatMap((category) => categoryLines(tallied, category, states.size === 1, say, style)),
    '',
    ...(tallied.overrides
      ? [
          say.overridden(tallied.overrides.applied.length, tallied.overrides.file),
          ...tallied.overrides.applied.slice(0, mostOverrides).map((applied) => say.overriddenMark(applied)),
          ...(tallied.overrides.applied.length > mostOverrides
            ? [say.moreOverridden(tallied.overrides.applied.length - mostOverrides)]
            : []),
          ...tallied.overrides.moves.map((move) => say.override(move)),
        ]
      : []),
    ...say.questions(verdict.checks),
  ];
  return `${lines.join('\n')}\n`;
}
