import { toDecimal, toText } from '#core/numeric/fraction.ts';
import { outcomeOf } from '#core/ranking/winners.ts';
import type { CategoryTally, EntryTally } from '#core/scoring/tally.ts';
import type { Words } from '#words/index.ts';
import type { Rules } from './rules.ts';

export type Style = { readonly heading: (text: string) => string; readonly winner: (text: string) => string };

type Sentences = Words['tally'];

const markCount = (entry: EntryTally): number => entry.ballots.reduce((sum, ballot) => sum + ballot.terms.length, 0);

/** Cells of one row: rank, entry, score, exact, judges, marks. */
function cellsOf(entry: EntryTally, say: Sentences): readonly string[] {
  const counts = [String(entry.ballots.length), String(markCount(entry))];
  if (entry.status === 'insufficient') return [say.noRank, entry.entry, say.noRank, say.noRank, ...counts];
  const rank = entry.tied ? say.tiedRank(entry.rank) : String(entry.rank);
  return [rank, entry.entry, toDecimal(entry.score, 4), toText(entry.score), ...counts];
}

/** Columns as wide as their widest cell, two spaces apart; the second is text, the others are numbers and stand right. */
function align(rows: readonly (readonly string[])[]): string[] {
  const width = (text: string): number => [...text].length;
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const pad = (cell: string, column: number): string => {
    const space = ' '.repeat((widths[column] ?? 0) - width(cell));
    return column === 1 ? cell + space : space + cell;
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

function categoryLines(tally: CategoryTally, rules: Rules, say: Sentences, style: Style): string[] {
  const { category, criteria, entries, minimumPanel } = tally;
  const header = [say.columns.rank, say.columns.entry, say.columns.score, say.columns.exact, say.columns.judges, say.columns.marks];
  const [head = '', ...rows] = align([header, ...entries.map((entry) => cellsOf(entry, say))]);
  const outcome = outcomeOf(tally);
  const apart = entries.flatMap((entry) => [
    ...(entry.status === 'insufficient' ? [say.insufficient(entry.entry, entry.ballots.length, minimumPanel)] : []),
    ...entry.setAside.map(({ judge, missing }) => say.setAside(judge, entry.entry, missing)),
  ]);
  const applying = new Set(criteria.map(({ id }) => id));
  const elsewhere = rules.criteria.map(({ id }) => id).filter((id) => !applying.has(id));
  return [
    '',
    style.heading(category),
    head,
    ...rows,
    style.winner(outcome.kind === 'awarded' ? say.winner(outcome.winners.map(({ entry }) => entry)) : say.notAwarded),
    ...(elsewhere.length > 0 ? [say.notApplicable(category, elsewhere)] : []),
    ...apart,
  ];
}

function countAll(tallies: readonly CategoryTally[]) {
  const entries = tallies.flatMap((tally) => tally.entries);
  const ballots = entries.flatMap((entry) => [...entry.ballots, ...entry.setAside]);
  return {
    categories: tallies.length,
    entries: entries.length,
    ballots: ballots.length,
    judges: new Set(ballots.map(({ judge }) => judge)).size,
  };
}

/** The whole answer for a terminal: what was counted and by which rules, then one table a category. Always the same text for the same marks. */
export function tableText(tallies: readonly CategoryTally[], rules: Rules, marks: number, say: Sentences, style: Style): string {
  const lines = [
    say.counted({ marks, ...countAll(tallies) }),
    say.weights(
      rules.criteria.map(({ id, weight }) => ({ criterion: id, weight })),
      rules.weightsGiven,
    ),
    say.scale(rules.scale, rules.scaleGiven),
    say.panel(rules.minimumPanel),
    ...tallies.flatMap((tally) => categoryLines(tally, rules, say, style)),
  ];
  return `${lines.join('\n')}\n`;
}
