import { ballotStatus } from '../../scoring/ballot-status.ts';
import { type BallotTable, notScored } from '../../scoring/ballot-table.ts';
import { type Disputed, disputedIn } from '../../scoring/composing/disputed.ts';
import { type Composites, composites } from '../../scoring/composite.ts';
import { fitInputOf } from '../fit-input.ts';
import { standingsAgain } from '../imputed.ts';
import type { TallyRules } from '../rules.ts';
import { withoutMarks } from '../seats.ts';
import type { VerdictEntry } from '../verdict.ts';

/** How an entry is found among all: by its category's number and its name. */
const keyOf = (category: number, entry: string): string => `${category} ${entry}`;

export type AsSkipped = {
  readonly standings: readonly (readonly VerdictEntry[])[];
  readonly said: ReadonlyMap<string, { readonly criteria: readonly string[]; readonly judges: readonly string[] }>;
};

/**
 * The table with every disputed n/a as a missing mark. Where ballots with gaps are set aside, those that had one anyway are emptied, so
 * that completing the table completes nothing else.
 */
function readAsSkipped(table: BallotTable, disputed: readonly Disputed[], weighed: Composites, rules: TallyRules): BallotTable {
  const gaps = [...weighed.status.keys()].filter((ballot) => weighed.status[ballot] === ballotStatus.incomplete);
  const known = rules.skipped === 'impute' ? table : withoutMarks(table, gaps);
  const marks = known.marks.slice();
  for (const { column, ballots } of disputed)
    for (const ballot of ballots) marks[ballot * table.criteria.length + column] = notScored.missing;
  return { ...known, marks };
}

function whoSaid(table: BallotTable, disputed: readonly Disputed[]): AsSkipped['said'] {
  const found = new Map<string, { criteria: string[]; judges: Set<string> }>();
  for (const { entry, column, ballots } of disputed) {
    const { name = '', category = 0 } = table.entries[entry] ?? {};
    const own = found.get(keyOf(category, name)) ?? { criteria: [], judges: new Set<string>() };
    found.set(keyOf(category, name), own);
    own.criteria.push(table.criteria[column]?.id ?? '');
    for (const ballot of ballots) own.judges.add(table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? '');
  }
  return new Map([...found].map(([key, { criteria, judges }]) => [key, { criteria, judges: [...judges].sort() }]));
}

/**
 * Standings with each n/a other judges of the entry contradict read as a skipped mark, completed from the judge's others, and who said
 * it; null where nobody disagrees. One judge's n/a takes the criterion from every ballot of the entry, so what it did has to be shown.
 */
export function asSkipped(table: BallotTable, weighed: Composites, rules: TallyRules): AsSkipped | null {
  const disputed = disputedIn(table);
  if (disputed.length === 0) return null;
  const read = readAsSkipped(table, disputed, weighed, rules);
  const standings = standingsAgain(read, { ...rules, skipped: 'impute' }, (again) => fitInputOf(read, again).input);
  return { standings, said: whoSaid(table, disputed) };
}

/** The ballots of one round with every disputed n/a as a skipped mark: what has to be counted beside a blend. */
export function roundAsSkipped(table: BallotTable, rules: TallyRules): BallotTable {
  return readAsSkipped(table, disputedIn(table), composites(table, rules), rules);
}

/** Entries of one category, each with what was said n/a of it against others, and how it stands without. */
export function besideSkipped<T extends Pick<VerdictEntry, 'entry'>>(
  entries: readonly T[],
  { standings, said }: AsSkipped,
  category: number,
): (T & Required<Pick<VerdictEntry, 'notApplicable'>>)[] {
  const others = new Map((standings[category] ?? []).map((other) => [other.entry, other]));
  return entries.map((own) => {
    const { rank = null, tied = false, raw = null } = others.get(own.entry) ?? {};
    const { criteria = [], judges = [] } = said.get(keyOf(category, own.entry)) ?? {};
    return { ...own, notApplicable: { criteria, judges, without: { rank, tied, raw } } };
  });
}
