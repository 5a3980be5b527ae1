import { isMark, notScored } from '../../scoring/ballot-table.ts';
import { disputedIn } from '../../scoring/composing/disputed.ts';
import { weighedIn } from '../../scoring/composing/units.ts';
import { itemsOf } from '../by-key.ts';
import type { Check, Flag } from '../flag.ts';
import { categoryName, entryName, judgeName, judgeOf, markOf, marksOn, type View } from '../view.ts';

const kind = 'not-applicable-disagreed';

/** Judges of one entry who disagree whether a criterion applies to it: one n/a changes what every other ballot of the entry counts. */
function amongJudges({ table }: View): Flag[] {
  return disputedIn(table).map(({ entry, column, ballots, marked }): Flag => {
    const facts = {
      among: 'judges',
      category: categoryName(table, table.entries[entry]?.category ?? -1),
      criterion: table.criteria[column]?.id ?? '',
      entry: entryName(table, entry),
      judges: ballots.map((ballot) => judgeName(table, judgeOf(table, ballot))).join(', '),
      count: ballots.length,
      of: ballots.length + marked,
    };
    return { kind, ballots, criterion: column, facts };
  });
}

/** What the ballots of one entry say of a criterion: marks, or n/a on ballots that mark something else. */
function saidOf(view: View, entry: number, criterion: number) {
  const out: number[] = [];
  for (const ballot of itemsOf(view.byEntry, entry)) {
    const mark = markOf(view.table, ballot, criterion);
    if (isMark(mark)) return { marked: true, out };
    if (mark === notScored.notApplicable && marksOn(view, ballot).length > 0) out.push(ballot);
  }
  return { marked: false, out };
}

/** Entries of one category of which all judges say n/a for a criterion that others of the category are judged by. */
function amongEntries(view: View): Flag[] {
  const { table } = view;
  // Most tables hold no such word, and need no second look.
  if (!table.marks.includes(notScored.notApplicable)) return [];
  return table.categories.flatMap((_, category) => {
    const entries = [...table.entries.keys()].filter((entry) => table.entries[entry]?.category === category);
    return weighedIn(table, category).flatMap((criterion): Flag[] => {
      const said = entries.map((entry) => ({ entry, ...saidOf(view, entry, criterion) }));
      const without = said.filter(({ marked, out }) => !marked && out.length > 0);
      const judged = said.filter(({ marked }) => marked).length;
      if (without.length === 0 || judged === 0) return [];
      const facts = {
        among: 'entries',
        category: categoryName(table, category),
        criterion: table.criteria[criterion]?.id ?? '',
        entry: without.length === 1 ? entryName(table, without[0]?.entry ?? -1) : null,
        judges: null,
        count: without.length,
        of: without.length + judged,
      };
      return [{ kind, ballots: without.flatMap(({ out }) => out), criterion, facts }];
    });
  });
}

/** Criteria said not to apply by some and marked by others: judges of one entry, or entries of one category. */
export function checkNotApplicable(view: View): Check {
  const flags = [...amongJudges(view), ...amongEntries(view)];
  return { kind, examined: view.table.entries.length, notRun: null, placebo: null, flags };
}
